"""Rules of coverage and a leave, so that the gauges of the second bureau have something to show."""

from datetime import date, timedelta

from inspections.models import CoverageRule
from inspections.queries import coverage as queries
from inspections.services import coverage, leave

CHOSEN = ("patrol", "electronic", "urgent", "enterprise-cap")
SINCE = timedelta(days=300)


def play(clerk, officer, today: date) -> None:
    who = {"actor": clerk, "on": today}
    for code in CHOSEN:
        row = queries.sample(code)
        stated = {name: row.get(name) for name in coverage.STATED}
        for name in CoverageRule.NUMBERS:
            stated[name] = int(row[name]) if name in row else None
        coverage.set_rule(**who, is_sample=True, **stated | {"effective_from": today - SINCE})
    coverage.set_usual_times(
        **who, half_days=["3-afternoon"], effective_from=today - SINCE,
        source="示例区档案局工作制度（示例）",
    )  # fmt: skip
    first = today + timedelta(days=10)
    leave.record_leave(
        **who, officer=officer, first_day=first, last_day=first + timedelta(days=4), reason="培训"
    )
