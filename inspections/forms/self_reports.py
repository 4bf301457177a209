"""Forms of one 自查报告: filling it in, entering it from paper, and what the bureau answers."""

from django import forms

from archives_enforcement.forms import ActForm, EvidenceField, ReasonForm, name_the_field
from inspections.models import SelfQuestion, SelfReport
from inspections.queries import self_inspection as queries
from inspections.services.self_reports import ANY_DRAFT, LONGEST, Filled, Pledge

ROWS = {"rows": 3}
SAVE = "save"  # the button that keeps a draft


class ReportForm(ActForm):
    """The questions of the form, then what belongs to every report; a draft may be half done."""

    seen = forms.DateTimeField(required=False, widget=forms.HiddenInput)
    remark = forms.CharField(
        label="需要说明的情况", required=False, max_length=2000,
        widget=forms.Textarea(attrs=ROWS), help_text="答“否”的，说明原因和打算怎样改。",
    )  # fmt: skip
    files = EvidenceField(
        label="证明材料", required=False,
        help_text="照片、表格、制度等，可以一次选几个，每个不超过 20 MB。",
    )  # fmt: skip
    pledged_by = forms.CharField(label="单位负责人姓名", max_length=60)
    pledge_post = forms.CharField(label="职务", max_length=60)
    pledge_files = EvidenceField(
        label="负责人签字的承诺书",
        help_text="打印报告，请单位负责人在承诺书上签字，拍照或者扫描后上传。",
    )  # fmt: skip

    def __init__(self, *args, report, **kwargs):
        super().__init__(*args, **kwargs)
        self.questions = queries.questions_of(report)
        for question in self.questions:
            self.fields[f"q{question.key}"] = self._field(question)
        if SAVE in self.data:
            for field in self.fields.values():
                field.required = False
        self._begin_from(report)

    def _begin_from(self, report: SelfReport) -> None:
        """Go on with the draft, and say which one it was."""
        for question in self.questions:
            self.fields[f"q{question.key}"].initial = report.answers.get(question.key, "")
        self.fields["remark"].initial = report.remark
        self.fields["seen"].initial = report.saved_at and report.saved_at.isoformat()

    def catch_up_with(self, report: SelfReport) -> list[tuple[str, str]]:
        """What was saved after this was begun, where it is not what stands here: question, answer.

        It counts as seen from then on, so that whoever sends this again knows what he replaces.
        """
        if report.saved_at is None or self.cleaned_data.get("seen") == report.saved_at:
            return []
        self.data = self.data.copy()
        self.data["seen"] = report.saved_at.isoformat()
        theirs = {f"q{row.key}": report.answers.get(row.key, "") for row in self.questions}
        return [
            (self.fields[name].label, said)
            for name, said in (theirs | {"remark": report.remark}).items()
            if said != self.data.get(name, "").strip()
        ]

    def _field(self, question: SelfQuestion) -> forms.Field:
        field = self._kind_of_field(question)
        name_the_field(field)
        return field

    def _kind_of_field(self, question: SelfQuestion) -> forms.Field:
        label = f"{question.position}. {question.text}"
        if question.answer == question.Answer.YES_NO:
            choices = [(word, word) for word in question.VERDICTS]
            return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect)
        numeric = question.answer == question.Answer.NUMBER
        widget = (
            forms.TextInput(attrs={"inputmode": "numeric"}) if numeric
            else forms.Textarea(attrs=ROWS)
        )  # fmt: skip
        return forms.CharField(label=label, max_length=LONGEST, widget=widget)

    @property
    def groups(self) -> list[tuple[str, list]]:
        """The questions under the part to which they belong, in order."""
        found: dict[str, list] = {}
        for question in self.questions:
            found.setdefault(question.get_part_display(), []).append(self[f"q{question.key}"])
        return list(found.items())

    @property
    def filled(self) -> Filled:
        data = self.cleaned_data
        answers = {row.key: data[f"q{row.key}"] for row in self.questions}
        return Filled(answers, data["remark"], data["files"], data["seen"])

    @property
    def pledge(self) -> Pledge:
        data = self.cleaned_data
        return Pledge(data["pledged_by"], data["pledge_post"], data["pledge_files"])


class EnterReportForm(ReportForm):
    """代录: the same from paper alone; its scan takes the place of the pledge's.

    What the unit was still writing here is nobody else's to read.
    """

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["pledge_files"]
        field.label = "纸质报告（含签字的承诺书）的扫描件或照片"
        field.help_text = ""
        field.error_messages["required"] = "请选择纸质报告的扫描件或照片，含负责人签字的承诺书。"

    def _begin_from(self, report: SelfReport) -> None:
        """A blank sheet."""

    @property
    def filled(self) -> Filled:
        return super().filled._replace(seen=ANY_DRAFT)


class ReviewForm(ActForm):
    note = forms.CharField(
        label="审核意见", required=False, max_length=500, widget=forms.Textarea(attrs=ROWS),
        help_text="单位能看到。",
    )  # fmt: skip


class ReturnForm(ReasonForm):
    due_on = forms.DateField(label="重新报送的期限")


class OrderForm(ActForm):
    term = forms.CharField(
        label="整改期限", max_length=60, help_text="写明日期，如2026年12月31日。"
    )
    consequence = forms.CharField(
        label="逾期不改的后果", max_length=300, widget=forms.Textarea(attrs=ROWS),
        help_text="只写登记的地方性法规条文规定的后果。",
    )  # fmt: skip
