"""考核计分: what each part brings a unit, from which records, in exact arithmetic.

Shares and sums are fractions and grades are compared with them; what is shown is cut off after two
places, never rounded up. A part without any record counts neither for nor against the unit.
What was recorded of a unit that came to another (承继) counts for its heir, and names it.
Penalties and fines are not looked at (《中华人民共和国行政处罚法》第七十四条).
"""

from collections.abc import Iterable
from datetime import date
from fractions import Fraction

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
from inspections.queries.assessed_heirs import Heirs, mean, told
from inspections.queries.look_back import OVER
from inspections.queries.score_parts import Detail, Part, Score
from inspections.queries.upheld import upheld
from units.models import Unit


def scores(units: Iterable[Unit], year: int, rule: AssessmentRule, as_of: date) -> dict[int, Score]:
    """The score of each unit of which anything is known, by the key of the unit.

    `as_of` is the day up to which records count, so that the same day gives the same score.
    """
    units = list(units)
    heirs = Heirs(units)
    found = {
        "checks": _checks(heirs, year, as_of),
        "rectification": _rectification(heirs, year, rule, as_of),
        "look_back": _look_backs(heirs, year, rule, as_of),
        "self_report": _self_reports(heirs, year, rule, as_of),
        "safety": _safety(heirs, year, as_of),
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


def _checks(heirs: Heirs, year: int, as_of: date) -> Found:
    """Points earned of the points possible, over all checks of the year that were scored."""
    rows = Inspection.objects.filter(
        unit__in=heirs.keys,
        kind__in=Inspection.ENFORCEMENT,
        inspected_on__year=year,
        inspected_on__lte=as_of,
        possible__gt=0,
    )
    rows = rows.select_related("unit__party").order_by("inspected_on", "pk")
    by_unit = heirs.shared(rows)
    return {
        unit: (
            Fraction(sum(row.earned for row in rows), sum(row.possible for row in rows)),
            [told(unit, row.unit, _of_visit(row)) for row in rows],
        )
        for unit, rows in by_unit.items()
    }


def _of_visit(row: Inspection) -> Detail:
    words = (
        f"{cn_date(row.inspected_on)}{row.get_kind_display()}：得 {row.earned} / {row.possible} 分"
    )
    return Detail(words, row.get_absolute_url())


def _rectification(heirs: Heirs, year: int, rule: AssessmentRule, as_of: date) -> Found:
    """What is put right in time counts whole, late in part, overdue nothing; the mean of all.

    What the unit rightly said is no problem (采纳意见) is left out."""
    rows = (
        Finding.objects.filter(
            inspection__unit__in=heirs.keys,
            inspection__kind__in=Inspection.ENFORCEMENT,
            inspection__state__in=Inspection.TOLD,
            inspection__inspected_on__year=year,
        )
        .exclude(due_on=None)
        .filter(~upheld())
    )
    rows = rows.select_related("inspection__unit__party").prefetch_related("replies")
    rows = rows.order_by("inspection__inspected_on", "inspection", "position")
    judged = ((row.inspection.unit, _of_finding(row, rule, as_of)) for row in rows)
    return heirs.means(row for row in judged if row[1])


def _of_finding(row: Finding, rule, as_of: date) -> tuple[Fraction, Detail] | None:
    """None while its day has not come and nobody has judged it, or its time stands still.

    What ended with its unit (单位撤销终结) is not judged."""
    if row.state == Finding.State.TERMINATED:
        return None
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


def _look_backs(heirs: Heirs, year: int, rule: AssessmentRule, as_of: date) -> Found:
    """What look-backs of the year saw, once they are locked: put right, in part, or not."""
    rows = LookBackResult.objects.filter(
        ~upheld("finding"),
        finding__inspection__unit__in=heirs.keys,
        look_back__state__in=OVER,
        look_back__inspected_on__year=year,
        look_back__inspected_on__lte=as_of,
    ).select_related("finding__inspection__unit__party", "look_back")
    rows = rows.order_by("look_back__inspected_on", "look_back", "finding__position")
    judged = ((row.finding.inspection.unit, _of_look_back(row, rule)) for row in rows)
    return heirs.means(judged)


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


def _self_reports(heirs: Heirs, year: int, rule: AssessmentRule, as_of: date) -> Found:
    """The report that was due in that year, of those whom the rule binds."""
    rows = SelfReport.objects.filter(
        unit__in=heirs.keys, bound=True, self_inspection__report_year=year - 1,
        self_inspection__due_on__lt=as_of,
    ).exclude(state=SelfReport.State.EXCLUDED)  # fmt: skip
    rows = rows.select_related("self_inspection", "unit__party").prefetch_related("submissions")
    return {
        heir: mean(heir, [(row.unit, _of_report(row, rule, as_of)) for row in found])
        for heir, found in heirs.own_first(rows.order_by("unit")).items()
    }


def _of_report(row: SelfReport, rule, as_of: date) -> tuple[Fraction, Detail]:
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
    return share, Detail(words, row.get_absolute_url())


def _safety(heirs: Heirs, year: int, as_of: date) -> Found:
    """The mean of the newest own and the newest superior's evaluation."""
    rows = SafetyEvaluation.objects.filter(unit__in=heirs.keys, year=year, evaluated_on__lte=as_of)
    rows = rows.order_by("evaluated_on", "pk").select_related("unit__party")
    found = {}
    for heir, known in heirs.own_first(rows).items():
        newest = {row.evaluator: row for row in known}
        judged = [(row.unit, _of_evaluation(row)) for _, row in sorted(newest.items())]
        found[heir] = mean(heir, judged)
    return found


def _of_evaluation(row: SafetyEvaluation) -> tuple[Fraction, Detail]:
    paper = f"{cn_date(row.evaluated_on)}，{row.source}"
    words = f"{row.get_evaluator_display()}（{paper}）：{row.score} 分"
    return Fraction(row.score) / 100, Detail(words, row.unit.get_absolute_url())
