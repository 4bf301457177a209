"""Form for age and mind of a natural person, and his guardian."""

from django import forms

from archives_enforcement.forms import ActForm
from penalties.forms.handling import usable
from penalties.models import Accountability, Case, Evidence


class AccountabilityForm(ActForm):
    """登记责任能力, with what was recorded before to begin with."""

    born_on = forms.DateField(
        label="出生日期", help_text="周岁自生日的第二天起算，以违法行为终了时为准。"
    )
    mind = forms.ChoiceField(
        label="辨认和控制能力", choices=Accountability.Mind, initial=Accountability.Mind.SOUND,
        widget=forms.RadioSelect,
    )  # fmt: skip
    guardian = forms.CharField(
        label="监护人", max_length=60, required=False,
        help_text="不满十八周岁，或者不能、尚未完全丧失辨认、控制能力的必填。",
    )  # fmt: skip
    relation = forms.CharField(label="监护人与当事人的关系", max_length=60, required=False)
    grounds = forms.CharField(
        label="查明的情况", max_length=300, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="如身份证、户口簿的记载，精神状况的鉴定意见。",
    )  # fmt: skip
    evidence = forms.ModelMultipleChoiceField(
        Evidence.objects.none(), label="证据", widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args, case: Case, known: Accountability | None, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["evidence"].queryset = usable(case)
        if known is not None:
            for name in ("born_on", "mind", "guardian", "relation", "grounds"):
                self.fields[name].initial = getattr(known, name)
            self.fields["evidence"].initial = list(known.evidence.all())
