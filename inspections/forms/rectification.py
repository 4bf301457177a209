"""Forms of 整改: the unit's answer, the bureau's review, and the filter of the list."""

import django_filters
from django import forms
from django.utils import timezone

from archives_enforcement.forms import ActForm, EvidenceField
from inspections.models import Finding, Reply
from inspections.models.checklists import Severity
from inspections.queries import rectification
from inspections.queries.search import unit_like

SEVERITIES = [(code, f"{code} {label}") for code, label in Severity.choices]


class FindingFilter(django_filters.FilterSet):
    unit = django_filters.CharFilter(label="单位", method="by_unit")
    state = django_filters.ChoiceFilter(label="状态", choices=Finding.State, empty_label="全部")
    severity = django_filters.ChoiceFilter(label="严重程度", choices=SEVERITIES, empty_label="全部")
    overdue = django_filters.ChoiceFilter(
        label="期限", choices=[("yes", "逾期未回复")], empty_label="全部", method="only_overdue"
    )

    class Meta:
        model = Finding
        fields = ()

    def by_unit(self, rows, name, value):
        return rows.filter(unit_like(value, "inspection__unit__"))

    def only_overdue(self, rows, name, value):
        return rectification.overdue(rows, timezone.localdate())


class ReplyForm(ActForm):
    """One answer on one problem, in the words of the unit."""

    kind = forms.ChoiceField(label="您的回复", choices=Reply.Kind, widget=forms.RadioSelect)
    until = forms.DateField(
        label="希望延到哪一天",
        required=False,
        help_text="选“需要多一些时间”的填写；局里同意后，期限改到这一天。",
    )
    text = forms.CharField(
        label="说明",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        help_text="改好的，写清楚做了什么、哪天做好的，例如：9 月 20 日已换新灭火器两具。"
        "要时间或者有不同意见的，写明理由。",
    )
    files = EvidenceField(
        label="照片或材料",
        required=False,
        help_text="可以一次选几个：图片、PDF、OFD、Word、Excel，每个不超过 20 MB。",
    )

    def clean(self):
        """Ask for the date beside its own field; the service decides whether it will do."""
        data = super().clean()
        unsaid = not data.get("until") and "until" not in self.errors
        if data.get("kind") == Reply.Kind.MORE_TIME and unsaid:
            self.add_error("until", "请填写希望延到哪一天。")
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


class UpholdForm(AcceptForm):
    """Agreeing with an objection: the reason may not be missing."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["note"].required = True
        self.fields["note"].label = "同意的理由"
        self.fields["note"].error_messages["required"] = "请写明为什么同意单位的意见。"


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
