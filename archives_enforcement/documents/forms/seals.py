"""The form of 印章图样."""

from django import forms
from django.utils import timezone

from archives_enforcement.forms import ActForm, ConfirmField


class SealForm(ActForm):
    picture = forms.FileField(
        label="印章图样",
        help_text="PNG 或者 JPG，正方形，不小于 500×500 像素；底色为白色或者透明。印成 42 毫米。",
        widget=forms.FileInput(attrs={"accept": "image/png,image/jpeg"}),
    )
    in_use_from = forms.DateField(label="启用日期", initial=timezone.localdate)
    note = forms.CharField(
        label="启用依据", max_length=200, help_text="例如启用印章的通知及其文号。"
    )
    confirmed = ConfirmField(label="我已核对图样与备案的印章一致")
