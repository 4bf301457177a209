"""What units said of themselves, held against what is known: contradictions, and the visit beside.

A number stands for one matter in all lists of a bureau, so that a question which names it can be
laid beside every problem and every result of that matter.
"""

from collections import defaultdict
from typing import NamedTuple

from archives_enforcement.templatetags.formats import cn_date
from inspections.models import (
    Finding,
    Inspection,
    ItemResult,
    ScoringRule,
    SelfInspection,
    SelfQuestion,
    SelfReport,
    SelfSubmission,
)
from inspections.models.checklists import Result
from inspections.queries.spot_checks import REPORTED

AGREEING = {
    SelfQuestion.YES: Result.CONFORMS,
    SelfQuestion.NO: Result.FAILS,
    SelfQuestion.NOT_APPLICABLE: Result.NOT_APPLICABLE,
}


class Contradiction(NamedTuple):
    """One answer against one problem of the same matter, and what it weighs."""

    finding: Finding
    words: str
    weight: int


class Candidate(NamedTuple):
    """A report with all that contradicts it."""

    report: SelfReport
    contradictions: list[Contradiction]

    @property
    def weight(self) -> int:
        return sum(row.weight for row in self.contradictions)

    @property
    def reasons(self) -> list[str]:
        return [row.words for row in self.contradictions]


def last_submissions(reports) -> dict[int, SelfSubmission]:
    """What was handed in last, by the key of the report."""
    rows = SelfSubmission.objects.filter(report__in=reports).select_related(
        "report__self_inspection"
    )
    return {row.report_id: row for row in rows.order_by("pk")}


def candidates(asked: SelfInspection) -> list[Candidate]:
    """Reports that contradict problems known before they were handed in, the gravest first.

    Each problem weighs the points of its severity (评分规则): A most, C least.
    """
    reports = list(
        asked.reports.filter(state__in=REPORTED).select_related("unit__party", "spot_pick")
    )
    submissions, known = last_submissions(reports), _known(reports)
    rules = list(ScoringRule.objects.for_bureau(asked.bureau_id))
    found = [
        Candidate(row, contradictions(submissions[row.pk], known[row.unit_id], rules))
        for row in reports
    ]
    ranked = (row for row in found if row.contradictions)
    return sorted(
        ranked, key=lambda row: (-row.weight, -len(row.contradictions), str(row.report.unit))
    )


def _known(reports) -> dict[int, list[Finding]]:
    units = [row.unit_id for row in reports]
    rows = Finding.objects.filter(inspection__unit__in=units, item__isnull=False).exclude(
        inspection__kind=Inspection.Kind.LOOK_BACK
    )
    found = defaultdict(list)
    rows = rows.select_related("item", "inspection__bureau")
    for row in rows.order_by("inspection__inspected_on", "position"):
        found[row.inspection.unit_id].append(row)
    return found


def contradictions(submission: SelfSubmission, findings, rules) -> list[Contradiction]:
    """Answers that all is well or does not apply, where a problem stood on the day of the report.

    Whoever answers 否 to what was found tells the truth. `rules` are the bureau's 评分规则, the one
    that goes first on top.
    """
    said = {row["item"]: row for row in submission.content if row["item"]}
    rule = next((row for row in rules if row.valid_from <= submission.submitted_on), None)
    return [
        Contradiction(row, _words(row, said[row.item.code]), _weight(rule, row))
        for row in findings
        if row.item.code in said
        and said[row.item.code]["answer"] != SelfQuestion.NO
        and _stood(row, submission.submitted_on)
    ]


def _stood(finding: Finding, day) -> bool:
    """Whether the problem was found before that day and was not struck off on it."""
    found_on = finding.inspection.inspected_on
    fixed = finding.accepted_on if finding.state == Finding.State.ACCEPTED else None
    return found_on is not None and found_on <= day and (fixed is None or fixed > day)


def _weight(rule: ScoringRule | None, finding: Finding) -> int:
    return rule.points_for(finding.severity) if rule else 1


def _words(finding: Finding, said: dict) -> str:
    state = (
        f"{cn_date(finding.accepted_on)}才销号"
        if finding.state == Finding.State.ACCEPTED
        else f"至今{finding.get_state_display()}"
    )
    return (
        f"{finding.item.code}（{finding.severity}级）自查答“{said['answer']}”："
        f"{cn_date(finding.inspection.inspected_on)}检查发现“{finding.text[:60]}”，{state}"
    )


class Beside(NamedTuple):
    """One matter as the unit answered it and as it was seen on site."""

    item: str
    text: str
    answer: str
    result: str
    agrees: bool | None  # None: not looked at, or not recorded yet


class Comparison(NamedTuple):
    submission: SelfSubmission
    rows: list[Beside]

    @property
    def compared(self) -> int:
        return sum(row.agrees is not None for row in self.rows)

    @property
    def agreeing(self) -> int:
        return sum(row.agrees is True for row in self.rows)


def submissions_before(inspection: Inspection):
    """What the unit reported of itself up to the day of the visit, the last first."""
    rows = SelfSubmission.objects.filter(
        report__state__in=REPORTED,
        report__unit=inspection.unit_id,
        submitted_on__lte=inspection.day,
    )
    rows = rows.select_related("report__self_inspection", "report__unit__party")
    return rows.order_by("-submitted_on", "-pk")


def beside(inspection: Inspection) -> Comparison | None:
    """The unit's last report before the visit, matter by matter beside the result on site.

    Where they differ goes first: on a phone the list is long.
    A look-back goes through no checklist: there is nothing to lay beside.
    """
    if inspection.is_look_back:
        return None
    submission = submissions_before(inspection).first()
    if submission is None:
        return None
    results = ItemResult.objects.filter(inspection=inspection).exclude(result="")
    seen = dict(results.values_list("item__code", "result"))
    rows = [_beside(row, seen.get(row["item"])) for row in submission.content if row["item"]]
    return Comparison(submission, sorted(rows, key=lambda row: row.agrees is not False))


def _beside(said: dict, result: str | None) -> Beside:
    label = Result(result).label if result else ""
    agrees = AGREEING.get(said["answer"]) == result if result else None
    return Beside(said["item"], said["text"], said["answer"], label, agrees)
