"""Where a case stands: its next step in one sentence and its eight stages."""

from datetime import date

from django.utils import timezone

from archives_enforcement.documents.models import Document
from archives_enforcement.navigation import Step
from archives_enforcement.templatetags.formats import cn_date, cn_day
from archives_enforcement.workdays.models import Deadline
from penalties import departure_guards
from penalties.models import Case, Statement
from penalties.queries import (
    age_and_mind,
    court,
    demands,
    enforcing,
    filings,
    hearings,
    on_the_spot,
    papers,
    terms,
)
from penalties.queries.accountability import is_person
from penalties.queries.defending import SILENT
from penalties.queries.dossier import Dossier
from penalties.queries.owing import APPLICATION
from penalties.queries.parties import next_step as step_without_party

S = Case.State
STAGES = (
    "立案", "调查取证", "调查终结", "拟处罚意见", "告知听证", "法制审核", "决定", "送达执行",
)  # fmt: skip
PLACE = {
    S.PENDING: 0,
    S.RETURNED: 0,
    S.INVESTIGATING: 1,
    S.INVESTIGATED: 3,
    S.PROPOSED: 4,
    S.NOTIFIED: 4,
    S.IN_REVIEW: 5,
    S.REVIEWED: 6,
    S.DECIDED: 7,
}
TAKEN_BACK = {Statement.Kind.WITHDRAWAL}
WAITING = {
    Document.State.DRAFT: "已起草，请核对后提交签发",
    Document.State.SUBMITTED: "等待机关负责人签发",
}


def next_step(dossier: Dossier) -> str:
    """What happens next, in one sentence."""
    case = dossier.case
    sentences = {
        S.PENDING: lambda: "等待机关负责人审批立案。",
        S.RETURNED: lambda: f"{filings.came_back(dossier.returned)}改好后请重新提请立案。",
        S.NOT_FILED: lambda: "没有立案，线索已办结。",
        S.ON_THE_SPOT: lambda: on_the_spot.next_step(dossier),
        S.INVESTIGATING: lambda: _investigating(case),
        S.INVESTIGATED: lambda: (
            "调查已终结，请登记裁量事实，确定拟处罚意见；之后告知陈述、申辩和听证的权利。"
        ),
        S.PROPOSED: lambda: _proposed(dossier),
        S.NOTIFIED: lambda: _notified(dossier),
        S.IN_REVIEW: lambda: "等待法制审核；审核人员没有参与办理本案。",
        S.REVIEWED: lambda: _paper(
            dossier.latest(papers.DECISION), "法制审核已通过，请起草处罚决定书"
        ),
        S.DECIDED: lambda: _decided(dossier),
        S.CLOSED: lambda: _closed(dossier),
    }
    return step_without_party(case) or age_and_mind.next_step(case) or sentences[case.state]()


def _investigating(case: Case) -> str:
    if not case.evidence.all():
        return "请调查取证，逐件登记证据。"
    if not case.facts:
        person = "，登记责任能力" if is_person(case) else ""
        return f"请继续取证；证据齐备后认定事实和构成要件{person}。"
    return "事实已经认定，证据齐备后写明调查终结报告，终结调查。"


def _proposed(dossier: Dossier) -> str:
    if departure_guards.approved(dossier.case, None):
        return "拟处罚意见调整适用基准，等待集体讨论和机关负责人批准；批准以后起草事先告知书。"
    return _paper(dossier.latest(papers.NOTICE), "请起草事先告知书")


def _paper(paper: Document | None, nothing: str) -> str:
    if paper is None or paper.state not in WAITING:
        return f"{nothing}。"
    return f"{paper.title}{WAITING[paper.state]}。"


def _notified(dossier: Dossier) -> str:
    if dossier.delivered_on(papers.NOTICE) is None:
        return "事先告知书已签发，等待送达；陈述申辩和听证的期限从送达之日起算。"
    said = dossier.case.statements.all()
    if any(row.kind == Statement.Kind.STATEMENT and row.answered_on is None for row in said):
        return "当事人提出了陈述、申辩，请复核并答复。"
    if asked := next((row for row in said if _to_be_held(row)), None):
        return _hearing(dossier, asked)
    left = terms.running(
        dossier.said(), dossier.notice_clock, timezone.localdate(),
        may_ask=hearings.offered(dossier.issued(papers.NOTICE)),
    )  # fmt: skip
    clock = dossier.notice_clock(papers.HEARING_CLOCK)
    if left is None:
        return f"{_heard(said, bool(clock))}，请送法制审核。"
    what = "陈述申辩和听证" if clock else "陈述申辩"
    ends = (clock or dossier.notice_clock(papers.STATEMENT_CLOCK)).due_on
    return f"{what}的期限{cn_date(ends)}届满；届满后送法制审核。"


