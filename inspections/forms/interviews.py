"""Filter and forms of 约谈."""

import django_filters
from django import forms
from django.utils import timezone

from archives_enforcement.forms import ActForm
from inspections.forms.filters import UnitSearch
from inspections.models import Finding, Interview
from inspections.queries.interviews import failing_findings


class InterviewFilter(UnitSearch):
    """Narrows the list of talks."""

    state = django_filters.ChoiceFilter(
        label="状态", choices=Interview.State, empty_label="全部状态"
    )
    kind = django_filters.ChoiceFilter(label="性质", choices=Interview.Kind, empty_label="全部")

    class Meta(UnitSearch.Meta):
        model = Interview
        fields = ["q", "state", "kind"]


class FindingChoiceField(forms.ModelMultipleChoiceField):
    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, row):
        return f"第 {row.position} 项　{row.text}（{row.get_state_display()}）"


class InterviewForm(ActForm):
    """What the notice will say; the problems to choose from are those that failed."""

    kind = forms.ChoiceField(
        label="性质",
        choices=Interview.Kind,
        widget=forms.RadioSelect,
        initial=Interview.Kind.WORK,
        help_text="法定约谈只适用于档案服务企业；对其他单位作为工作措施约谈，不引用法律条文。",
    )
    findings = FindingChoiceField(
        Finding.objects.none(),
        label="没有改好的问题",
        error_messages={"required": "请至少选择一个没有改好的问题。"},
    )
    reason = forms.CharField(
        label="约谈事由",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="写入通知书正文第一段。",
    )
    scheduled_on = forms.DateField(
        label="约谈日期", help_text="建议提前 3 个工作日通知单位（本系统建议值）。"
    )
    scheduled_at = forms.TimeField(label="约谈时间")
    place = forms.CharField(label="约谈地点", max_length=200)

    def __init__(self, *args, inspection, **kwargs):
        super().__init__(*args, **kwargs)
        failing = failing_findings(inspection, timezone.localdate())
        self.fields["findings"].queryset = self.fields["findings"].initial = failing
        self.fields["reason"].initial = (
            f"我局对你单位开展{inspection.get_kind_display()}并书面反馈后，"
            "下列问题逾期没有整改或者整改成效不明显。"
        )
        self.fields["place"].initial = inspection.bureau.address


class HoldForm(ActForm):
    present = forms.CharField(
        label="参加人员",
        max_length=300,
        help_text="双方参加人员的姓名和职务。",
    )
    minutes = forms.CharField(label="约谈记录", widget=forms.Textarea(attrs={"rows": 6}))
    commitments = forms.CharField(
        label="单位承诺", required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    commitment_due = forms.DateField(
        label="承诺期限", required=False, help_text="有承诺的填写在哪天前做到。"
    )
