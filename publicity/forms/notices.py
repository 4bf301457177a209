"""Forms and filter of 执法公示."""

import django_filters
from django import forms
from django.db.models import F, Q

from archives_enforcement.documents.kinds import KINDS
from archives_enforcement.forms import ActForm, PageForm
from inspections.models import Inspection
from publicity.models import Notice
from publicity.models.notices import ENDED, RESULT_LABELS

PUBLIC_PAPERS = [(code, kind.label) for code, kind in KINDS.items() if kind.public]
LONG = forms.Textarea(attrs={"rows": 5})


ABOUT = (("decisions", "决定和典型"), ("results", "检查结果"))


class NoticeFilter(django_filters.FilterSet):
    q = django_filters.CharFilter(label="案件名称", field_name="title", lookup_expr="icontains")
    state = django_filters.ChoiceFilter(label="状态", choices=Notice.State, empty_label="全部状态")
    about = django_filters.ChoiceFilter(
        label="公示什么", choices=ABOUT, empty_label="全部", method="of_sort"
    )

    class Meta:
        model = Notice
        form = PageForm
        fields = ["q", "state", "about"]

    def of_sort(self, rows, name, chosen):
        return rows.of_results(chosen == "results")


class PublicFilter(django_filters.FilterSet):
    """What anyone may look for; the choices say no more than what is public."""

    q = django_filters.CharFilter(
        label="查找",
        method="like",
        widget=forms.TextInput(attrs={"placeholder": "当事人、案件名称、文号"}),
    )
    kind = django_filters.ChoiceFilter(
        label="种类", field_name="document__kind", choices=PUBLIC_PAPERS, empty_label="全部种类"
    )
    year = django_filters.NumberFilter(
        label="决定年份", field_name="decided_on__year", min_value=1900, max_value=9999
    )

    class Meta:
        model = Notice
        form = PageForm
        fields = ["q", "kind", "year"]

    def like(self, rows, name, text):
        found = rows.filter(title__icontains=text) | rows.filter(number__icontains=text)
        return found | rows.filter(party_name__icontains=text)


class ResultFilter(django_filters.FilterSet):
    """What anyone may look for among the results of checks."""

    RIGHT = (
        ("none", "没有需要整改的问题"), ("open", "整改中"), ("done", "已整改"), ("ended", ENDED),
    )  # fmt: skip

    q = django_filters.CharFilter(
        label="查找",
        method="like",
        widget=forms.TextInput(attrs={"placeholder": "单位名称、文号"}),
    )
    kind = django_filters.ChoiceFilter(
        label="检查类型", field_name="check_kind", choices=Inspection.Kind, empty_label="全部类型"
    )
    right = django_filters.ChoiceFilter(
        label="整改情况", method="put_right", choices=RIGHT, empty_label="全部"
    )
    year = django_filters.NumberFilter(
        label="检查年份", field_name="checked_on__year", min_value=1900, max_value=9999
    )

    class Meta:
        model = Notice
        form = PageForm
        fields = ["q", "kind", "right", "year"]

    def like(self, rows, name, text):
        return rows.filter(number__icontains=text) | rows.filter(party_name__icontains=text)

    def put_right(self, rows, name, chosen):
        chose = {
            "none": Q(found=0, ended=0),
            "done": Q(found__gt=0, fixed=F("found")),
            "ended": Q(found=0, ended__gt=0),
        }
        return rows.filter(chose.get(chosen, Q(fixed__lt=F("found"))))


class NoticeForm(ActForm):
    """The summary the public will read, and how long."""

    title = forms.CharField(label="案件名称", max_length=300)
    party_name = forms.CharField(
        label="当事人",
        max_length=200,
        required=False,
        help_text="单位写全称；自然人隐去名字，只写姓氏加“某”。",
    )
    facts = forms.CharField(label="违法事实", required=False, widget=LONG)
    basis = forms.CharField(label="依据", required=False, widget=forms.Textarea(attrs={"rows": 3}))
    outcome = forms.CharField(label="决定", required=False, widget=LONG)
    credit_class = forms.ChoiceField(
        label="信用信息分类", choices=Notice.CreditClass, widget=forms.RadioSelect
    )
    credit_reason = forms.CharField(label="分类的理由", max_length=300)


class ExemplaryNoticeForm(NoticeForm):
    """The same for a model case: before and after; it is no credit information."""

    LABELS = {"title": "标题", "party_name": "单位", "facts": "整改前", "outcome": "整改后"}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, label in self.LABELS.items():
            self.fields[name].label = label
        self.fields["party_name"].help_text = "按单位同意的写法，不要改。"
        for name in ("basis", "credit_class", "credit_reason"):
            self.fields[name].widget = forms.HiddenInput()


class ResultNoticeForm(NoticeForm):
    """The same for the result of a check; how far the unit has come is taken from the record."""

    outcome = None

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, label in RESULT_LABELS.items():
            if name in self.fields:
                self.fields[name].label = label
        self.fields["facts"].widget.attrs["rows"] = 2
        self.fields["facts"].help_text = "一句话写明结论，不写具体问题、档案内容和保管位置。"
        for name in ("credit_class", "credit_reason"):
            self.fields[name].widget = forms.HiddenInput()


class SecrecyForm(ActForm):
    note = forms.CharField(
        label="保密审查意见",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="写明是否涉及国家秘密、工作秘密、商业秘密和个人隐私。",
    )
    redacted = forms.BooleanField(
        label="我已逐字核对：自然人隐去名字，身份证号、住址、电话、账号和商业秘密都已删去",
        error_messages={"required": "请逐字核对后勾选。"},
    )


class ChangeForm(ActForm):
    changed_on = forms.DateField(
        label="变更日期",
        help_text="收到变更、撤销、确认违法或者无效的决定、判决的日期；检查结果有误的，发现的日期。",
    )
    ground = forms.CharField(label="变更情况", max_length=300)


class RepairForm(PageForm):
    note = forms.CharField(
        label="信用修复的决定和文号",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="当事人通过“信用中国”申请、由认定单位作出的信用修复决定；在“信用中国”网站的公示由该网站停止。",
    )


class WithdrawForm(PageForm):
    reason = forms.CharField(
        label="撤回的理由",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="会向社会公开，不要写当事人的名称。",
    )
