"""Forms of the acts on documents."""

from django import forms
from django.core.exceptions import ValidationError

from archives_enforcement.documents import kinds, tabling
from archives_enforcement.documents.answers_of_others import HANDED_OVER, POLICE_DECIDE
from archives_enforcement.documents.forms.facts import ChosenLater, ListField, fact
from archives_enforcement.documents.models import PoliceDecision
from archives_enforcement.files.checks import LIMIT
from archives_enforcement.forms import (
    ActForm,
    ConfirmField,
    EvidenceField,
    PageForm,
    name_the_field,
)


class SignForm(ActForm):
    note = forms.CharField(
        label="签发意见",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="审批表、报告印在“机关负责人意见”栏；其他文书只记入全过程记录。",
    )
    confirmed = ConfirmField(label="我已核对主送单位、内容、依据和期限")


class ReviewForm(ActForm):
    note = forms.CharField(
        label="审核意见",
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    confirmed = ConfirmField(label="我已核对事实、依据、期限和文字")


class SlipForm(ActForm):
    place = forms.CharField(label="笔误所在", max_length=100, help_text="如：第2页第一部分第3行。")
    old = forms.CharField(label="原来的文字", max_length=100, help_text="照原文书抄写，连同标点。")
    new = forms.CharField(label="补正后的文字", max_length=100)


class AnswerForm(ActForm):
    code = forms.ChoiceField(label="办结的期限", widget=forms.RadioSelect)
    note = forms.CharField(
        label="收到了什么、办了什么",
        max_length=190,  # a clock keeps 200, and the decision of the police stands before it
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="有文号、票据号的写上。",
    )
    decision = forms.ChoiceField(
        label="公安机关的决定",
        choices=PoliceDecision.choices,
        required=False,
        widget=forms.RadioSelect,
        help_text="转送其他公安机关、要求补充材料等还没有决定的选“其他”，审查期限重新起算。",
    )
    receiver = forms.CharField(
        label="接收机关和接收人", max_length=100, required=False, help_text="移送的填写。"
    )
    listed = forms.CharField(
        label="移交清单",
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="移送的填写，每行一项：材料、物品的名称和件数。",
    )
    files = EvidenceField(
        label="回执、书面答复的扫描件",
        required=False,
        help_text="移送的回执、公安机关的通知书、处理建议和报请征购的书面答复应当上传。",
    )
    unscanned = forms.CharField(
        label="没有扫描件的原因",
        max_length=60,
        required=False,
        help_text="只在公安机关没有书面通知时填写，如：电话告知，通知书尚未收到。",
    )
    field_order = ("code", "decision", "note", "receiver", "listed", "files", "unscanned")

    def __init__(self, *args, clocks, listed="", **kwargs):
        super().__init__(*args, **kwargs)
        if HANDED_OVER.keys() & {clock.code for clock in clocks}:
            self.fields["listed"].initial = listed
        else:
            del self.fields["receiver"], self.fields["listed"]
        if POLICE_DECIDE not in {clock.code for clock in clocks}:
            del self.fields["decision"], self.fields["unscanned"]
        self.fields["code"].choices = [(clock.code, str(clock)) for clock in clocks]
        if len(clocks) == 1:
            self.fields["code"].initial = clocks[0].code

    def clean_unscanned(self):
        """The reason is kept in the note, behind what the police decided."""
        why = self.cleaned_data["unscanned"]
        if why and len(self.cleaned_data.get("note", "") + why) > 170:
            raise ValidationError("与“收到了什么、办了什么”合计不能超过170字，请写得简短些。")
        return why


class CompleteForm(ActForm):
    confirmed = ConfirmField(label="我已核对内容，需要签字的人员已经在打印件上签字")


class CompleteToHandOverForm(ActForm):
    """What is handed over on the spot has its number first and is signed then."""

    confirmed = ConfirmField(label="我已核对内容，定稿后打印、签名，当场交付当事人")


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
