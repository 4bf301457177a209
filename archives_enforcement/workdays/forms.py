"""Forms of the page of one clock."""

from django import forms

from archives_enforcement.forms import ActForm, ConfirmField
from archives_enforcement.workdays.grounds import grounds_for


class ExcludeForm(ActForm):
    """Days that do not run, and why."""

    ground = forms.ChoiceField(label="事由")
    cited = forms.CharField(
        label="另有规定的条款", required=False, max_length=120,
        help_text="法律没有写明扣除的事由，须写明所依据的法律、法规、规章及条款；没有的，不能扣除。",
    )  # fmt: skip
    first_day = forms.DateField(label="起始日期")
    last_day = forms.DateField(label="结束日期", help_text="当天也扣除；与其他期间重叠的只扣一次。")
    reason = forms.CharField(
        label="说明", max_length=300, widget=forms.Textarea(attrs={"rows": 2}),
        help_text="哪一次听证、鉴定或者公告，有什么材料证明。",
    )  # fmt: skip

    def __init__(self, *args, deadline, **kwargs):
        super().__init__(*args, **kwargs)
        found = grounds_for(deadline.code)
        self.fields["ground"].choices = [(key, ground.label) for key, ground in found.items()]
        if any(ground.cite for ground in found.values()):
            self.fields["cited"].required = all(ground.cite for ground in found.values())
        else:
            del self.fields["cited"]


class AskForm(ActForm):
    until = forms.DateField(label="延长至")
    basis = forms.CharField(
        label="准许延长的依据", max_length=120,
        help_text="法律、法规、规章或者本机关制度的名称和条款。",
    )  # fmt: skip
    reason = forms.CharField(
        label="理由", max_length=500, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="为什么不能按期办结，还要办什么。",
    )  # fmt: skip


class ApproveForm(ActForm):
    note = forms.CharField(
        label="意见", required=False, max_length=300, widget=forms.Textarea(attrs={"rows": 2})
    )
    confirmed = ConfirmField(label="我已核对，批准延长")