def _heard(said: list[Statement], may_ask: bool) -> str:
    """How the party has used its rights, once they are over."""
    said = [row for row in said if not row.taken_back_id]
    if {row.kind for row in said} <= TAKEN_BACK:
        return f"陈述申辩{'和听证' if may_ask else ''}的期限已经届满，当事人没有提出"
    if all(row.kind == Statement.Kind.WAIVER for row in said):
        return f"当事人已经明确放弃陈述、申辩{'和听证' if may_ask else ''}的权利"
    return "已经听取当事人的意见"


def _to_be_held(statement: Statement) -> bool:
    if statement.kind != Statement.Kind.HEARING or statement.taken_back_id:
        return False
    return not hasattr(statement, "hearing") or statement.hearing.held_on is None


def _hearing(dossier: Dossier, asked: Statement) -> str:
    """Who does what next for the hearing that the party asked for."""
    hearing = getattr(asked, "hearing", None)
    if hearing is None:
        return "当事人要求听证，请安排听证：定主持人、日期和地点。"
    when = f"听证定于{cn_date(hearing.scheduled_on)}在{hearing.place}举行"
    paper = dossier.latest(hearings.HEARING_NOTICE)
    if paper is not None and paper.state in WAITING:
        return f"{when}；{_paper(paper, '')}"
    if not hearings.announced_by(hearing, paper):
        return f"{when}，请起草听证通知书，七个工作日前送达当事人。"
    if dossier.delivered_on(hearings.HEARING_NOTICE) is None:
        return f"{when}；听证通知书已签发，等待送达。"
    return f"{when}，由{hearing.chair}主持；举行以后由主持人登记听证笔录。"


def _decided(dossier: Dossier) -> str:
    kind = papers.decision_kind(dossier.case)
    if dossier.delivered_on(kind) is None:
        return on_the_spot.to_hand_over(dossier)
    if owed := on_the_spot.to_report(dossier):
        return owed
    if asked := _asked(dossier):
        return asked
    clock = dossier.clock(papers.PAYMENT_CLOCK, kind)
    if clock is not None and clock.is_open and clock.due_on < timezone.localdate():
        return _overdue(dossier, clock)
    if clock is not None and clock.is_open:
        return f"决定书已送达，等待当事人于{cn_date(clock.due_on)}前缴纳罚没款。"
    if dossier.case.outcome_note:
        return "承办人员已提请结案，等待机关负责人批准。"
    if (back := dossier.returned) is not None:
        return f"{filings.came_back(back)}改好后请重新提请。"
    paid = "罚没款已缴清" if clock else "处罚决定已经履行"
    return f"{paid}，请提请结案。"


def _asked(dossier: Dossier) -> str:
    """What the party brought against the decision, or asked of the bureau; "" for neither."""
    if dossier.challenge:
        return _challenged(dossier)
    if any(row.answered_on is None for row in dossier.case.payment_requests.all()):
        return "当事人申请延期或者分期缴纳，请办理审批表，再以通知书答复。"
    if demands.unanswered(dossier.case):
        return "当事人对催告书提出了陈述、申辩，请复核并答复。"
    if over := enforcing.overpaid(dossier.case):
        return f"复议、诉讼以后当事人多缴了 {over:,} 元，请退还并登记，再提请结案。"
    return ""


def _challenged(dossier: Dossier) -> str:
    """The bureau answers in its term; the penalty is carried out all the same (第七十三条)."""
    challenge, clock = dossier.challenge, dossier.answer_clock()
    what = f"当事人提起{challenge}"
    if clock is not None and clock.is_open:
        paper = "答辩状" if challenge.kind == challenge.Kind.SUIT else "答复书"
        return f"{what}，请在{cn_date(clock.due_on)}前提交{paper}和证据，{SILENT}。处罚不停止执行。"
    return f"{what}，等待结果，办结后登记。处罚不停止执行，期间不计算加处罚款。"


def _overdue(dossier: Dossier, clock: Deadline) -> str:
    """Not paid in time: demanded in writing, then the court (行政强制法第五十四条)."""
    late = f"缴款期限已于{cn_date(clock.due_on)}届满，当事人没有缴清"
    paper, may = dossier.latest(papers.DEMAND), "可以报请加处罚款"
    if (asked := dossier.latest(APPLICATION)) is not None:
        if asked.state in WAITING or asked.state == Document.State.IN_REVIEW:
            return f"{late}；{_paper(asked, '强制执行申请书正在审核')}"
        return _at_court(dossier, late, asked)
    if paper is None:
        return f"{late}，请书面催告；{may}。"
    if paper.state in WAITING:
        return f"{late}；{_paper(paper, '')}"
    if dossier.delivered_on(papers.DEMAND) is None:
        return f"{late}；催告书已签发，等待送达。"
    term = dossier.clock(papers.DEMAND_CLOCK, papers.DEMAND)
    if term is not None and timezone.localdate() <= term.due_on:
        return f"{late}；已经催告，等待当事人于{cn_date(term.due_on)}前履行。{may}。"
    return f"{late}，催告后仍没有履行；{may}，复议、起诉的期限届满后可以申请法院强制执行。"


