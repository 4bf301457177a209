"""The form that ends a visit: signed on the screen, signed on paper, or refused."""

import base64
import binascii

from django import forms
from django.core.files.base import ContentFile

from archives_enforcement.forms import PICTURES, ConfirmField, PageForm

PNG_URL = "data:image/png;base64,"
REFUSALS = ("对事实有不同意见", "负责人不在场", "没有说明原因")


class DrawnField(forms.CharField):
    """A signature drawn on the screen, as a file; None when the box stayed empty."""

    widget = forms.HiddenInput

    def clean(self, value):
        text = super().clean(value)
        if not text:
            return None
        try:
            content = base64.b64decode(text.removeprefix(PNG_URL), validate=True)
        except (binascii.Error, ValueError) as error:
            raise forms.ValidationError("屏幕签名没有传完整，请重签，或者改用图片上传。") from error
        return ContentFile(content, name="签名.png")


class ConcludeForm(PageForm):
    """The signature, or the refusal with a witness; then the record is locked."""

    SIGNED, PAPER, REFUSED = "signed", "paper", "refused"

    outcome = forms.ChoiceField(
        label="单位负责人是否签字",
        choices=[
            (SIGNED, "同意，当场签字"),
            (PAPER, "已在纸质笔录上签字"),
            (REFUSED, "拒绝签字"),
        ],
        widget=forms.RadioSelect,
        initial=SIGNED,
    )
    signed_by = forms.CharField(label="签字人", max_length=60, help_text="姓名和职务。")
    signature_drawn = DrawnField(required=False)
    signature_file = forms.FileField(
        label="签名图片或者纸质笔录扫描件",
        required=False,
        help_text="在屏幕上签了字的不用再选。可以拍照，或者选 JPG、PNG、PDF。",
    )
    reason = forms.CharField(
        label="拒绝的原因",
        max_length=200,
        help_text=f"如：{'；'.join(REFUSALS)}。",
    )
    witness = forms.CharField(label="见证人", max_length=100, help_text="姓名和单位。")
    photo = forms.FileField(
        label="现场照片",
        required=False,
        widget=forms.FileInput(attrs={"accept": PICTURES, "capture": "environment"}),
    )
    at = forms.TimeField(label="签字时间", required=False, help_text="不填的，是现在。")
    confirm = ConfirmField(label="内容已向单位负责人宣读或者交其阅看，核对无误")

    def __init__(self, *args, officers=(), late=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.officers = {f"officer-{member.pk}": member for member in officers}
        for name, member in self.officers.items():
            self.fields[name] = DrawnField(label=str(member.user), required=False)
        if not late:
            del self.fields["at"]
        if self.is_bound:
            refused = self["outcome"].value() == self.REFUSED
            self.fields["signed_by"].required = not refused
            self.fields["reason"].required = self.fields["witness"].required = refused

    @property
    def pads(self) -> list:
        """The boxes of the officers."""
        return [self[name] for name in self.officers]

    def clean(self):
        refused = self.cleaned_data.get("outcome") == self.REFUSED
        if not refused and self._picture() is None and "signature_drawn" not in self.errors:
            self.add_error("signature_file", "还没有签名。请在框内签字，或者上传签名、扫描件。")

    def _picture(self):
        drawn, chosen = (
            self.cleaned_data.get(name) for name in ("signature_drawn", "signature_file")
        )
        return chosen if self.cleaned_data.get("outcome") == self.PAPER else drawn or chosen

    @property
    def signing(self) -> dict:
        """Arguments for services.concluding.conclude."""
        data = self.cleaned_data
        drawn = {row.pk: data[name] for name, row in self.officers.items() if data.get(name)}
        common = {"officers": drawn, "at": data.get("at")}
        if data["outcome"] == self.REFUSED:
            return common | {name: data[name] for name in ("reason", "witness", "photo")}
        return common | {"signed_by": data["signed_by"], "signature": self._picture()}
