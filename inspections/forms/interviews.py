"""Filter and forms of 约谈."""

from datetime import date

import django_filters
from crispy_forms.layout import Layout
from django import forms
from django.utils import timezone
from django.utils.functional import cached_property

from archives_enforcement.forms import ActForm, Pair, use_native_input
from inspections.forms.filters import UnitSearch
from inspections.models import Commitment, Finding, Interview
from inspections.queries import ladder
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
        help_text="法定约谈只适用于收到反馈意见书（责令限期整改通知书）、知道安全隐患而不采取措施的档案服务企业；对其他单位作为工作措施约谈，不引用法律条文。",
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
        label="约谈日期",
        help_text="建议提前 3 个工作日通知单位（本机关可以另行设定，不是法定期限）。",
    )
    scheduled_at = forms.TimeField(label="约谈时间")
    place = forms.CharField(label="约谈地点", max_length=200)

    def __init__(self, *args, inspection, **kwargs):
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        failing = failing_findings(inspection, today).select_related("item")
        field = self.fields["findings"]
        field.queryset = failing
        field.initial, field.help_text = ladder.split(inspection, ladder.TALK, failing, today)
        self.fields["reason"].initial = (
            f"我局对你单位开展{inspection.get_kind_display()}并书面反馈后，"
            "下列问题逾期没有整改或者整改成效不明显。"
        )
        self.fields["place"].initial = inspection.bureau.address


class HoldForm(ActForm):
    """The minutes; each promise of the unit has a day of its own."""

    PROMISES = range(1, 6)

    present = forms.CharField(
        label="参加人员",
        max_length=300,
        help_text="双方参加人员的姓名和职务。",
    )
    minutes = forms.CharField(label="约谈记录", widget=forms.Textarea(attrs={"rows": 6}))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for number in self.PROMISES:
            promise = forms.CharField(label=f"承诺 {number}", required=False, max_length=500)
            due = forms.DateField(label=f"承诺 {number} 在哪天前做到", required=False)
            use_native_input(due)
            self.fields |= {f"promise_{number}": promise, f"due_{number}": due}

    @cached_property
    def helper(self):
        """Each promise stands beside its day."""
        helper = super().helper
        names = [name for name in self.fields if not name.startswith(("promise_", "due_"))]
        pairs = (Pair(f"promise_{number}", f"due_{number}") for number in self.PROMISES)
        helper.layout = Layout(*names, *pairs)
        return helper

    @property
    def commitments(self) -> list[tuple[str, date | None]]:
        """(what, until when) of each promise of which something is typed."""
        rows = (
            (self.cleaned_data[f"promise_{number}"], self.cleaned_data[f"due_{number}"])
            for number in self.PROMISES
        )
        return [(text, due) for text, due in rows if text or due]


class OrderForm(ActForm):
    term = forms.CharField(
        label="整改期限",
        max_length=60,
        initial="30日",
        help_text="写入责令限期整改通知书，例如：30日。法律未规定天数，由机关按情况确定。",
    )


class SignForm(ActForm):
    signed_by = forms.CharField(
        label="签字的单位代表",
        max_length=100,
        help_text="姓名和职务。签字的原件请在约谈记录的文书页面上传扫描件。",
    )


class RefuseForm(ActForm):
    reason = forms.CharField(
        label="拒绝签字的原因", max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )


class CheckCommitmentForm(ActForm):
    outcome = forms.ChoiceField(
        label="核实结果",
        choices=[(kind.value, kind.label) for kind in Commitment.CHECKED],
        widget=forms.RadioSelect,
    )
    note = forms.CharField(
        label="核实情况",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="看到了什么，怎么核实的。单位能看到。",
    )
