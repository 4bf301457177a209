"""Filter and forms of 执法监督通知（决定）书."""

import django_filters
from crispy_forms.layout import Layout
from django import forms
from django.db.models import Q
from django.utils import timezone

from archives_enforcement.forms import ActForm, EvidenceField, PageForm, Pair
from archives_enforcement.workdays.arithmetic import Unit
from archives_enforcement.workdays.limits import find
from supervision.forms.concerning import LINES, ConcerningForm
from supervision.models import Ground, Issuer, ReviewRequest, SupervisionNotice
from supervision.queries.notices import CORRECTION

NO_ISSUER = "还没有登记这样的监督机构，请系统管理员先在后台“监督机构”里登记。"
UNITS = [(Unit.CALENDAR_DAY.value, "日"), (Unit.WORKDAY.value, "工作日")]


class NoticeFilter(django_filters.FilterSet):
    """Narrows the list; the choice stays in the address."""

    q = django_filters.CharFilter(
        label="内容", method="like",
        widget=forms.TextInput(attrs={"placeholder": "机构、文号、事实"}),
    )  # fmt: skip
    state = django_filters.ChoiceFilter(
        label="状态", choices=SupervisionNotice.State, empty_label="全部状态"
    )
    ground = django_filters.ModelChoiceFilter(
        label="监督情形", queryset=Ground.objects.all(), empty_label="全部情形"
    )

    class Meta:
        model = SupervisionNotice
        form = PageForm
        fields = ["q", "state", "ground"]

    def like(self, rows, name, text):
        names = ("receiver", "number", "facts", "issuer__name")
        condition = Q(pk__in=[])
        for each in names:
            condition |= Q(**{f"{each}__icontains": text.strip()})
        return rows.filter(condition)


class ContentForm(ConcerningForm):
    """The five elements, the ground and the result."""

    issuer = forms.ModelChoiceField(Issuer.objects.none(), label="发出机构", empty_label=None)
    form = forms.ChoiceField(
        label="文种", choices=SupervisionNotice.Form, widget=forms.RadioSelect,
        initial=SupervisionNotice.Form.NOTICE,
    )  # fmt: skip
    receiver = forms.CharField(
        label="被监督的机构", max_length=100, help_text="如：本局执法科；受委托的组织"
    )
    ground = forms.ModelChoiceField(Ground.objects.none(), label="监督情形", empty_label="请选择")
    facts = forms.CharField(
        label="认定的事实和理由", widget=forms.Textarea(attrs={"rows": 5}), max_length=4000
    )
    result = forms.ChoiceField(label="处理决定", choices=(), widget=forms.RadioSelect)
    competent = forms.CharField(
        label="报哪个有权机关", max_length=100, required=False, help_text="建议撤销的填写。"
    )
    requirement = forms.CharField(label="处理决定的内容", widget=LINES, max_length=2000)
    basis = forms.CharField(
        label="依据", widget=LINES, max_length=1000,
        help_text="写明法律法规的名称和条款，没有条款的写制度的名称。",
    )  # fmt: skip
    manner = forms.CharField(
        label="执行方式", widget=LINES, max_length=1000,
        help_text="怎么改：如重新送达、补正笔录、撤回决定。",
    )  # fmt: skip
    term = forms.IntegerField(label="纠正和报告期限", min_value=1, max_value=100)
    unit = forms.ChoiceField(label="期限单位", choices=UNITS)

    results = SupervisionNotice.Result.choices
    head = ("issuer", "form")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        issuers = self.issuers_for(Issuer.objects.open_to(self.actor))
        self.fields["issuer"].queryset = issuers
        if not issuers.exists():
            self.fields["issuer"].help_text = NO_ISSUER
            self.fields["issuer"].error_messages["required"] = NO_ISSUER
        self.fields["ground"].queryset = Ground.objects.all()
        self.fields["result"].choices = self.results
        limit = find(CORRECTION)
        self.fields["term"].initial, self.fields["unit"].initial = limit.length, limit.unit
        self.helper.layout = Layout(
            *self.head, "receiver", Pair("inspection", "case"), "ground", "facts", "result",
            "competent", "requirement", "basis", "manner", Pair("term", "unit"), *self.tail(),
        )  # fmt: skip

    def issuers_for(self, rows):
        return rows.filter(active=True)

    def tail(self):
        return [name for name in ("scan", "on") if name in self.fields]


class DraftForm(ContentForm):
    """Issued here: the results are those that the bureau's own office may decide."""

    results = [(row.value, row.label) for row in SupervisionNotice.OWN_RESULTS]

    def issuers_for(self, rows):
        return rows.filter(active=True, kind=Issuer.Kind.OWN)


class EnterForm(ContentForm):
    """Received from above, as its paper says it."""

    number = forms.CharField(label="文号", max_length=60)
    issued_on = forms.DateField(label="发出日期")
    received_on = forms.DateField(label="收到日期", initial=timezone.localdate)
    scan = EvidenceField(label="盖有印章的扫描件", max_files=5)

    head = ("issuer", "form", "number", Pair("issued_on", "received_on"))

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields.pop("on", None)

    def tail(self):
        return ["scan"]  # no day of its own: the day of receipt is the day of the act

    def issuers_for(self, rows):
        return rows.filter(active=True).exclude(kind=Issuer.Kind.OWN)


class ReceiveForm(ActForm):
    received_by = forms.CharField(label="签收人", max_length=60)


class ReportForm(ActForm):
    text = forms.CharField(
        label="纠正情况", widget=forms.Textarea(attrs={"rows": 5}), max_length=4000,
        help_text="怎么纠正的、什么时候完成、结果怎样。",
    )  # fmt: skip
    uploads = EvidenceField(label="证明材料", required=False)


class CloseForm(ActForm):
    text = forms.CharField(
        label="核实情况", widget=LINES, max_length=2000, help_text="看了什么材料，纠正是否到位。"
    )


class ReviewForm(ActForm):
    reasons = forms.CharField(
        label="复查请求和理由", widget=forms.Textarea(attrs={"rows": 5}), max_length=4000
    )
    uploads = EvidenceField(label="证明材料", required=False)


class DecisionForm(ActForm):
    outcome = forms.ChoiceField(
        label="复查决定", choices=ReviewRequest.Outcome, widget=forms.RadioSelect
    )
    findings = forms.CharField(label="查明的情况", widget=LINES, max_length=4000)
    decision = forms.CharField(label="决定的内容", widget=LINES, max_length=2000)


class EnterDecisionForm(DecisionForm):
    number = forms.CharField(label="复查决定书文号", max_length=60)
    scan = EvidenceField(label="扫描件", max_files=5)


class ReturnForm(ActForm):
    note = forms.CharField(label="还有什么没有纠正", widget=LINES, max_length=1000)