def _at_court(dossier: Dossier, late: str, asked: Document) -> str:
    """How far the court has come with the application, and whether it is over."""
    case = dossier.case
    steps = list(case.court_steps.all())
    if not steps:
        return f"{late}；已经申请法院强制执行（{asked.number}），等待法院受理和裁定。"
    if not court.over(case, timezone.localdate()):
        return f"{late}；法院执行登记到“{steps[-1]}”，有新的进展请登记。"
    if case.outcome_note:
        return "人民法院不再执行，承办人员已提请结案，等待机关负责人批准。"
    return f"{late}，{steps[-1]}，不再执行，请提请结案。"


def _closed(dossier: Dossier) -> str:
    if dossier.challenge:
        return _challenged(dossier)
    ended = f"{dossier.case.get_outcome_display()}，案件已经结束。"
    clock = dossier.clock(papers.PUBLICATION_CLOCK, papers.decision_kind(dossier.case))
    if clock is not None and clock.is_open:
        return f"{ended}处罚决定应当在{cn_date(clock.due_on)}前公示。"
    return ended


def steps(dossier: Dossier) -> list[Step]:
    """The stages with their dates; what lies ahead shows when it is due."""
    case = dossier.case
    if case.on_the_spot:
        return on_the_spot.steps(dossier)
    now = PLACE.get(case.state, len(STAGES) if case.outcome in Case.WITH_PENALTY else -1)
    notes = _dates(dossier)
    return [
        Step(
            label,
            _mark(place, now, notes[place]),
            cn_day(notes[place]) or _due(dossier, place, now),
        )
        for place, label in enumerate(STAGES)
    ]


def _mark(place: int, now: int, day: date | None) -> str:
    if now < 0:
        return "done" if day else ""
    return "done" if place < now else "now" if place == now else ""


def _dates(dossier: Dossier) -> list[date | None]:
    case, notice = dossier.case, dossier.issued(papers.NOTICE)
    passed = [row.reviewed_on for row in case.reviews.all() if row.outcome == "passed"]
    proposal = case.assessment
    return [
        case.filed_on,
        max((row.obtained_on for row in case.evidence.all()), default=None),
        case.investigated_on,
        proposal and proposal.made_on,
        notice and notice.issued_on,
        passed[-1] if passed else None,
        case.decision.decided_on if hasattr(case, "decision") else None,
        case.closed_on if hasattr(case, "decision") else None,
    ]


def _due(dossier: Dossier, place: int, now: int) -> str:
    if STAGES[place] != "决定" or dossier.case.filed_on is None or now < 0:
        return ""
    clock = dossier.clock(papers.DECISION_CLOCK)
    return f"{cn_day(clock.due_on)}前" if clock and clock.is_open else ""


def warnings(case: Case, clocks: list[Deadline], today: date) -> list[str]:
    """What the law expects and the case is late with; nothing here stops an act."""
    found = []
    for clock in clocks:
        if clock.code == papers.DECISION_CLOCK and clock.is_open and clock.due_on < today:
            found.append(
                f"作出处罚决定的期限已于{cn_date(clock.due_on)}届满，超期应当说明理由和依据"
                "（《中华人民共和国行政处罚法》第六十条）。"
            )
        if clock.code == papers.PUBLICATION_CLOCK and clock.is_open and clock.due_on < today:
            found.append(f"处罚决定应当在{cn_date(clock.due_on)}前公开，请尽快办理公示。")
        if clock.code == papers.PRESERVATION_CLOCK and clock.is_open and clock.due_on < today:
            found.append(
                f"先行登记保存的处理期限已于{cn_date(clock.due_on)}届满，应当立即作出处理决定或者解除"
                "（《中华人民共和国行政处罚法》第五十六条）。"
            )
    if case.state == S.DECIDED and (told := _court(case, today)):
        found.append(told)
    return found


def _court(case: Case, today: date) -> str | None:
    """Until when the court may be asked, once the party may no longer go to law."""
    term = None if papers.issued(case, APPLICATION) else enforcing.court_term(case)
    if term is None or term.last is None or today <= term.after or enforcing.settled(case):
        return None
    if today > term.last:
        return (
            f"申请法院强制执行的期限已于{cn_date(term.last)}届满，罚没款还没有缴清，请报告机关负责人"
            "（《中华人民共和国行政强制法》第五十三条）。"
        )
    return (
        f"罚没款还没有缴清，最迟于{cn_date(term.last)}申请法院强制执行，申请前十个工作日要先送达催告书"
        "（《中华人民共和国行政强制法》第五十三条、第五十四条）。"
    )
