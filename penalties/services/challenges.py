"""复议、诉讼: entered when its papers reach the bureau, concluded with what was decided."""

from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.files.services import attach
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused, act
from penalties import challenge_effects
from penalties.models import Case, Challenge
from penalties.queries import enforcing, papers
from penalties.queries.defending import DEFENCE_CLOCK, calls_for
from penalties.services import execution
from penalties.services.handling import open_for, stated

S, R = Case.State, Challenge.Result
CHALLENGED_IN = (S.DECIDED, S.CLOSED)
K = Challenge.Kind
DECISION_CLOCK = {K.REVIEW: "D-R09", K.SIMPLE_REVIEW: "D-R09-2"}  # 行政复议法第六十二条


@act
def enter(
    case: Case,
    *,
    actor,
    on: date,
    kind: str,
    body: str,
    filed_on: date,
    received_on: date,
    number: str = "",
    accepted_on: date | None = None,
    files=(),
) -> Challenge:
    """登记复议、诉讼: the bureau's time to answer runs from the day it had the copy.

    `accepted_on` is when the review body took the matter up, as its notice says: from then on its
    own time to decide is counted (D-R09).
    """
    case, backfilled = open_for(case, CHALLENGED_IN, "登记复议、诉讼", actor=actor, on=on)
    told = papers.delivered_on(papers.decision(case))
    if kind not in K.values:
        raise Refused("请选择行政复议或者行政诉讼。")
    if told is None or not told <= filed_on <= received_on <= on:
        raise Refused(
            "申请（起诉）日期应当在处罚决定书送达以后、收到副本以前，收到副本的日期不能晚于办理日期，"
            "请核对。依据：《中华人民共和国行政复议法》第二十条，《中华人民共和国行政诉讼法》第四十六条。"
        )
    if enforcing.open_challenge(case):
        raise Refused("还有一件复议、诉讼没有办结，请先登记它的结果。")
    if accepted_on and why_not_accepted(kind, filed_on, accepted_on, received_on):
        raise Refused(why_not_accepted(kind, filed_on, accepted_on, received_on))
    made = Challenge.objects.create(
        case=case, kind=kind, body=stated(body, "复议机关或者人民法院"), number=number.strip(),
        filed_on=filed_on, received_on=received_on, accepted_on=accepted_on, recorded_by=actor,
    )  # fmt: skip
    attach(made, files, purpose="复议、诉讼材料", actor=actor, bureau=case.bureau)
    deadlines.start(made, DEFENCE_CLOCK[kind], bureau=case.bureau, on=received_on)
    if accepted_on:
        deadlines.start(made, DECISION_CLOCK[kind], bureau=case.bureau, on=accepted_on)
    trail.record(
        case, "enter_challenge", f"登记{made.get_kind_display()}", actor=actor, on=on,
        backfilled=backfilled, note=made.body,
    )  # fmt: skip
    return made


def why_not_accepted(kind: str, filed_on: date, accepted_on: date, received_on: date) -> str | None:
    """Only a review body accepts; between the application and the copy that it sends on."""
    if kind in Challenge.REVIEWS and filed_on <= accepted_on <= received_on:
        return None
    return (
        "受理日期只在行政复议时填写，应当在申请以后、收到副本以前，请核对。"
        "依据：《中华人民共和国行政复议法》第三十条、第四十八条。"
    )


@act
def conclude(
    challenge: Challenge,
    *,
    actor,
    on: date,
    result: str,
    ended_on: date,
    note: str,
    fine: int | None = None,
    files=(),
) -> Challenge:
    """登记结果: the decision stands, bears another fine, or falls away with all that was owed."""
    case, backfilled = open_for(
        challenge.case, CHALLENGED_IN, "登记复议、诉讼结果", actor=actor, on=on
    )
    challenge = case.challenges.get(pk=challenge.pk)
    _check(challenge, case, result, ended_on, fine, on)
    challenge.result, challenge.ended_on = result, ended_on
    challenge.fine = fine if result == R.CHANGED else None
    challenge.outcome_note = stated(note, "决定、裁判的文号和要点")
    challenge.save(update_fields=["result", "ended_on", "fine", "outcome_note"])
    attach(challenge, files, purpose="复议决定、裁判文书", actor=actor, bureau=case.bureau)
    reason = challenge.get_result_display()
    deadlines.cancel(challenge, DEFENCE_CLOCK[challenge.kind], on=on, reason=reason)
    if code := DECISION_CLOCK.get(challenge.kind):
        deadlines.meet(challenge, code, on=ended_on, note=reason)
    _follow(case, result, ended_on)
    trail.record(
        case, "conclude_challenge", f"{challenge.get_kind_display()}：{reason}", actor=actor,
        on=on, backfilled=backfilled, note=challenge.outcome_note,
    )  # fmt: skip
    challenge_effects.ended(challenge, actor=actor, on=on)
    return challenge


def _check(challenge: Challenge, case: Case, result: str, ended_on: date, fine, on: date) -> None:
    if challenge.ended_on:
        raise Refused("这件复议、诉讼的结果已经登记。")
    if result not in R.values:
        raise Refused("请选择复议、诉讼的结果。")
    if not challenge.received_on <= ended_on <= on:
        raise Refused(
            f"决定送达、裁判生效的日期应当在{cn_date(challenge.received_on)}以后、办理日期以前。"
        )
    law = "《中华人民共和国行政复议法》第六十三条，《中华人民共和国行政诉讼法》第七十七条"
    most = enforcing.fine_of(case)
    if result == R.CHANGED and (fine is None or fine >= most):
        raise Refused(
            f"变更的，请写明变更后的罚款，应当低于原来的 {most:,} 元：复议、诉讼不得加重处罚"
            f"（第三人提出相反请求的另行处理）。依据：{law}。"
        )


def _follow(case: Case, result: str, ended_on: date) -> None:
    """What is no longer owed is settled; a closed case bears what became of its decision."""
    if result == R.REVOKED and case.state == S.CLOSED:
        case.outcome = Case.Outcome.REVOKED
        case.save(update_fields=["outcome"])
    if result in (R.REVOKED, R.CHANGED) and case.state == S.DECIDED:
        execution.settle(case, on=ended_on)


def answered(document, *, actor, on: date) -> None:
    """答复书、答辩状 is signed: the bureau has answered in time, or late."""
    challenge = enforcing.open_challenge(document.subject)
    if calls_for(challenge, document.kind):
        deadlines.meet(challenge, DEFENCE_CLOCK[challenge.kind], on=on, note=document.number)
