"""年度自查 brought to a state through the services, on fixed days of 2026: reports on 2025."""

from datetime import date, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from inspections.models import ReportRule, SelfForm, SelfReport
from inspections.services import self_inspection as rounds
from inspections.services import self_reports as reports
from inspections.services.self_reports import Filled, Pledge

PREPARED = date(2026, 3, 2)
OPENED = date(2026, 3, 9)
FILED = date(2026, 6, 1)
DUE = date(2026, 9, 30)
LATE = DUE + timedelta(days=5)
LAW_RULE = "条例规定的报送义务人"


def rule(title=LAW_RULE) -> ReportRule:
    return ReportRule.objects.get(title=title)


def form() -> SelfForm:
    return SelfForm.objects.get(code="self-2024")


def scan(name="承诺书.pdf"):
    return SimpleUploadedFile(name, b"%PDF-1.7 pledge")


def words(**values) -> dict:
    return {"report_year": 2025, "rule": rule(), "form": form(), "requirements": "", **values}


def prepared(clerk, *, on=PREPARED, **values):
    return rounds.prepare(actor=clerk, on=on, **words(**values))


def opened(clerk, head, *, on=OPENED, **values):
    return rounds.open_it(prepared(clerk, on=on, **values), actor=head, on=on)


def report_of(asked, unit) -> SelfReport:
    rows = SelfReport.objects.select_related("self_inspection__bureau", "unit__party")
    return rows.get(self_inspection=asked, unit=unit)


def answers(report, **changed) -> dict:
    """Every question answered: all is well, whatever is counted is three."""
    plain = {"yes_no": "是", "number": "3", "text": "运行正常"}
    found = {row.key: plain[row.answer] for row in report.self_inspection.form.questions.all()}
    return found | changed


def key_of(code: str) -> str:
    """The question that names this matter of the checklists."""
    return form().questions.get(item_code=code).key


def pledge(**values) -> Pledge:
    return Pledge(**{"name": "负责人甲", "post": "主任", "files": (scan(),), **values})


def submitted(report, contact, *, on=FILED, remark="", **changed):
    filled = Filled(answers(report, **changed), remark)
    return reports.submit(report, actor=contact, on=on, filled=filled, pledge=pledge())


def entered(report, clerk, *, on=FILED, **changed):
    filled = Filled(answers(report, **changed))
    return reports.enter(report, actor=clerk, on=on, filled=filled, pledge=pledge())
