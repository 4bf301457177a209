"""年度自查 of one side: a draft, one whose report waits, and one whose report is handed in."""

from datetime import date

from django.utils import timezone

from inspections.services import self_inspection as rounds
from inspections.services import self_reports, self_rules
from inspections.services.self_reports import Filled
from tests.access.sides import Side
from tests.inspections import self_inspecting

OPENED = {2023: date(2024, 3, 4), 2024: date(2025, 3, 3)}
FILED = date(2025, 6, 2)


def self_inspections(side: Side) -> dict:
    desk, chief = side.team.desk, side.team.chief
    rule = self_rules.set_rule(
        actor=chief, on=timezone.localdate(), title=side.mark("selfrule"), kinds=["township"],
        roll="", basis="制度", mark="LOCAL", ceiling=10, ceiling_basis="制度", order_article=None,
        effective_from=date(2024, 3, 1),
    )  # fmt: skip
    waiting, filed = (_report(side, year) for year in OPENED)
    today = timezone.localdate()
    draft = Filled({}, side.mark("selfdraft"), (side.upload("selffile"),))
    self_reports.save_draft(waiting, actor=side.contact_now(), on=today, filled=draft)
    answers = self_inspecting.answers(filed)
    self_reports.enter(
        filed, actor=desk, on=FILED, filled=Filled(answers, side.mark("selfreport")),
        pledge=self_inspecting.pledge(),
    )  # fmt: skip
    return {
        "self_rule": rule,
        "self_form": self_inspecting.form(),
        "self_draft": self_inspecting.prepared(desk, on=today, report_year=2022, rule=rule),
        "self_open": waiting.self_inspection,
        "self_waiting": waiting,
        "self_filed": filed,
        "file_self": side.uploaded("selffile"),
    }


def _report(side: Side, year: int):
    desk, chief, on = side.team.desk, side.team.chief, OPENED[year]
    asked = self_inspecting.prepared(desk, on=on, report_year=year)
    return self_inspecting.report_of(rounds.open_it(asked, actor=chief, on=on), side.unit)
