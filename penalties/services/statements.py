"""陈述申辩: said by the party online or entered from its paper, re-examined and answered."""

from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.files.services import attach
from archives_enforcement.notifications.services import tell
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Act, Refused, act, check_date, check_permission, lock
from penalties.models import Case, Statement
from penalties.queries import demands, hearings, papers
from penalties.queries.law import COERCION_LAW, PENALTY_LAW
from penalties.services import hearing_requests
from penalties.services.handling import open_for, stated
from penalties.workflow import CASE_FLOW, TOLD

HEARD_IN = (*TOLD, *Case.REOPENED, Case.State.DECIDED)  # at last on the 催告书
CLOCKS = {
    Statement.Kind.STATEMENT: (papers.STATEMENT_CLOCK,),
    Statement.Kind.HEARING: (papers.HEARING_CLOCK,),
    Statement.Kind.WITHDRAWAL: (),
    Statement.Kind.WAIVER: (papers.STATEMENT_CLOCK, papers.HEARING_CLOCK),
}


@act
def make(case: Case, *, actor, on: date, kind: str, text: str = "", files=()) -> Statement:
    """The party itself states its case, asks for a hearing, or expressly gives both up.

    A statement is heard until the decision is made, however late (第六十二条), and takes the case
    back before the review; while the case is investigated once more it is heard too, and so is
    what it says to a 催告书 (行政强制法第三十六条). A hearing asked for after five working days is
    refused (第六十四条).
    """
    return _take(case, "state", actor, on, kind, text, files)


@act
def enter(case: Case, *, actor, on: date, kind: str, text: str = "", files=()) -> Statement:
    """代录 what the party handed in on paper; its scan is required."""
    if not files:
        raise Refused(
            "代录必须附当事人书面材料的扫描件或照片，请选择文件后再提交。"
            f"依据：{PENALTY_LAW}第四十五条、第四十七条。"
        )
    return _take(case, "enter_statement", actor, on, kind, text, files)


def _take(case: Case, step: str, actor, on: date, kind, text, files) -> Statement:
    on_behalf = step == "enter_statement"
    taken = []

    def write(row):
        taken.append(_keep(row, kind, text, actor, on, on_behalf))
        return {}

    told = {
        "note": Statement.Kind(kind).label if kind in Statement.Kind.values else "",
        "details": {"kind": kind},
        "on_behalf_of": str(case.party) if on_behalf else "",
    }
    row = lock(case, actor)
    if row.reopened:
        case = _beside(row, step, actor, on, kind, write, told)
    elif demands.heard_on(row):
        case = _beside(row, step, actor, on, kind, write, told, guarded=False)
    else:
        case = CASE_FLOW.advance(case, step, actor=actor, on=on, write=write, **told)
    statement = taken[0]
    attach(
        statement,
        files,
        purpose="陈述申辩材料",
        actor=actor,
        bureau=case.bureau,
        party=case.party,
        shown_to_party=True,
    )
    officers = [row.user for row in case.officers.in_charge().select_related("user")]
    tell(officers, f"{case.party}：{statement.get_kind_display()}。", url=case.get_absolute_url())
    return statement


def _beside(
    case: Case, step: str, actor, on: date, kind, write, told: dict, *, guarded=True
) -> Case:
    """What the party says while its case is investigated once more, or to a 催告书.

    The step of the table would take the case elsewhere: this one moves nothing. `guarded`: the
    notice of the penalty has to be there; a 催告书 stands for itself.
    """
    transition = CASE_FLOW.transitions[step]
    check_permission(actor, transition.permission, transition.label)
    backfilled = check_date(actor, on)
    if guarded and (why := transition.refusal(case, Act(actor, on, transition.permission))):
        raise Refused(why)
    if kind != Statement.Kind.STATEMENT and not guarded:
        raise Refused(
            "处罚决定已经作出，现在可以对催告书提出陈述、申辩，不能再要求听证或者放弃。"
            f"依据：{COERCION_LAW}第三十六条。"
        )
    if kind != Statement.Kind.STATEMENT:
        raise Refused(
            "案件正在补充调查，重新告知以后可以要求听证或者放弃；现在可以提出陈述、申辩。"
            f"依据：{PENALTY_LAW}第四十四条、第四十五条。"
        )
    write(case)
    trail.record(case, step, transition.label, actor=actor, on=on, backfilled=backfilled, **told)
    return case


