"""Forms of 不予公开."""

from django import forms

from archives_enforcement.forms import ActForm
from publicity.models import Withholding

LONG = forms.Textarea(attrs={"rows": 3})


class ProposeForm(ActForm):
    ground = forms.ChoiceField(
        label="理由", choices=Withholding.Ground, widget=forms.RadioSelect,
        help_text="只能选法定的情形；影响声誉、当事人要求不公开等都不是理由。",
    )  # fmt: skip
    reasons = forms.CharField(
        label="具体情况", widget=LONG, max_length=1000,
        help_text="写明是哪些内容、由谁认定；不要写出秘密本身。",
    )  # fmt: skip
    redaction = forms.CharField(
        label="为什么隐去以后仍不能公开", widget=LONG, max_length=1000,
        help_text="能够隐去的，隐去后应当公示。",
    )  # fmt: skip


class NoteForm(ActForm):
    note = forms.CharField(label="意见", widget=LONG, max_length=500)


class FileForm(ActForm):
    filed_with = forms.CharField(
        label="备案机关", max_length=100, help_text="按当地规定，如同级司法行政部门。"
    )
