"""Forms about 发文字号."""

from django import forms

from archives_enforcement.forms import ConfirmField, ReasonForm


class StartForm(ReasonForm):
    start = forms.IntegerField(
        label="本年度此前已用到第几号",
        min_value=0,
        max_value=100_000,
        help_text="纸质登记簿上的末号，只填数字；此前没有用过的填 0。",
    )
    confirmed = ConfirmField(label="我已同纸质登记簿核对")
    field_order = ("start", "note")
