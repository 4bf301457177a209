"""申请法院强制执行以后: each event in its order, and the terms that it starts or ends."""

from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.documents.models import Document
from archives_enforcement.files.services import attach
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused, act
from penalties import closing_guards
from penalties.drafting_guards import in_time_for_court
from penalties.models import Case, CourtStep
from penalties.queries import court, papers
from penalties.queries.law import COERCION_LAW, PENALTY_LAW
from penalties.services.handling import open_for, stated

K = CourtStep.Kind
S = Case.State
LABEL = "登记法院执行进展"
CLOSING = "《档案行政处罚程序规定》第四章（未核对原文）"
TO_ACCEPT, TO_RULE, TO_RULE_HEARD = "D-R17", "D-R19", "D-R19-2"
AGAINST_REFUSAL, AGAINST_RULING = "D-R18", "D-R20"
ENDS = {  # what each event ends
    K.ACCEPTED: (TO_ACCEPT,),
    K.NOT_ACCEPTED: (TO_ACCEPT,),
    K.EXECUTE: (TO_RULE, TO_RULE_HEARD),
    K.NOT_EXECUTE: (TO_RULE, TO_RULE_HEARD),
    K.APPEALED: (AGAINST_REFUSAL, AGAINST_RULING),
}
STARTS = {
    K.SUBMITTED: TO_ACCEPT,
    K.ACCEPTED: TO_RULE,
    K.NOT_ACCEPTED: AGAINST_REFUSAL,
    K.NOT_EXECUTE: AGAINST_RULING,
}
ARTICLES = {AGAINST_REFUSAL: "第五十六条第二款", AGAINST_RULING: "第五十八条第三款"}


@act
def record(
    case: Case, *, actor, on: date, kind: str, happened_on: date, note: str,
    doubted: bool = False, files=(),
) -> CourtStep:  # fmt: skip
    """登记进展: submitted, accepted or not, ruled on, brought before the court above.

    `doubted`: the court found the decision plainly without ground and hears both sides, which
    gives it thirty days instead of seven working days (第五十八条).
    """
    case, backfilled = open_for(case, (S.DECIDED,), LABEL, actor=actor, on=on)
    last = court.last_step(case)
    paper = _paper(case, last, kind)
    _check(case, paper, last, kind, happened_on, on)
    _check_shown(case, kind, files)
    if kind == K.APPEALED:
        _check_in_time(paper, happened_on)
    made = CourtStep.objects.create(
        case=case, document=paper, kind=kind, happened_on=happened_on, recorded_by=actor,
        doubted=doubted and kind == K.ACCEPTED, note=stated(note, "文号和要点"),
    )  # fmt: skip
    attach(made, files, purpose="法院执行材料", actor=actor, bureau=case.bureau)
    for code in ENDS.get(kind, ()):
        deadlines.meet(paper, code, on=happened_on, note=made.get_kind_display())
    if kind == K.SUBMITTED and last:
        reason = "已重新向人民法院提交申请"
        deadlines.cancel(last.document, AGAINST_REFUSAL, on=happened_on, reason=reason)
    if code := STARTS.get(kind):
        code = TO_RULE_HEARD if made.doubted else code
        deadlines.start(paper, code, bureau=case.bureau, on=happened_on)
    _time_to_close(case, made)
    trail.record(
        case, "court_step", f"法院执行：{made.get_kind_display()}", actor=actor, on=on,
        backfilled=backfilled, note=made.note,
    )  # fmt: skip
    return made


def _paper(case: Case, last: CourtStep | None, kind: str) -> Document | None:
    """The application that lies at the court; a new one counts when it is submitted."""
    if last and kind != K.SUBMITTED and last.document.state == Document.State.ISSUED:
        return last.document
    return court.application(case)


def _time_to_close(case: Case, made: CourtStep) -> None:
    """It runs from the day on which the court is done with an unpaid case, be it yet to come.

    A later step may move that day or undo it; what is paid has its own beginning.
    """
    if closing_guards.unpaid(case) <= 0:
        return
    day, clock = court.over_from(case), papers.clock_on(case, papers.CLOSING_CLOCK)
    if clock and clock.trigger_on != day:
        reason = f"登记“{made.get_kind_display()}”，结案的起算日变化"
        deadlines.cancel(case, papers.CLOSING_CLOCK, on=made.happened_on, reason=reason)
    if day:
        deadlines.start(case, papers.CLOSING_CLOCK, bureau=case.bureau, on=day)


def _check(
    case: Case, paper, last: CourtStep | None, kind: str, happened_on: date, on: date
) -> None:
    if paper is None:
        raise Refused(
            f"强制执行申请书还没有签发，没有要登记的进展。依据：{COERCION_LAW}第五十五条。"
        )
    if kind not in court.open_kinds(case):
        before = f"“{last.get_kind_display()}”以后" if last else "向法院提交以前"
        raise Refused(
            f"{before}不能登记这一项，请按办理的先后登记。依据：{COERCION_LAW}第五十六条至第五十八条。"
        )
    first = max(last.happened_on, paper.issued_on) if last else paper.issued_on
    if not first <= happened_on <= on:
        raise Refused(
            f"日期应当在{cn_date(first)}以后、办理日期以前，请核对。"
            f"依据：{COERCION_LAW}第五十六条至第五十八条。"
        )
    if last and kind == K.SUBMITTED and (why := in_time_for_court(case, happened_on)):
        raise Refused(why)


def _check_shown(case: Case, kind: str, files) -> None:
    """What a case may be closed on lies in its file; what was carried out is entered as paid."""
    label = K(kind).label
    if kind in CourtStep.ON_PAPER and not files:
        raise Refused(
            f"登记“{label}”请上传人民法院的裁定书或者通知书，以后凭它结案。"
            f"依据：{COERCION_LAW}第五十六条至第五十八条，{CLOSING}。"
        )
    if kind == K.EXECUTED and (left := closing_guards.unpaid(case)) > 0:
        raise Refused(
            f"罚没款还有 {left:,} 元没有登记缴纳，不能登记“{label}”。请先登记法院执行到位的款项。"
            f"依据：{PENALTY_LAW}第六十七条，{CLOSING}。"
        )


def _check_in_time(paper, on: date) -> None:
    """The bureau may go to the court above within fifteen days of the ruling, not later."""
    clocks = [papers.clock_on(paper, code) for code in (AGAINST_REFUSAL, AGAINST_RULING)]
    clock = next(row for row in clocks if row and row.is_open)
    if on > clock.due_on:
        raise Refused(
            f"“{clock.name}”的期限已于{cn_date(clock.due_on)}届满，不能再向上一级人民法院申请复议。"
            f"依据：{COERCION_LAW}{ARTICLES[clock.code]}。"
        )
