"""Forms of 年度工作台账."""

from django import forms
from django.utils import timezone

from archives_enforcement.accounts.models import Party
from archives_enforcement.forms import ActForm
from reports.models import LedgerTask

NOTE = forms.Textarea(attrs={"rows": 3})


class TaskForm(ActForm):
    year = forms.IntegerField(label="年度", min_value=2021, max_value=2100)
    title = forms.CharField(label="任务", max_length=200)
    owner = forms.CharField(label="责任单位或岗位", max_length=100)
    due_on = forms.DateField(label="完成期限")
    note = forms.CharField(label="进展情况", required=False, widget=NOTE)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["year"].initial = timezone.localdate().year


class ProgressForm(ActForm):
    progress = forms.IntegerField(
        label="进度（%）", min_value=0, max_value=100, help_text="填 100 即登记为完成，不能再改。"
    )
    note = forms.CharField(label="进展情况", required=False, widget=NOTE)

    def __init__(self, *args, task: LedgerTask, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["progress"].initial = task.progress
        self.fields["note"].initial = task.note


class UrgeForm(ActForm):
    note = forms.CharField(
        label="督办的要求", widget=NOTE, max_length=300, help_text="什么时候以前做到什么。"
    )


class VisitForm(ActForm):
    visited_on = forms.DateField(label="日期", initial=timezone.localdate)
    place = forms.CharField(label="去的单位或场所", max_length=200)
    leader = forms.CharField(
        label="带队领导职务", max_length=100, help_text="写职务，不写姓名，如“区委办公室负责同志”。"
    )
    purpose = forms.CharField(label="检查内容", widget=NOTE)
    found_hazard = forms.BooleanField(label="发现档案安全隐患", required=False)
    hazard = forms.CharField(
        label="隐患情况",
        required=False,
        widget=NOTE,
        help_text="发现隐患时填写，将转为线索，由执法人员核查。",
    )
    party = forms.ModelChoiceField(
        Party.objects.none(),
        label="存在隐患的单位",
        required=False,
        empty_label="没有隐患，不用选",
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "party" in self.fields:
            parties = Party.objects.visible_to(self.actor)
            self.fields["party"].queryset = parties.order_by("name")


class AmendVisitForm(VisitForm):
    """The visit without its hazard, which is a lead of its own."""

    found_hazard = hazard = party = None
    reason = forms.CharField(label="更正的原因", max_length=300, widget=NOTE)


class StrikeVisitForm(ActForm):
    reason = forms.CharField(
        label="作废的原因", max_length=300, widget=NOTE, help_text="如重复登记、登记错误。"
    )