def _keep(case: Case, kind: str, text: str, actor, on: date, on_behalf: bool) -> Statement:
    if kind not in Statement.Kind.values:
        raise Refused("请选择要办理的事项：陈述、申辩，要求听证，或者明确放弃。")
    demand = demands.heard_on(case)
    notice = demand or papers.issued(case, papers.NOTICE)
    if on < papers.delivered_on(notice):
        what = "催告书" if demand else "告知书"
        raise Refused(f"提出日期不能早于{what}的送达日期，请核对。依据：{PENALTY_LAW}第四十四条。")
    if why := _too_late(case, notice, kind, on):
        raise Refused(why)
    if kind in (Statement.Kind.STATEMENT, Statement.Kind.HEARING):
        text = stated(text, "陈述、申辩的内容" if kind == "statement" else "要求听证的理由")
    if case.statements.filter(kind=kind, text=text, answered_on=None, made_on=on).exists():
        raise Refused(
            "这份意见今天已经提交过，没有再提交；有新的意见请另外写明。"
            f"依据：{PENALTY_LAW}第四十五条。"
        )
    statement = Statement.objects.create(
        case=case, kind=kind, text=text, made_on=on, made_by=actor, on_behalf=on_behalf
    )
    for code in CLOCKS[kind]:
        deadlines.meet(notice, code, on=on, note=statement.get_kind_display())
    if kind == Statement.Kind.WITHDRAWAL:
        hearing_requests.take_back(statement, notice, on)
    return statement


def _too_late(case: Case, notice, kind: str, on: date) -> str | None:
    if kind == Statement.Kind.WITHDRAWAL:
        return hearing_requests.nothing_to_take_back(case)
    made = papers.statements_since_notice(case, kind)
    if kind != Statement.Kind.STATEMENT and made.exists():
        return (
            f"已经办理过“{Statement.Kind(kind).label}”，不用再办。依据：{PENALTY_LAW}第六十四条。"
        )
    if kind == Statement.Kind.WAIVER and case.state != Case.State.NOTIFIED:
        return f"案件已经进入下一步，不用再办理放弃。依据：{PENALTY_LAW}第六十二条。"
    if kind == Statement.Kind.WAIVER and hearings.standing(case).exists():
        return (
            "当事人已经要求听证，应当举行，不再办理放弃；不要求了的，登记“撤回听证要求”；"
            f"不出席的，视为放弃听证。依据：{PENALTY_LAW}第六十四条第六项。"
        )
    if kind == Statement.Kind.HEARING and not hearings.offered(notice):
        return (
            "拟作出的处罚不属于应当听证的情形，不举行听证；可以提出陈述、申辩。"
            f"依据：{PENALTY_LAW}第六十三条，本机关听证数额标准。"
        )
    clock = papers.clock_on(notice, papers.HEARING_CLOCK)
    if kind == Statement.Kind.HEARING and on > clock.due_on:
        return (
            f"要求听证的期限已于{cn_date(clock.due_on)}届满，视为放弃听证；仍然可以提出陈述、申辩。"
            f"依据：{PENALTY_LAW}第六十四条第一项。"
        )
    return None


@act
def answer(
    statement: Statement, *, actor, on: date, answer: str, reexamination: str, reason: str
) -> Statement:
    """复核陈述申辩: what was looked at again, whether it is adopted, and why (第四十五条)."""
    case, backfilled = open_for(statement.case, HEARD_IN, "复核陈述申辩", actor=actor, on=on)
    statement = case.statements.get(pk=statement.pk)
    if statement.kind != Statement.Kind.STATEMENT or statement.answered_on:
        raise Refused(f"这一项不需要复核，或者已经复核。依据：{PENALTY_LAW}第四十五条。")
    if answer not in Statement.Answer.values:
        raise Refused("请选择复核结果：采纳、部分采纳，或者不予采纳。")
    statement.answer = answer
    statement.reexamination = stated(reexamination, "复核了哪些事实、理由和证据")
    statement.answer_text = stated(reason, "采纳或者不采纳的理由")
    statement.answered_by, statement.answered_on = actor, on
    statement.save(
        update_fields=["answer", "reexamination", "answer_text", "answered_by", "answered_on"]
    )
    trail.record(
        case,
        "answer_statement",
        f"复核陈述申辩（{statement.get_answer_display()}）",
        actor=actor,
        on=on,
        backfilled=backfilled,
    )
    return statement
