"""年度自查: most units have reported, one contradicts what was found, two are missing."""

from datetime import date, timedelta

from archives_enforcement.accounts.models import Bureau
from inspections.models import ReportRule, SelfForm, SelfInspection, SelfReport
from inspections.queries import self_inspection as queries
from inspections.services import self_inspection as rounds
from inspections.services import self_reports as reports
from inspections.services import self_urging as urging
from inspections.services.self_reports import Filled, Pledge
from reports.demo.papers import scan

PLAIN = {"yes_no": "是", "number": "860", "text": "目录数据库1个，运行正常，每周备份。"}
ACCEPTED = ("示例学校一", "示例医院一", "示例国企一")
CONTRADICTING = "示例街道二"  # says that all is well, and has problems that nobody put right
URGED = "示例局一"


def play(bureau: Bureau, people: dict, today: date) -> SelfInspection:
    """The last 自查 whose day has passed; it was asked for in March of that year."""
    due_year = today.year if today > date(today.year, 10, 15) else today.year - 1
    asked = _opened(bureau, people, date(due_year, 3, 10))
    for place, name in enumerate(ACCEPTED):
        report = _entered(asked, name, people["clerk"], asked.due_on - timedelta(days=20 - place))
        reports.accept(report, actor=people["officer"], on=asked.due_on, note="属实。")
    _entered(asked, CONTRADICTING, people["clerk"], today - timedelta(days=2))
    late = asked.reports.filter(unit__party__name=URGED)
    reply_due = today + timedelta(days=15)
    urging.remind(asked, late, actor=people["clerk"], on=today, reply_due=reply_due)
    return asked


def _opened(bureau: Bureau, people: dict, on: date) -> SelfInspection:
    asked = rounds.prepare(
        actor=people["clerk"],
        on=on,
        report_year=on.year - 1,
        rule=ReportRule.objects.in_force(bureau, on).get(roll=""),
        form=SelfForm.objects.in_force(bureau, on).first(),
        requirements="请对照检查清单逐项自查，如实填写；承诺书由单位负责人签字。",
    )
    return rounds.open_it(asked, actor=people["head"], on=on)


def _entered(asked: SelfInspection, name: str, clerk, on: date) -> SelfReport:
    rows = asked.reports.select_related("unit__party", "self_inspection__bureau")
    report = rows.get(unit__party__name=name)
    answers = {row.key: PLAIN[row.answer] for row in queries.questions_of(report)}
    pledge = Pledge("负责人（示例）", "主任", (scan("自查报告和承诺书"),))
    reports.enter(report, actor=clerk, on=on, filled=Filled(answers), pledge=pledge)
    return rows.get(pk=report.pk)
