"""考核复核: the unit asks within D-A01, the bureau answers within D-A02."""

from datetime import date

from archives_enforcement.files.services import attach
from archives_enforcement.notifications.services import tell, tell_party
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused, act, check_permission, lock
from inspections.models import Appeal, AssessmentResult
from inspections.queries import assessing
from inspections.queries import assessment as queries
from inspections.services.assessment import PUBLISH
from inspections.workflow import RESULT_FLOW

APPEAL, ENTER = "inspections.appeal_assessment", "accounts.act_for_party"
Outcome = Appeal.Outcome


@act
def file(result: AssessmentResult, *, actor, on: date, text: str, files=()) -> Appeal:
    """申请复核 by the unit itself; starts the bureau's time to answer."""
    return _file(result, "appeal", actor, on, text, files)


@act
def enter(result: AssessmentResult, *, actor, on: date, text: str, files=()) -> Appeal:
    """代录 of an appeal on paper; its scan is required."""
    if not files:
        raise Refused("代录必须附单位书面申请的扫描件或照片，请选择文件后再提交。")
    return _file(result, "enter_appeal", actor, on, text, files)


def _file(result, step: str, actor, on: date, text: str, files) -> Appeal:
    if not text.strip():
        raise Refused({"text": "请写明对哪一部分有异议和理由。"})
    behalf = step == "enter_appeal"
    name = result.unit.party.name if behalf else ""
    result = RESULT_FLOW.advance(result, step, actor=actor, on=on, on_behalf_of=name)
    party, bureau = result.unit.party, result.assessment.bureau
    deadlines.start(result, queries.ANSWER_CLOCK, bureau=bureau, party=party, on=on)
    appeal = Appeal.objects.create(
        result=result, text=text.strip(), filed_on=on, filed_by=actor, on_behalf=behalf
    )
    attach(
        appeal, files, purpose="复核申请材料", actor=actor, bureau=bureau, party=party,
        shown_to_party=True,
    )  # fmt: skip
    said = f"{party}对{result.assessment}申请复核，请答复。"
    people = [result.assessment.published_by, result.assessment.prepared_by]
    tell(people, said, url=result.get_absolute_url())
    return appeal


@act
def decide(result: AssessmentResult, *, actor, on: date, outcome: str, answer: str) -> Appeal:
    """答复复核: kept with the reason, or counted anew from the records as they are now.

    The score that was published stays as it was. Raises Refused when nothing would change: a
    record that is wrong is put right where it stands, before it is counted.
    """
    check_permission(actor, PUBLISH, "答复复核")
    if not answer.strip():
        raise Refused({"answer": "请逐点答复单位的理由。"})
    result = lock(result, actor)
    if why := RESULT_FLOW.out_of_turn(result, "decide_appeal"):
        raise Refused(why)
    appeal = result.appeal
    if outcome == Outcome.CHANGED:
        _count_anew(appeal, on)
    result = RESULT_FLOW.advance(
        result, "decide_appeal", actor=actor, on=on, note=answer, details={"outcome": outcome}
    )
    appeal.outcome, appeal.answer = outcome, answer.strip()
    appeal.answered_by, appeal.answered_on = actor, on
    appeal.save()
    deadlines.meet(result, queries.ANSWER_CLOCK, on=on)
    said = f"{result}的复核已经答复：{appeal.get_outcome_display()}。"
    tell_party(result.unit.party, said, on=on, url=result.get_portal_url())
    return appeal


def _count_anew(appeal: Appeal, on: date) -> None:
    result = appeal.result
    assessment = result.assessment
    units = queries.assessed_units(assessment).filter(pk=result.unit_id)
    score = assessing.scores(units, assessment.year, assessment.rule, assessment.as_of).get(
        result.unit_id
    )
    if score is None or score.lines == result.lines:
        raise Refused(
            "按现在的记录重新计算，结果没有变化，不能更正。记录确有错误的，请先在原记录上更正；"
            "没有错误的，答复维持并说明理由。"
        )
    appeal.lines, appeal.total, appeal.grade = score.lines, score.total, score.grade
