"""年度考核 of one side: one that is counted, one that is told, one with an appeal."""

from datetime import date

from django.utils import timezone

from inspections.services import appeals
from tests.access.sides import Side
from tests.inspections import assessing

RULED = date(2025, 1, 2)


def assessments(side: Side) -> dict:
    desk, chief, today = side.team.desk, side.team.chief, timezone.localdate()
    rule = assessing.make_rule(chief, on=RULED, source=side.mark("scorerule"))
    for year in (2020, 2021, 2022):
        assessing.evaluate(side.unit, desk, on=today, year=year)
    draft = assessing.counted(desk, on=today, year=2020)
    told = assessing.published(desk, chief, on=today, year=2021)
    asked = assessing.result_of(assessing.published(desk, chief, on=today, year=2022), side.unit)
    appeals.file(asked, actor=side.contact_now(), on=today, text=side.mark("appeal"))
    return {
        "score_rule": rule,
        "score_draft": draft,
        "score_told": told,
        "result_draft": assessing.result_of(draft, side.unit),
        "result_told": assessing.result_of(told, side.unit),
        "result_appealed": assessing.result_of(asked.assessment, side.unit),
    }
