"""Papers of the catalogue on a case: what the case says already, and what it does not allow yet."""

from collections.abc import Callable
from datetime import date

from archives_enforcement.documents import kinds, tabling
from archives_enforcement.documents.drafting import SUBJECTS, Subject, register
from archives_enforcement.templatetags.formats import cn_date
from inspections.drafting import lead_facts as of_lead
from inspections.models import Lead
from penalties import guards
from penalties.models import Case, Statement
from penalties.queries import cases, enforcing, gate, no_penalty, papers, portal, wording
from penalties.queries.law import COERCION_LAW, PENALTY_LAW
from penalties.services.filing import SERIES

S = Case.State
REFERRAL = "crime_referral"
NOT_REPORTED = (
    "两名以上执法人员还没有核实情况、提出书面报告，请先办理线索核查报告或者调查终结报告。"
    "依据：《行政执法机关移送涉嫌犯罪案件的规定》第五条。"
)


def case_facts(case: Case, on: date) -> dict:
    decision = papers.decision(case)
    return {
        "party": case.party.name,
        "party_address": case.party.address,
        "cause": case.violation.title,
        "source": case.lead.get_source_display(),
        "facts": case.facts or case.summary,
        "evidence": evidence(case),
        "officers": cases.officers_in_words(case, on),
        "decision": decision.number if decision else "",
        "paper": decision.number if decision else "",
        "measure": measure(case),
    }


def lead_facts(lead: Lead, on: date) -> dict:
    """What a lead says; once a case is proposed on it, those who handle the case handle it."""
    handling = {"officers": cases.officers_in_words(lead.case, on)} if hasattr(lead, "case") else {}
    return of_lead(lead, on) | handling


def measure(case: Case) -> str:
    """What the bureau did with the things of the case; there is no other measure than this."""
    notice = papers.issued(case, papers.PRESERVATION)
    return f"先行登记保存（{notice.number}）" if notice else ""


def evidence(case: Case) -> list | str:
    """The pieces that were not excluded, each with its own number, as rows of the list."""
    rows = [
        [f"证据{row.position}：{row.get_kind_display()}“{row.title}”", row.source, row.proves]
        for row in case.evidence.filter(excluded_on=None)
    ]
    return tabling.of_rows(rows, kinds.KINDS["investigation_report"].tables["evidence"])


def facts_of_kind(case: Case, kind: str, on: date) -> dict:
    """What the case says in papers of one kind alone."""
    if kind == "no_penalty_decision":
        lines = no_penalty.reasons(case, on)
        return {"reasons": "\n".join(lines), "evidence": "\n".join(wording.evidence(case))}
    if kind == "instalment_approval" and (asked := case.payment_requests.last()):
        said = f"{cn_date(asked.made_on)}{asked.get_kind_display()}：{asked.plan}"
        return {"hardship": asked.hardship, "request": said}
    return gate.words_of_paper(case.lead, kind, on)


def _has_paper(case: Case, kind: str) -> bool:
    return papers.issued(case, kind) is not None


def heard_on_request(case: Case, on: date) -> str | None:
    if case.statements.filter(kind=Statement.Kind.HEARING).exists():
        return None
    return f"当事人没有要求听证，不发听证通知书。依据：{PENALTY_LAW}第六十四条。"


def filed(case: Case, on: date) -> str | None:
    if case.filed_on:
        return None
    return f"案件还没有立案，没有调查可以终结。依据：{PENALTY_LAW}第五十四条。"


def investigated(case: Case, on: date) -> str | None:
    if case.state in (S.PENDING, S.NOT_FILED, S.ON_THE_SPOT, S.INVESTIGATING):
        return f"调查还没有终结，不能作出决定。依据：{PENALTY_LAW}第五十七条。"
    return None


def not_yet_penalised(case: Case, on: date) -> str | None:
    """One case ends in one decision: 处罚 or 不予处罚."""
    if papers.decision(case):
        return (
            "本案已经作出行政处罚决定，不能再作不予处罚决定；决定不当的，请依法撤销后再办。"
            f"依据：{PENALTY_LAW}第五十七条。"
        )
    return investigated(case, on)


def preservation_approved(case: Case, on: date) -> str | None:
    if _has_paper(case, "preservation_approval"):
        return None
    return f"先行登记保存须经机关负责人批准，请先办理审批表。依据：{PENALTY_LAW}第五十六条。"


def preserved(case: Case, on: date) -> str | None:
    if _has_paper(case, papers.PRESERVATION):
        return None
    return f"没有先行登记保存的物品，不用作处理决定。依据：{PENALTY_LAW}第五十六条。"


def measured(case: Case, on: date) -> str | None:
    if _has_paper(case, papers.PRESERVATION):
        return None
    return (
        "本案没有采取先行登记保存，没有要制作现场笔录的措施；查封、扣押没有法律授权，不能采取。"
        f"依据：{PENALTY_LAW}第五十六条，{COERCION_LAW}第十条、第十八条。"
    )


def decided(case: Case, on: date) -> str | None:
    decision = papers.decision(case)
    if decision is not None and papers.delivered_on(decision):
        return None
    return f"处罚决定还没有作出并送达，没有要履行的义务。依据：{PENALTY_LAW}第六十六条。"


