"""Forms of 回避: who is to stand aside, and what the head decides."""

from django import forms

from archives_enforcement.accounts.models import User
from archives_enforcement.forms import ActForm, EvidenceField
from penalties.models import Case, Recusal
from penalties.services.recusals import concerned, replacements

LONG = {"rows": 4}


class RecusalForm(ActForm):
    person = forms.ModelChoiceField(
        User.objects.none(),
        label="回避的人员",
        empty_label="请选择",
        help_text="承办人员、法制审核人员、听证主持人或者机关负责人。",
    )
    raised_by = forms.ChoiceField(
        label="由谁提出", choices=Recusal.Raiser, widget=forms.RadioSelect
    )
    raised_on = forms.DateField(label="提出日期")
    reason = forms.CharField(
        label="理由",
        widget=forms.Textarea(attrs=LONG),
        help_text="与案件有直接利害关系，或者有其他关系可能影响公正执法（行政处罚法第四十三条）。",
    )
    files = EvidenceField(label="申请书或者记录", required=False, help_text="当事人申请的必须附。")

    def __init__(self, *args, case: Case, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = concerned(case)


class RecusalDecisionForm(ActForm):
    granted = forms.TypedChoiceField(
        label="决定",
        choices=[("yes", "回避"), ("no", "不回避")],
        widget=forms.RadioSelect,
        coerce=lambda value: value == "yes",
    )
    replacement = forms.ModelChoiceField(
        User.objects.none(),
        label="接办的执法人员",
        required=False,
        empty_label="不用更换",
        help_text="承办人员回避以后不足两人的，必须指定。",
    )
    answer = forms.CharField(label="决定的理由", widget=forms.Textarea(attrs=LONG))

    def __init__(self, *args, recusal: Recusal, **kwargs):
        super().__init__(*args, **kwargs)
        case = recusal.case
        if case.officers.in_charge().filter(user=recusal.person).exists():
            self.fields["replacement"].queryset = replacements(case)
        else:
            del self.fields["replacement"]
