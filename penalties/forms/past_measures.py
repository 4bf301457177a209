"""补录历史强制措施: what the papers of the time say."""

from django import forms

from archives_enforcement.accounts.models import Party
from archives_enforcement.forms import ActForm, EvidenceField
from penalties.models import Case, PastMeasure
from penalties.queries import cases


class PastMeasureForm(ActForm):
    party = forms.ModelChoiceField(Party.objects.none(), label="当事人", empty_label="请选择")
    case = forms.ModelChoiceField(
        Case.objects.none(), label="案件", required=False, empty_label="没有立案"
    )
    kind = forms.ChoiceField(label="种类", choices=PastMeasure.Kind, widget=forms.RadioSelect)
    taken_on = forms.DateField(label="采取日期")
    lifted_on = forms.DateField(
        label="解除日期",
        required=False,
        help_text="没有解除的不填，并应当立即解除（行政强制法第二十八条）。",
    )
    taken_by = forms.CharField(label="采取措施的人员", max_length=100)
    what = forms.CharField(
        label="查封、扣押的场所、物品和经过", widget=forms.Textarea(attrs={"rows": 4})
    )
    claimed = forms.CharField(
        label="当时写的依据", max_length=200, help_text="照纸质材料抄写；没有写依据的填“没有写”。"
    )
    reason = forms.CharField(
        label="补录的原因", max_length=300, widget=forms.Textarea(attrs={"rows": 2})
    )
    files = EvidenceField(label="纸质材料的扫描件")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["party"].queryset = cases.parties_of(self.actor)
        self.fields["case"].queryset = Case.objects.open_to(self.actor).order_by("-pk")
