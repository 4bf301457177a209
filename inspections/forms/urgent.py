"""Forms of 紧急检查, of another day, of going unannounced and of publishing a list."""

from django import forms
from django.utils import timezone

from archives_enforcement.forms import ActForm
from inspections.forms.half_days import HalfDayForm


class UrgentForm(ActForm):
    reason = forms.CharField(
        label="紧急检查的理由",
        max_length=200,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="为什么来不及事先报批，如正在发生的档案安全险情。",
    )
    arrived_at = forms.TimeField(
        label="到达时间", initial=lambda: timezone.localtime().strftime("%H:%M")
    )


class BriefReasonForm(ActForm):
    """A reason that stands on the check itself, not only in its trail."""

    note = forms.CharField(label="理由", max_length=200, widget=forms.Textarea(attrs={"rows": 3}))


class RescheduleForm(HalfDayForm):
    note = forms.CharField(
        label="改期的原因", max_length=200, widget=forms.Textarea(attrs={"rows": 3})
    )


class PublishListForm(ActForm):
    published_on = forms.DateField(label="公布日期", initial=timezone.localdate)
    place = forms.CharField(
        label="公布的地方",
        max_length=200,
        required=False,
        help_text="在本系统公开页面公布的不用填；以前已在别处公布的，写明网站和网址。",
    )
