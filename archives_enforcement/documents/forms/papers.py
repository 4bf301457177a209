"""Forms on which a paper is drafted, and on which one is verified."""

from django import forms
from django.core.exceptions import ValidationError

from archives_enforcement.documents import kinds, tabling
from archives_enforcement.documents.forms.facts import ChosenLater, ListField, fact
from archives_enforcement.files.checks import LIMIT
from archives_enforcement.forms import ActForm, PageForm, name_the_field

# What stands beside the text of a letter: 附件说明 and 版记 (GB/T 9704-2012 第7.3.4、7.4条).
BESIDE = {
    "attachments": ("附件说明", "附件的名称，每行一个，不写序号；附件本身另外附在后面。"),
    "cc": ("抄送", "多个机关用顿号隔开。"),
    "printer": (
        "印发机关",
        "填写后，版记里印出印发机关和印发日期；计划、通报、纪要不填写的，印本机关。",
    ),
}
TITLE_LENGTH = 100  # five lines of size two


class TitleField(forms.CharField):
    """A title that leaves room for the beginning of the text on the first page."""

    def __init__(self):
        super().__init__(label="标题", max_length=TITLE_LENGTH)
        self.error_messages["max_length"] = (
            "标题最多 %(limit_value)d 字（五行），现在有 %(show_value)d 字。"
            "公文标题应当简明，详细的事由请写在正文里。"
        )


class PaperForm(ActForm):
    """The plain-text facts of one paper; lists of paragraphs are edited where they come from.

    A draft may lack what the paper must state; it is not submitted so (`workflow`).
    """

    title = TitleField()

    def __init__(self, *args, kind: str, known: dict, title: str = "", **kwargs):
        super().__init__(*args, **kwargs)
        about = kinds.KINDS[kind]
        self.fields["title"].initial = title or about.label
        for name, label in {**about.fields, **about.extra}.items():
            value = tabling.typed(known.get(name, ""))
            if columns := about.tables.get(name):
                self.fields[name] = ListField(label=label, initial=value, columns=columns)
            elif words := about.choices.get(name):
                self.fields[name] = ChosenLater(label=label, initial=value, words=words)
            elif isinstance(value, str):
                self.fields[name] = fact(label, value, due=name in about.fields)
        if about.layout == "letter":
            self.fields |= beside(known)
        for field in self.fields.values():
            name_the_field(field)

    def facts(self) -> dict:
        return {
            name: self._kept(name, value.replace("\r\n", "\n"))
            for name, value in self.cleaned_data.items()
            if name not in ("on", "title")
        }

    def typed(self) -> dict:
        """What stands in the fields now, right or not: for the sheet beside the form."""
        names = [name for name in self.fields if name not in ("on", "title")]
        return {name: self._kept(name, self[name].value() or "") for name in names}

    def _kept(self, name: str, value: str):
        field = self.fields[name]
        return field.kept(value) if isinstance(field, ListField) else read(name, value.strip())


def beside(known: dict) -> dict[str, forms.CharField]:
    """The inputs of BESIDE; attachments that the record has laid out as tables are not typed."""
    attachments = known.get("attachments", [])
    values = {
        "attachments": "\n".join(row["title"] for row in attachments),
        "cc": "、".join(known.get("cc", [])),
        "printer": known.get("printer", ""),
    }
    if any("rows" in row for row in attachments):
        del values["attachments"]
    return {name: fact(BESIDE[name][0], value, BESIDE[name][1]) for name, value in values.items()}


def read(name: str, value: str):
    """The fact as a paper keeps it: one attachment a line, receivers of copies between 、."""
    if name == "attachments":
        return [{"title": line.strip()} for line in value.splitlines() if line.strip()]
    if name == "cc":
        return [part.strip() for part in value.rstrip("。").split("、") if part.strip()]
    return " ".join(value.split()) if name == "printer" else value


class VerifyForm(PageForm):
    undone = "还没有核对"

    number = forms.CharField(
        label="发文字号", max_length=60, help_text="例如：示例档反〔2024〕1号，括号可以写成 [ ]。"
    )
    code = forms.CharField(
        label="核验码",
        max_length=60,
        help_text="印在文书末页的页脚，四组，不分大小写，横线可以不写。"
        "没有核验码的是启用本系统以前的纸质文书，请向发文机关核实。",
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )


class VerifyFileForm(PageForm):
    undone = "还没有核对"

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
