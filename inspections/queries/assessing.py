"""考核计分: what each part brings a unit, from which records, in exact arithmetic.

Shares and sums are fractions and grades are compared with them; what is shown is cut off after two
places, never rounded up. A part without any record counts neither for nor against the unit.
Penalties and fines are not looked at (《中华人民共和国行政处罚法》第七十四条).
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from archives_enforcement.templatetags.formats import cn_date
from inspections.models import (
    AssessmentRule,
    Finding,
    Inspection,
    LookBackResult,
    Reply,
    SafetyEvaluation,
    SelfReport,
)
from inspections.queries.look_back import OVER
from inspections.queries.scoring import EXCELLENT, FAILED, GOOD, PASSING
from inspections.queries.upheld import upheld
from units.models import Unit

LABELS = {
    "checks": "检查", "rectification": "整改", "look_back": "回头看", "self_report": "自查报送",
    "safety": "安全评价",
}  # fmt: skip


class Detail(NamedTuple):
    """One record that counted: what it says, and its page."""

    words: str
    url: str


class Part(NamedTuple):
    """One part of a score; `share` is None when there is nothing to go by."""

    name: str
    weight: int
    share: Fraction | None
    details: list[Detail]

    @property
    def points(self) -> Decimal | None:
        return None if self.share is None else _cut(self.weight * self.share)

    def as_data(self) -> dict:
        """How a result keeps it."""
        return {
            "part": self.name,
            "label": LABELS[self.name],
            "weight": self.weight,
            "points": None if self.points is None else str(self.points),
            "words": self._words(),
            "details": [row._asdict() for row in self.details],
        }

    def _words(self) -> str:
        if self.share is None:
            return "没有可以计分的记录，不计这一部分"
        return f"{self.weight} 分 × {_cut(100 * self.share)}% ＝ {self.points} 分"


class Score(NamedTuple):
    """All parts of one unit; of those that count, how many points of a hundred."""

    rule: AssessmentRule
    parts: list[Part]

    @property
    def possible(self) -> int:
        return sum(part.weight for part in self.parts if part.share is not None)

    @property
    def exact(self) -> Fraction:
        earned = sum(part.weight * part.share for part in self.parts if part.share is not None)
        return Fraction(100) * earned / self.possible

    @property
    def total(self) -> Decimal:
        return _cut(self.exact)

    @property
    def grade(self) -> str:
        rule = self.rule
        steps = ((EXCELLENT, rule.excellent), (GOOD, rule.good), (PASSING, rule.passing))
        return next((grade for grade, least in steps if self.exact >= least), FAILED)

    @property
    def lines(self) -> list[dict]:
        return [part.as_data() for part in self.parts]


def _cut(value: Fraction) -> Decimal:
    """Two places, the rest cut off: 89.999 is shown as less than 90."""
    return Decimal(value.numerator * 100 // value.denominator).scaleb(-2)


def scores(units: Iterable[Unit], year: int, rule: AssessmentRule, as_of: date) -> dict[int, Score]:
    """The score of each unit of which anything is known, by the key of the unit.

    `as_of` is the day up to which records count, so that the same day gives the same score.
    """
    units = list(units)
    found = {
        "checks": _checks(units, year, as_of),
        "rectification": _rectification(units, year, rule, as_of),
        "look_back": _look_backs(units, year, rule, as_of),
        "self_report": _self_reports(units, year, rule, as_of),
        "safety": _safety(units, year, as_of),
    }
    made = {}
    for unit in units:
        parts = [
            Part(name, getattr(rule, name), *found[name].get(unit.pk, (None, [])))
            for name in AssessmentRule.PARTS
            if getattr(rule, name) or name != "look_back"  # a rule of before knows no such part
        ]
        score = Score(rule, parts)
        if score.possible:
            made[unit.pk] = score
    return made


Found = dict[int, tuple[Fraction | None, list[Detail]]]  # unit → share, records


def _checks(units, year: int, as_of: date) -> Found:
    """Points earned of the points possible, over all checks of the year that were scored."""
    rows = Inspection.objects.filter(
        unit__in=units,
        kind__in=Inspection.ENFORCEMENT,
        inspected_on__year=year,
        inspected_on__lte=as_of,
        possible__gt=0,
    )
    by_unit = defaultdict(list)
    for row in rows.order_by("inspected_on", "pk"):
        by_unit[row.unit_id].append(row)
    return {
        unit: (
            Fraction(sum(row.earned for row in rows), sum(row.possible for row in rows)),
            [_of_visit(row) for row in rows],
        )
        for unit, rows in by_unit.items()
    }


def _of_visit(row: Inspection) -> Detail:
    words = (
        f"{cn_date(row.inspected_on)}{row.get_kind_display()}：得 {row.earned} / {row.possible} 分"
    )
    return Detail(words, row.get_absolute_url())


def _rectification(units, year: int, rule: AssessmentRule, as_of: date) -> Found:
    """What is put right in time counts whole, late in part, overdue nothing; the mean of all.

    What the unit rightly said is no problem (采纳意见) is left out."""
    rows = (
        Finding.objects.filter(
            inspection__unit__in=units,
            inspection__kind__in=Inspection.ENFORCEMENT,
            inspection__state__in=Inspection.TOLD,
            inspection__inspected_on__year=year,
        )
        .exclude(due_on=None)
        .filter(~upheld())
    )
    by_unit = defaultdict(list)
    rows = rows.select_related("inspection").prefetch_related("replies")
    for row in rows.order_by("inspection__inspected_on", "inspection", "position"):
        if judged := _of_finding(row, rule, as_of):
            by_unit[row.inspection.unit_id].append(judged)
    return {unit: _mean(judged) for unit, judged in by_unit.items()}


def _mean(judged: list[tuple[Fraction, Detail]]) -> tuple[Fraction, list[Detail]]:
    shares = [share for share, _ in judged]
    return sum(shares) / len(shares), [detail for _, detail in judged]


def _of_finding(row: Finding, rule, as_of: date) -> tuple[Fraction, Detail] | None:
    """None while its day has not come and nobody has judged it, or its time stands still."""
    done = _put_right_on(row)
    if done is not None and done <= as_of:
        in_time = done <= row.due_on
        share = Fraction(1) if in_time else _late(rule)
        how = "按期改好" if in_time else f"逾期改好，计 {rule.late_share}%"
    elif row.due_on < as_of and row.paused_on is None:
        share, how = Fraction(0), "逾期没有改好，计 0%"
    else:
        return None
    words = (
        f"{cn_date(row.inspection.inspected_on)}检查第 {row.position} 项（{row.severity} 级）："
        f"{how}，期限{cn_date(row.due_on)}"
    )
    return share, Detail(words, row.get_absolute_url())


def _put_right_on(row: Finding) -> date | None:
    """When the unit reported what was accepted: how long the review took is not its fault."""
    if row.state != Finding.State.ACCEPTED:
        return None
    taken = [
        reply.replied_on
        for reply in row.replies.all()
        if reply.outcome == Reply.Outcome.ACCEPTED and reply.kind == Reply.Kind.FIXED
    ]
    return max(taken, default=row.accepted_on)


def _look_backs(units, year: int, rule: AssessmentRule, as_of: date) -> Found:
    """What look-backs of the year saw, once they are locked: put right, in part, or not."""
    rows = LookBackResult.objects.filter(
        ~upheld("finding"),
        finding__inspection__unit__in=units,
        look_back__state__in=OVER,
        look_back__inspected_on__year=year,
        look_back__inspected_on__lte=as_of,
    ).select_related("finding__inspection", "look_back")
    by_unit = defaultdict(list)
    for row in rows.order_by("look_back__inspected_on", "look_back", "finding__position"):
        by_unit[row.finding.inspection.unit_id].append(_of_look_back(row, rule))
    return {unit: _mean(judged) for unit, judged in by_unit.items()}


def _of_look_back(row: LookBackResult, rule) -> tuple[Fraction, Detail]:
    seen = LookBackResult.Result
    share = {seen.FIXED: 100, seen.PARTLY: rule.partly_share, seen.NOT_FIXED: 0}[row.result]
    words = (
        f"{cn_date(row.look_back.inspected_on)}回头看第 {row.finding.position} 项："
        f"{row.get_result_display()}，计 {share}%"
    )
    return Fraction(share, 100), Detail(words, row.finding.get_absolute_url())


def _late(rule: AssessmentRule) -> Fraction:
    return Fraction(rule.late_share, 100)


def _self_reports(units, year: int, rule: AssessmentRule, as_of: date) -> Found:
    """The report that was due in that year, of those whom the rule binds."""
    rows = SelfReport.objects.filter(
        unit__in=units, bound=True, self_inspection__report_year=year - 1,
        self_inspection__due_on__lt=as_of,
    ).exclude(state=SelfReport.State.EXCLUDED)  # fmt: skip
    rows = rows.select_related("self_inspection").prefetch_related("submissions")
    return {row.unit_id: _of_report(row, rule, as_of) for row in rows}


def _of_report(row: SelfReport, rule, as_of: date) -> tuple[Fraction, list[Detail]]:
    due = row.self_inspection.due_on
    first = min((sent.submitted_on for sent in row.submissions.all()), default=None)
    if first is None or first > as_of:
        share, how = Fraction(0), "没有报送，计 0%"
    elif row.state == SelfReport.State.RETURNED and row.due_on < as_of:
        share, how = Fraction(0), "退回以后没有重新报送，计 0%"
    elif first <= due:
        share, how = Fraction(1), f"{cn_date(first)}按期报送"
    else:
        share, how = _late(rule), f"{cn_date(first)}逾期报送，计 {rule.late_share}%"
    words = f"{row.self_inspection}：{how}，期限{cn_date(due)}"
    return share, [Detail(words, row.get_absolute_url())]


def _safety(units, year: int, as_of: date) -> Found:
    """The mean of the newest own and the newest superior's evaluation."""
    rows = SafetyEvaluation.objects.filter(unit__in=units, year=year, evaluated_on__lte=as_of)
    newest = defaultdict(dict)
    for row in rows.order_by("evaluated_on", "pk").select_related("unit"):
        newest[row.unit_id][row.evaluator] = row
    return {
        unit: _mean([_of_evaluation(row) for _, row in sorted(by_evaluator.items())])
        for unit, by_evaluator in newest.items()
    }


def _of_evaluation(row: SafetyEvaluation) -> tuple[Fraction, Detail]:
    paper = f"{cn_date(row.evaluated_on)}，{row.source}"
    words = f"{row.get_evaluator_display()}（{paper}）：{row.score} 分"
    return Fraction(row.score) / 100, Detail(words, row.unit.get_absolute_url())
