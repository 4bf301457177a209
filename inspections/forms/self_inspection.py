"""Forms of 年度自查: what the bureau arranges, and the report itself."""

from django import forms
from django.utils import timezone

from archives_enforcement.forms import (
    ActForm,
    ConfirmField,
    EvidenceField,
    ReasonForm,
    name_the_field,
)
from archives_enforcement.legislation.models import Mark
from inspections.forms.draws import AdoptForm, DrawForm
from inspections.models import ReportRule, SelfForm, SelfQuestion, SelfReport
from inspections.models.self_rules import BOUND_KINDS
from inspections.queries import self_answers
from inspections.queries import self_inspection as queries
from inspections.services.self_inspection import WORDS
from inspections.services.self_reports import LONGEST, Filled, Pledge
from units.models import Listing, Unit

ROWS = {"rows": 3}
SAVE = "save"  # the button that keeps a draft
MARKS = (Mark.LOCAL, Mark.VERIFIED, Mark.SECONDARY)


class SelfInspectionForm(ActForm):
    """What is asked, of whom, by which form."""

    report_year = forms.IntegerField(
        label="报告年度",
        min_value=2020,
        max_value=2100,
        help_text="报告哪一年的档案工作情况。报送期限在下一年，由期限规则 D-I11 定。",
    )
    rule = forms.ModelChoiceField(ReportRule.objects.none(), label="报送规则", empty_label=None)
    form = forms.ModelChoiceField(SelfForm.objects.none(), label="自查表", empty_label=None)
    requirements = forms.CharField(
        label="报送要求", required=False, max_length=1000, widget=forms.Textarea(attrs=ROWS),
        help_text="单位能看到。",
    )  # fmt: skip

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        today, bureau = timezone.localdate(), self.actor.bureau
        self.fields["rule"].queryset = ReportRule.objects.in_force(bureau, today)
        self.fields["form"].queryset = SelfForm.objects.in_force(bureau, today)

    @property
    def words(self) -> dict:
        return {name: self.cleaned_data[name] for name in WORDS}


class OpenForm(ActForm):
    confirm = ConfirmField(label="已核对报送范围、自查表和期限")


class IncludeForm(ActForm):
    units = forms.ModelMultipleChoiceField(
        Unit.objects.none(), label="单位", widget=forms.CheckboxSelectMultiple
    )
    reason = forms.CharField(label="列入的理由", max_length=200)

    def __init__(self, *args, asked, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["units"].queryset = queries.addable_units(asked).select_related("party")


class CloseForm(ActForm):
    note = forms.CharField(
        label="汇总意见", max_length=1000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text="写进《自查审核汇总表》。",
    )  # fmt: skip
    confirm = ConfirmField(label="已核对报送和审核的情况")


class RemindForm(ActForm):
    reports = forms.ModelMultipleChoiceField(
        SelfReport.objects.none(), label="催报的单位", widget=forms.CheckboxSelectMultiple
    )
    reply_due = forms.DateField(label="补报期限")

    def __init__(self, *args, asked, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["reports"]
        field.queryset = queries.missing(asked, timezone.localdate())
        field.label_from_instance = lambda report: str(report.unit)
        field.initial = [row.pk for row in field.queryset if not row.urges.exists()]


class OrderForm(ActForm):
    term = forms.CharField(
        label="整改期限", max_length=60, help_text="写明日期，如2026年12月31日。"
    )
    consequence = forms.CharField(
        label="逾期不改的后果", max_length=300, widget=forms.Textarea(attrs=ROWS),
        help_text="只写登记的地方性法规条文规定的后果。",
    )  # fmt: skip


class ReviewForm(ActForm):
    note = forms.CharField(
        label="审核意见", required=False, max_length=500, widget=forms.Textarea(attrs=ROWS),
        help_text="单位能看到。",
    )  # fmt: skip


class ReturnForm(ReasonForm):
    due_on = forms.DateField(label="重新报送的期限")


class ChooseForm(AdoptForm):
    """Units chosen by contradiction, and where they stand on the plan."""

    reports = forms.ModelMultipleChoiceField(
        SelfReport.objects.none(), label="选取的单位", widget=forms.CheckboxSelectMultiple
    )
    field_order = ["reports", "plan", "kind", "month", "checklist"]

    def __init__(self, *args, asked, **kwargs):
        super().__init__(*args, **kwargs)
        found = {row.report.pk: row for row in self_answers.candidates(asked)}
        field = self.fields["reports"]
        field.queryset = asked.reports.filter(pk__in=found, spot_pick=None).select_related(
            "unit__party"
        )
        field.label_from_instance = lambda report: (
            f"{report.unit}（{len(found[report.pk].contradictions)} 处矛盾，"
            f"{found[report.pk].weight} 分）"
        )


class SpotDrawForm(DrawForm):
    """A draw whose list is given: the units that have reported."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        del self.fields["kinds"]


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
            field = self._field(question)
            field.initial = report.answers.get(question.key, "")
            name_the_field(field)
            self.fields[f"q{question.key}"] = field
        if SAVE in self.data:
            for field in self.fields.values():
                field.required = False
        self.fields["remark"].initial = report.remark
        self.fields["seen"].initial = report.saved_at and report.saved_at.isoformat()

    def _field(self, question: SelfQuestion) -> forms.Field:
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
    """代录: the same from paper; its scan takes the place of the pledge's."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["pledge_files"]
        field.label = "纸质报告（含签字的承诺书）的扫描件或照片"
        field.help_text = ""


class RuleForm(ActForm):
    """A rule of the bureau's own."""

    title = forms.CharField(label="名称", max_length=60)
    kinds = forms.MultipleChoiceField(
        label="报送义务人",
        choices=[(kind.value, kind.label) for kind in BOUND_KINDS],
        widget=forms.CheckboxSelectMultiple,
    )
    roll = forms.ChoiceField(
        label="限于名册", required=False, choices=[("", "不限"), *Listing.Roll.choices]
    )
    basis = forms.CharField(label="报送的依据", max_length=200)
    mark = forms.ChoiceField(label="性质", choices=[(mark.value, mark.label) for mark in MARKS])
    ceiling = forms.IntegerField(label="实地抽查不超过（%）", min_value=1, max_value=100)
    ceiling_basis = forms.CharField(label="抽查上限的依据", max_length=200)
    order_article = forms.ModelChoiceField(
        None, label="可以责令限期报送的地方性法规条文", required=False,
        empty_label="没有登记：只能催报",
        help_text="条例第四十五条没有规定责令。条文先由管理员导入法规库。",
    )  # fmt: skip
    effective_from = forms.DateField(label="自何日起适用", initial=timezone.localdate)

    def __init__(self, *args, articles, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["order_article"].queryset = articles


class EndRuleForm(ActForm):
    last_day = forms.DateField(label="适用至", initial=timezone.localdate)
    note = forms.CharField(label="停用的原因", max_length=300)


class FormForm(ActForm):
    """A new version of the 自查表, one line a question."""

    name = forms.CharField(label="名称", max_length=100)
    source = forms.CharField(label="来源", max_length=200)
    effective_from = forms.DateField(label="启用日期", initial=timezone.localdate)
    lines = forms.CharField(
        label="问题", widget=forms.Textarea(attrs={"rows": 22}),
        help_text="每行一个问题：部分｜答法｜检查事项编号｜问题。编号与检查清单相同的，"
        "自查答复会和现场结果并排显示；没有对应事项的留空。",
    )  # fmt: skip