def deferral_approved(case: Case, on: date) -> str | None:
    if why := decided(case, on):
        return why
    if _has_paper(case, "instalment_approval"):
        return None
    return (
        f"延期、分期缴纳须经机关负责人批准，请先办理审批表。依据：{PENALTY_LAW}第六十六条第二款。"
    )


def overdue(case: Case, on: date) -> str | None:
    """A 催告 says that the party has not done what was due: so it must be due."""
    if why := decided(case, on) or _nothing_owed(case):
        return why
    clock = papers.clock_on(papers.decision(case), papers.PAYMENT_CLOCK)
    if clock is not None and on <= clock.due_on:
        return (
            f"当事人履行处罚决定的期限{cn_date(clock.due_on)}才届满，届满以后仍未履行的才催告。"
            f"依据：{PENALTY_LAW}第六十六条、第六十七条。"
        )
    return None


def _nothing_owed(case: Case) -> str | None:
    if guards.unpaid(case) > 0:
        return None
    return (
        f"罚没款已经缴清或者不再应缴，没有要催告、申请执行的义务。依据：{PENALTY_LAW}第六十六条。"
    )


def in_time_for_court(case: Case, on: date) -> str | None:
    """The court is asked when the party may no longer go to law, within three months.

    行政强制法第五十三条; 行政处罚法第七十二条第二款 where a delay was approved.
    """
    if why := decided(case, on) or _nothing_owed(case):
        return why
    if challenge := enforcing.open_challenge(case):
        return f"{challenge}还没有办结，不能申请法院强制执行。依据：{COERCION_LAW}第五十三条。"
    after, last = enforcing.court_term(case)
    if on <= after:
        return (
            f"当事人在{cn_date(after)}以前还可以依法申请行政复议、提起行政诉讼或者缴纳，期满以后才能"
            f"申请法院强制执行。依据：{COERCION_LAW}第五十三条，{PENALTY_LAW}第七十二条第二款。"
        )
    if last is not None and on > last:
        return (
            f"申请法院强制执行的期限（三个月）已于{cn_date(last)}届满，法院不再受理；请报告机关负责人，"
            f"查明逾期的原因。依据：{COERCION_LAW}第五十三条，{PENALTY_LAW}第七十二条第二款。"
        )
    return None


def demanded(case: Case, on: date) -> str | None:
    """催告 first, and ten working days (行政强制法第五十四条, 第六十九条)."""
    notice = papers.issued(case, "demand_notice")
    told = papers.delivered_on(notice) if notice else None
    if told is None:
        return f"申请法院强制执行前应当书面催告并送达。依据：{COERCION_LAW}第五十四条。"
    clock = papers.clock_on(notice, "D-R15")
    if clock is not None and on <= clock.due_on:
        return (
            f"催告书于{cn_date(told)}送达，十日（工作日）期满后（{cn_date(clock.due_on)}之后）"
            f"仍未履行的才能申请。依据：{COERCION_LAW}第五十四条、第六十九条。"
        )
    return in_time_for_court(case, on)


def published(case: Case, on: date) -> str | None:
    if papers.decision(case):
        return None
    return f"还没有处罚决定，没有要公示或者撤回的信息。依据：{PENALTY_LAW}第四十八条。"


def ended(case: Case, on: date) -> str | None:
    if case.state in (S.DECIDED, S.CLOSED):
        return None
    return f"案件还没有处理决定，不能结案。依据：{PENALTY_LAW}第五十七条。"


def reported_in_writing(case: Case, on: date) -> str | None:
    """Two officers verify and report first (行政执法机关移送涉嫌犯罪案件的规定第五条)."""
    if why := gate.why_no_paper(case.lead, REFERRAL, on):
        return why
    if papers.of_case_or_lead(case, "investigation_report", "lead_report").exists():
        return None
    return NOT_REPORTED


def lead_refusal(lead: Lead, kind: str, on: date) -> str | None:
    if why := gate.why_no_paper(lead, kind, on):
        return why
    if kind != REFERRAL or papers.on_record(lead, "lead_report").exists():
        return None
    return NOT_REPORTED


NOT_YET: dict[str, Callable[[Case, date], str | None]] = {
    "hearing_notice": heard_on_request,
    "hearing_record": heard_on_request,
    "hearing_report": heard_on_request,
    "investigation_report": filed,
    "decision_approval": investigated,
    "no_penalty_decision": not_yet_penalised,
    papers.PRESERVATION: preservation_approved,
    "coercion_record": measured,
    "preservation_disposal": preserved,
    "instalment_approval": decided,
    "instalment_notice": deferral_approved,
    "demand_notice": overdue,
    "enforcement_application": demanded,
    "disclosure_approval": published,
    "withdrawal_statement": published,
    "closing_report": ended,
    REFERRAL: reported_in_writing,
}


def case_refusal(case: Case, kind: str, on: date) -> str | None:
    check = NOT_YET.get(kind)
    return check(case, on) if check else gate.why_no_paper(case.lead, kind, on)


kinds.OTHER_SERIES[SERIES] = "案件（立案）"
register(
    "case",
    Subject(
        Case,
        lambda case: case.party,
        case_facts,
        case_refusal,
        link_for_party=portal.link_of,
        facts_for=facts_of_kind,
    ),
)
register(
    "lead",
    SUBJECTS["lead"]._replace(
        facts=lead_facts, refusal=lead_refusal, facts_for=gate.words_of_paper
    ),
)
