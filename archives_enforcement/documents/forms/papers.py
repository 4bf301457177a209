"""Forms of the acts on documents."""

from django import forms
from django.core.exceptions import ValidationError

from archives_enforcement.documents import kinds
from archives_enforcement.documents.models import Document
from archives_enforcement.files.checks import LIMIT
from archives_enforcement.forms import ActForm, ConfirmField, PageForm


class SignForm(ActForm):
    confirmed = ConfirmField(label="我已核对主送单位、内容、依据和期限")


class RevisionForm(ActForm):
    """The plain-text facts of a draft; lists of paragraphs are edited where they come from."""

    def __init__(self, *args, document: Document, **kwargs):
        super().__init__(*args, **kwargs)
        for name, label in kinds.KINDS[document.kind].fields.items():
            value = document.fields.get(name, "")
            if isinstance(value, str):
                rows = 5 if len(value) > 60 else 2
                self.fields[name] = forms.CharField(
                    label=label, initial=value, widget=forms.Textarea(attrs={"rows": rows})
                )

    def facts(self) -> dict:
        return {name: value for name, value in self.cleaned_data.items() if name != "on"}


class VerifyForm(PageForm):
    number = forms.CharField(
        label="发文字号", max_length=60, help_text="例如：示例档反〔2024〕1号，括号可以写成 [ ]。"
    )
    code = forms.CharField(
        label="核验码",
        max_length=60,
        help_text="印在文书末页的页脚，四组，不分大小写，横线可以不写。",
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )


class VerifyFileForm(PageForm):
    file = forms.FileField(
        label="文书的 PDF 文件",
        help_text="只核对，不保存。不超过 20 MB。",
        widget=forms.FileInput(attrs={"accept": ".pdf,application/pdf"}),
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > LIMIT:
            raise ValidationError("文件超过 20 MB，没有核对。请选收到的文书 PDF 原件。")
        return file
