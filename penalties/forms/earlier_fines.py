"""Form for a fine that the party has had before."""

from django import forms

from archives_enforcement.forms import ActForm, EvidenceField
from penalties.models import Case, Decision
from penalties.queries import earlier_fines

OF_ANOTHER = ("decision", "authority", "number", "decided_on", "amount", "files")
SAME = (("yes", "是同一个违法行为，不再罚款"), ("no", "不是同一个违法行为"))


class DecisionField(forms.ModelChoiceField):
    def label_from_instance(self, row: Decision) -> str:
        return f"{row.document.number}（{row.case}，罚款 {row.assessment.fine:,} 元）"


class EarlierFineForm(ActForm):
    """登记已受罚款: a decision of this bureau is chosen, one of another body written down."""

    decision = DecisionField(
        Decision.objects.none(), label="以前的罚款决定", required=False,
        empty_label="其他机关作出的决定",
        help_text="本机关作出的在这里选，下面到扫描件为止不用填；其他机关作出的，下面各项都要填。",
    )  # fmt: skip
    authority = forms.CharField(
        label="作出处罚的机关", max_length=100, required=False,
        help_text="人民法院判处罚金的也在这里登记，写人民法院的全称（行政处罚法第三十五条第二款）。",
    )  # fmt: skip
    number = forms.CharField(label="决定书文号", max_length=60, required=False)
    decided_on = forms.DateField(label="决定日期", required=False)
    amount = forms.IntegerField(label="罚款（元）", min_value=1, required=False)
    files = EvidenceField(label="决定书扫描件", required=False)
    same_act = forms.ChoiceField(label="与本案是不是同一个违法行为", choices=SAME,
                                 widget=forms.RadioSelect)  # fmt: skip
    reason = forms.CharField(
        label="理由", max_length=300, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="比较行为的时间、对象、方式和后果。",
    )  # fmt: skip

    def __init__(self, *args, case: Case, **kwargs):
        super().__init__(*args, **kwargs)
        for name in OF_ANOTHER:
            self.fields[name].goes_with_a_choice = True
        left = [row.pk for row in earlier_fines.unanswered(case)]
        field = self.fields["decision"]
        field.queryset = earlier_fines.standing_decisions(case).filter(pk__in=left)
        field.initial = left[0] if left else None

    def clean_same_act(self) -> bool:
        return self.cleaned_data["same_act"] == "yes"
