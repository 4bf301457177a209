"""Forms of 整改优秀典型."""

from django import forms

from archives_enforcement.forms import ActForm


class NominateForm(ActForm):
    reason = forms.CharField(
        label="推荐理由",
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text="改了什么、效果怎样、有什么做法可以推广。",
    )


class DecideForm(ActForm):
    note = forms.CharField(
        label="决定意见", required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 3})
    )
