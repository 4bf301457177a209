"""年度考核: what was counted, whether it still holds, and how it stands."""

from datetime import date
from typing import NamedTuple

from django.db.models import Count

from archives_enforcement.asking import Asking, asks, rows_of
from archives_enforcement.documents.models import Document
from archives_enforcement.files.queries import attach_files
from archives_enforcement.files.workbook import workbook
from archives_enforcement.templatetags.formats import cn_date
from inspections.models import (
    Appeal,
    Assessment,
    AssessmentResult,
    SafetyEvaluation,
    SelfInspection,
    SelfReport,
)
from inspections.queries import assessing
from inspections.queries.score_parts import LABELS, Score
from inspections.queries.scoring import FAILED
from inspections.queries.self_inspection import late
from units.models import Unit

CIRCULAR, WARNING = "assessment_circular", "warning_circular"
SUMMARY_CLOCK, APPEAL_CLOCK, ANSWER_CLOCK = "D-I12", "D-A01", "D-A02"
S = AssessmentResult.State


def assessed_units(assessment: Assessment):
    """Units of the register; whoever is known in nothing gets no score."""
    rows = Unit.objects.filter(party__bureau=assessment.bureau, state=Unit.State.ACTIVE)
    return rows.select_related("party").order_by("party__name", "pk")


def count(assessment: Assessment, as_of: date) -> dict[int, Score]:
    units = assessed_units(assessment)
    return assessing.scores(units, assessment.year, assessment.rule, as_of)


def changed_since(assessment: Assessment) -> list[str]:
    """Names of the units whose score would be another one if it were counted for the same day."""
    now = count(assessment, assessment.as_of)
    kept = {row.unit_id: row for row in assessment.results.select_related("unit__party")}
    known = {unit.pk: str(unit) for unit in assessed_units(assessment)}
    known |= {key: str(row.unit) for key, row in kept.items()}
    return [
        name
        for key, name in known.items()
        if (key in now) != (key in kept) or (key in now and now[key].lines != kept[key].lines)
    ]


def appeal_of(result: AssessmentResult) -> Appeal | None:
    return getattr(result, "appeal", None)


class Standing(NamedTuple):
    """What counts in the end: after an appeal that changed it, the changed one."""

    lines: list[dict]
    total: object
    grade: str
    changed: bool


def standing(result: AssessmentResult) -> Standing:
    appeal = appeal_of(result)
    if appeal and appeal.outcome == Appeal.Outcome.CHANGED:
        return Standing(appeal.lines, appeal.total, appeal.grade, True)
    return Standing(result.lines, result.total, result.grade, False)


def results(assessment: Assessment) -> list[AssessmentResult]:
    rows = assessment.results.select_related("unit__party", "appeal", "notice")
    return list(rows.order_by("-total", "unit__party__name", "pk"))


def listed(rows):
    return rows.select_related("rule").annotate(counted=Count("results")).order_by("-year", "pk")


def weak(rows) -> list[AssessmentResult]:
    """Results below 合格: those that a warning notice may go to."""
    return [row for row in rows if standing(row).grade == FAILED]


class UnitCard(NamedTuple):
    """What the page of a unit says of its yearly scores, safety evaluations and reports."""

    unit: Unit
    results: list[AssessmentResult]
    reports: list[tuple[SelfReport, str]]  # each with how late it is, in words
    evaluations: list[SafetyEvaluation]  # each with its paper in `attached`


def unit_card(unit: Unit, user, today: date) -> UnitCard:
    scored = AssessmentResult.objects.visible_to(user).filter(unit=unit)
    reports = SelfReport.objects.visible_to(user).filter(
        unit=unit, self_inspection__state__in=SelfInspection.SHOWN
    )
    reports = reports.select_related("self_inspection").order_by("-self_inspection__report_year")
    evaluations = list(
        SafetyEvaluation.objects.visible_to(user).filter(unit=unit).order_by("-year", "-pk")
    )
    attach_files(user, evaluations)
    return UnitCard(
        unit,
        list(scored.select_related("assessment").order_by("-assessment__year")),
        [(row, late(row, today)) for row in reports],
        evaluations,
    )


@asks
def for_party(user) -> Asking[list[tuple[AssessmentResult, Standing]]]:
    """Published results of those a person acts for with what counts in the end, newest first."""
    rows = AssessmentResult.objects.visible_to(user).exclude(told_on=None)
    rows = rows.select_related("assessment__bureau", "unit__party", "appeal")
    rows = rows.order_by("-assessment__year", "unit__party__name", "pk")
    rows = yield from rows_of(rows)
    return [(row, standing(row)) for row in rows]


def untold(rows) -> list[AssessmentResult]:
    """Results on which no circular or warning notice was drafted, or the one drafted is void."""
    return [row for row in rows if not row.notice or row.notice.state == Document.State.VOID]


def unwarned(rows) -> list[AssessmentResult]:
    """Results below 合格 without a warning; an issued circular is none, and stands beside it."""
    left = untold(rows)
    return [
        row
        for row in weak(rows)
        if row in left or (row.notice.kind == CIRCULAR and row.notice.holds)
    ]


def _to_tell(rows) -> str:
    left, warned = untold(rows), len(unwarned(rows))
    if not left:
        return f"还有 {warned} 个不合格的单位没有预警通报。" if warned else ""
    warning = f"其中 {warned} 个不合格，可以改发预警通报" if warned else "起草考核情况通报"
    return f"还有 {len(left)} 个单位没有通报，{warning}。"


def next_step(assessment: Assessment, rows, today: date) -> str:
    if assessment.state == Assessment.State.PUBLISHED:
        waiting = sum(row.state == S.APPEALED for row in rows)
        return f"答复 {waiting} 个单位的复核申请。" if waiting else _to_tell(rows)
    if not rows:
        return "先在各单位的页面登记安全评价，再计算。"
    if today.year <= assessment.year:
        return "这是现在的情况；年度结束后重新计算，再由机关负责人公布。"
    return f"核对计算到{cn_date(assessment.as_of)}的结果，由机关负责人公布。"


HEADS = (("单位", 30), ("性质", 12), ("得分", 10), ("等级", 10))


def sheet(assessment: Assessment) -> bytes:
    """One line a unit, with the points of each part, as Excel."""
    parts = [(label, 12) for label in LABELS.values()]
    return workbook(
        "年度考核", [*HEADS, *parts, ("复核", 10)], (_line(row) for row in results(assessment))
    )


def _line(row: AssessmentResult) -> list:
    found = standing(row)
    points = {line["part"]: line["points"] or "不计" for line in found.lines}
    return [
        str(row.unit),
        row.unit.party.get_kind_display(),
        float(found.total),
        found.grade,
        *(points.get(name, "不计") for name in LABELS),
        row.appeal.get_outcome_display() if appeal_of(row) else "",
    ]
