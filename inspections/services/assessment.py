"""Acts on 年度考核: settings, evaluations, counting, publishing, notices."""

from collections.abc import Iterable
from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.documents import services as documents
from archives_enforcement.documents import standing as common
from archives_enforcement.documents.kinds import KINDS
from archives_enforcement.documents.models import Document
from archives_enforcement.files.services import attach
from archives_enforcement.notifications.services import Word, tell_each
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import deadlines
from archives_enforcement.workdays.limits import compute
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock
from inspections import assessment_guards as guards
from inspections.models import Assessment, AssessmentResult, AssessmentRule, SafetyEvaluation
from inspections.queries import assessment as queries
from inspections.workflow import ASSESSMENT_FLOW
from units.models import Unit

RUN, PUBLISH = "inspections.run_assessment", "inspections.publish_assessment"
FIGURES = (
    *AssessmentRule.PARTS, "late_share", "partly_share", "excellent", "good", "passing", "source",
)  # fmt: skip
EVALUATION = "安全评价文件"
CIRCULAR, WARNING = queries.CIRCULAR, queries.WARNING
SCALED = "得分按有记录的各部分折算成百分制。"
S = Assessment.State


@act
def set_rule(*, actor, on: date, valid_from: date, **figures) -> AssessmentRule:
    """设定考核规则 (`FIGURES`) from today or a later day on; the year before keeps its own.

    ValidationError when the parts are not 100 together; Refused when the source names fines.
    """
    check_permission(actor, PUBLISH, "设定考核规则")
    backfilled = check_date(actor, on)
    if valid_from < on:
        raise Refused({"valid_from": "考核规则最早从今天起启用。"})
    if why := guards.without_fines(figures["source"]):
        raise Refused({"source": why})
    rule = AssessmentRule(bureau=actor.bureau, made_by=actor, valid_from=valid_from, **figures)
    rule.full_clean()
    rule.save()
    trail.record(
        rule, "set_assessment_rule", "设定考核规则", actor=actor, on=on, backfilled=backfilled,
        details={"valid_from": str(valid_from), **figures},
    )  # fmt: skip
    return rule


@act
def record_evaluation(unit: Unit, *, actor, on: date, files=(), **stated) -> SafetyEvaluation:
    """登记安全评价: year, evaluator, score (0–100), evaluated_on and the paper it comes from.

    `files`: that paper itself; without it a score is a number that nobody can look up.
    """
    unit = lock(unit, actor)
    check_permission(actor, RUN, "登记安全评价")
    backfilled = check_date(actor, on)
    row = SafetyEvaluation(unit=unit, recorded_by=actor, **stated)
    if row.evaluated_on > on:
        raise Refused({"evaluated_on": "评价日期不能晚于办理日期。"})
    if not files:
        raise Refused("请附评价文件（评价表、上级的结果通知）的扫描件或者照片：得分以文件为准。")
    row.full_clean()
    row.save()
    attach(row, files, purpose=EVALUATION, actor=actor, bureau=unit.party.bureau)
    trail.record(
        row, "record_evaluation", "登记安全评价", actor=actor, on=on, backfilled=backfilled,
        details={"score": str(row.score), "source": row.source},
    )  # fmt: skip
    return row


@act
def prepare(*, actor, on: date, year: int) -> Assessment:
    """准备年度考核 by the rule in force; the bureau's clock (D-I12) starts."""
    check_permission(actor, RUN, "准备年度考核")
    backfilled = check_date(actor, on)
    rule = AssessmentRule.objects.on(actor.bureau, on)
    if rule is None:
        raise Refused("本机关还没有设定考核规则，不能考核。请机关负责人先设定各部分的分值和来源。")
    assessment = Assessment(bureau=actor.bureau, prepared_by=actor, year=year, rule=rule)
    assessment.validate_constraints()
    assessment.save()
    deadlines.start(
        assessment, queries.SUMMARY_CLOCK, bureau=actor.bureau, on=date(year, 2, 1),
        name=f"{year}年度考核",
    )  # fmt: skip
    trail.record(
        assessment, "prepare", "准备年度考核", actor=actor, on=on, backfilled=backfilled,
        details={"rule": str(rule)},
    )  # fmt: skip
    return assessment


