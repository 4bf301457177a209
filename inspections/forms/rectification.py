"""Forms of 整改: the unit's answer, the bureau's review, and the filter of the list."""

import django_filters
from django import forms
from django.utils import timezone

from archives_enforcement.forms import PICTURES, ActForm, EvidenceField
from inspections.models import Finding, Reply
from inspections.models.checklists import Severity
from inspections.queries import rectification
from inspections.queries.search import unit_like

SEVERITIES = [(code, f"{code} {label}") for code, label in Severity.choices]


def years() -> list[tuple[int, str]]:
    """This year and the four before it."""
    this = timezone.localdate().year
    return [(year, f"{year} 年") for year in range(this, this - 5, -1)]


class FindingFilter(django_filters.FilterSet):
    unit = django_filters.CharFilter(label="单位", method="by_unit")
    state = django_filters.ChoiceFilter(label="状态", choices=Finding.State, empty_label="全部")
    severity = django_filters.ChoiceFilter(label="严重程度", choices=SEVERITIES, empty_label="全部")
    overdue = django_filters.ChoiceFilter(
        label="期限", choices=[("yes", "逾期未回复")], empty_label="全部", method="only_overdue"
    )

    year = django_filters.ChoiceFilter(
        label="检查年度", field_name="inspection__scheduled_on", lookup_expr="year",
        choices=years, empty_label="全部",
    )  # fmt: skip

    class Meta:
        model = Finding
        fields = ()

    def by_unit(self, rows, name, value):
        return rows.filter(unit_like(value, "inspection__unit__"))

    def only_overdue(self, rows, name, value):
        return rectification.overdue(rows, timezone.localdate())


class ReplyForm(ActForm):
    """One answer on one problem, in the words of the unit; `seen` says from what it was made."""

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    kind = forms.ChoiceField(label="您的回复", choices=Reply.Kind, widget=forms.RadioSelect)
    until = forms.DateField(
        label="希望延到哪一天",
        required=False,
        help_text="局里同意后，期限改到这一天；答复以前请按原来的期限整改。",
    )
    share = forms.IntegerField(
        label="完成了百分之几",
        required=False,
        min_value=1,
        max_value=99,
        error_messages={
            "min_value": "还没有做的不用填百分比，请选“需要多一些时间”或者写明情况。",
            "max_value": "全部做完的请选“已经改好”；做完一部分的填 1 到 99。",
        },
        help_text="局里认可以后，其余部分仍按期限整改，改好以后再回复一次。",
    )
    text = forms.CharField(
        label="说明",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        help_text="改好的，写清楚做了什么、哪天做好的，例如：9 月 20 日已换新灭火器两具。"
        "要时间或者有不同意见的，写明理由；提出意见不停止整改，局里另有决定的除外。",
    )
    owner = forms.CharField(
        label="责任人（姓名、职务或者电话）",
        required=False,
        max_length=100,
        help_text="您单位负责改好这一项的人。",
    )
    before = forms.FileField(
        label="整改前的照片", required=False, widget=forms.FileInput(attrs={"accept": PICTURES})
    )
    after = forms.FileField(
        label="整改后的照片",
        required=False,
        widget=forms.FileInput(attrs={"accept": PICTURES}),
        help_text="两张照片并排显示，拍同一个地方最清楚。",
    )
    files = EvidenceField(
        label="其他照片或材料",
        required=False,
        help_text="可以一次选几个：图片、PDF、OFD、Word、Excel，每个不超过 20 MB。",
    )

    NEEDED = (
        (Reply.Kind.MORE_TIME, "until", "请填写希望延到哪一天。"),
        (Reply.Kind.PARTLY, "share", "请填写完成了百分之几。"),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for _, name, _ in self.NEEDED:
            self.fields[name].goes_with_a_choice = True  # not left open once it is shown

    def clean(self):
        """Ask for what belongs to the kind beside its own field; the service decides on it."""
        data = super().clean()
        for kind, name, words in self.NEEDED:
            if data.get("kind") == kind and not data.get(name) and name not in self.errors:
                self.add_error(name, words)
        return data


class EnterReplyForm(ReplyForm):
    """代录: the same answer from paper; the scan of the paper is required."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].label = "单位的回复"
        self.fields["text"].help_text = "按单位书面回复的内容录入。"
        self.fields["files"].label = "书面回复的扫描件或照片"
        self.fields["files"].required = True
        self.fields["files"].error_messages["required"] = "请选择书面回复的扫描件或照片。"


class AcceptForm(ActForm):
    note = forms.CharField(
        label="复核意见",
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="单位能看到。",
    )


class ExtendForm(AcceptForm):
    """More time is granted, to the day that the unit asked for unless another is filled in."""

    until = forms.DateField(
        label="同意延到哪一天", help_text="单位希望的日期已填好；改成别的日期的，请写明理由。"
    )
    field_order = ("until", "note")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["note"].label = "理由"


class ReasonedForm(ActForm):
    """An answer to what the unit asked: the reason may not be missing."""

    note = forms.CharField(
        label="理由",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="单位能看到，请逐点说明。",
    )


class ReturnForm(ActForm):
    note = forms.CharField(
        label="退回的原因和还要做什么",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="单位能看到，请写得让人一看就知道怎么改。",
    )


class VerifyForm(ActForm):
    note = forms.CharField(
        label="现场看到的情况",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="例如：库房两具灭火器已更换，压力正常。",
    )
