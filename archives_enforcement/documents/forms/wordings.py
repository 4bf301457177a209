"""The form of 文书样式: the text beside what may stand in it."""

from datetime import timedelta

from django import forms
from django.utils import timezone

from archives_enforcement.documents.models import Wording
from archives_enforcement.documents.services.wordings import check_text
from archives_enforcement.documents.wording_rules import MOST, tidy
from archives_enforcement.forms import PageForm


def tomorrow():
    return timezone.localdate() + timedelta(days=1)


class WordingForm(PageForm):
    """A new version of one kind; the text is refused with all that is wrong with it."""

    text = forms.CharField(
        label="正文",
        max_length=MOST,
        strip=False,
        help_text="每段一行；填写项写成{名称}，样张里就是要填的内容。只能写文字，写什么印什么。",
        widget=forms.Textarea(attrs={"rows": 24}),
    )
    effective_from = forms.DateField(
        label="启用日期", initial=tomorrow, help_text="最早明天；启用以后不能再改，只能再编新版本。"
    )
    note = forms.CharField(
        label="说明",
        max_length=Wording._meta.get_field("note").max_length,
        help_text="改了什么、为什么改（如依据的文件）。",
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )

    def __init__(self, *args, kind: str, **kwargs):
        self.kind = kind
        super().__init__(*args, **kwargs)

    def clean_text(self):
        text = tidy(self.cleaned_data["text"])
        check_text(self.kind, text)
        return text

    def sample_text(self) -> str:
        """The text, once it may stand, whatever else is missing; otherwise empty."""
        self.is_valid()
        return self.cleaned_data.get("text", "")