@act
def count(assessment: Assessment, *, actor, on: date) -> Assessment:
    """计算: every unit of which anything is known, from the records up to `on`."""
    assessment = lock(assessment, actor)
    check_permission(actor, RUN, "计算考核得分")
    backfilled = check_date(actor, on)
    if assessment.state != S.DRAFT:
        raise Refused("考核已经公布，不再计算。单位有异议的，申请复核。")
    assessment.results.all().delete()
    made = AssessmentResult.objects.bulk_create(
        AssessmentResult(
            assessment=assessment, unit_id=unit, lines=score.lines, total=score.total,
            grade=score.grade,
        )
        for unit, score in queries.count(assessment, on).items()
    )  # fmt: skip
    assessment.as_of = on
    assessment.save(update_fields=["as_of"])
    trail.record(
        assessment, "count", "计算考核得分", actor=actor, on=on, backfilled=backfilled,
        details={"units": len(made)},
    )  # fmt: skip
    return assessment


@act
def publish(assessment: Assessment, *, actor, on: date) -> Assessment:
    """公布 to the units: each sees its own result, frozen, and may ask for a review (D-A01).

    Counted anew first: when a record has changed since, Refused.
    """
    assessment = ASSESSMENT_FLOW.advance(
        assessment, "publish", actor=actor, on=on,
        write=lambda row: {
            "published_by": actor, "published_on": on,
            "appeal_by": compute(queries.APPEAL_CLOCK, on, bureau=row.bureau).due_on,
        },
        details=lambda row: {"units": row.results.count()},
    )  # fmt: skip
    deadlines.meet(assessment, queries.SUMMARY_CLOCK, on=on)
    assessment.results.update(told_on=on)
    text = f"的结果已经公布，有异议的请在{cn_date(assessment.appeal_by)}前申请复核。"
    results = assessment.results.select_related("assessment", "unit__party")
    tell_each(
        (Word(row.unit.party_id, f"{row}{text}", row.get_portal_url()) for row in results), on=on
    )
    return assessment


@act
def draft_notices(
    assessment: Assessment, results: Iterable[AssessmentResult], *, actor, on: date, kind: str,
    requirements: str, risks: str = "",
) -> list[Document]:  # fmt: skip
    """起草通报: one 考核情况通报 a unit, or a 预警通报 to those below 合格; all or none.

    Raises Refused before the publication, for a name that is a penalty's, and for words on fines.
    """
    assessment = lock(assessment, actor)
    check_permission(actor, RUN, "起草考核通报")
    backfilled = check_date(actor, on)
    if assessment.state != S.PUBLISHED:
        raise Refused("考核还没有公布，不能通报。请先公布，让单位看到结果并可以申请复核。")
    keys = {row.pk for row in results}
    rows = [row for row in queries.results(assessment) if row.pk in keys]
    if not rows or len(rows) < len(keys):
        raise Refused("请至少选择一个单位；结果有变化的，刷新页面后重新选择。")
    words = f"{requirements} {risks}"
    if why := guards.without_fines(words) or guards.no_penalty_by_name(words):
        raise Refused(why)
    if kind == WARNING and (strong := [row for row in rows if row not in queries.weak(rows)]):
        raise Refused(f"{strong[0].unit}的等级不是不合格，不能发预警通报，请改发考核情况通报。")
    papers = [_notice(row, kind, requirements, risks, actor, on) for row in rows]
    trail.record(
        assessment, "draft_notices", "起草考核通报", actor=actor, on=on, backfilled=backfilled,
        details={"units": [str(row.unit) for row in rows], "kind": kind},
    )  # fmt: skip
    return papers


def _title(assessment: Assessment, kind: str) -> str:
    if kind == CIRCULAR:
        return f"{assessment.year}{KINDS[kind].label}"
    return f"关于{assessment}结果的{KINDS[kind].label}"


def _notice(result: AssessmentResult, kind, requirements, risks, actor, on: date) -> Document:
    waiting = queries.unwarned if kind == WARNING else queries.untold
    if not waiting([result]):
        raise Refused(f"{result.unit}已经有一份通报，请在那份文书上办理；写错的先作废。")
    bureau, party = result.assessment.bureau, result.unit.party
    result.notice = documents.draft(
        result.unit,
        kind,
        bureau=bureau,
        party=party,
        title=_title(result.assessment, kind),
        fields={
            **common.facts(KINDS[kind], bureau),
            "unit": party.name,
            "year": f"{result.assessment.year}年度",
            "facts": _facts(result),
            "requirements": requirements.strip(),
            "risks": risks.strip(),
        },
        actor=actor,
        on=on,
    )
    result.save(update_fields=["notice"])
    return result.notice


def _facts(result: AssessmentResult) -> str:
    found = queries.standing(result)
    parts = "；".join(f"{line['label']}：{line['words']}" for line in found.lines)
    scaled = any(line["points"] is None for line in found.lines)
    return (
        f"{result.assessment}，你单位得分 {found.total} 分，等级为{found.grade}。{parts}。"
        f"{SCALED if scaled else ''}"
    )
