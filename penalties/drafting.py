"""Papers of the catalogue on a case: what the case says already, and what it does not allow yet."""

from collections.abc import Callable
from datetime import date

from archives_enforcement.documents import kinds, tabling
from archives_enforcement.documents.drafting import SUBJECTS, Subject, register
from inspections.models import Lead
from inspections.queries.paper_facts import lead_facts as of_lead
from penalties import drafting_guards as later
from penalties.models import Case, Statement
from penalties.queries import (
    asked,
    cases,
    defending,
    gate,
    hearings,
    no_penalty,
    owing,
    papers,
    portal,
)
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


def words_for(case: Case, kind: str, on: date) -> dict:
    """What papers of one kind say alone: of the facts found, the hearing, what is owed."""
    if kind == hearings.HEARING_NOTICE:
        return hearings.words(case)
    if kind == "no_penalty_decision":
        return no_penalty.words(case, on)
    if kind == "instalment_approval":
        return asked.words(case)
    known = gate.words_of_paper(case.lead, kind, on)
    return known or owing.words(case, kind) or defending.words(case, kind)


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


def _has_paper(case: Case, kind: str) -> bool:
    return papers.issued(case, kind) is not None


def heard_on_request(case: Case, on: date) -> str | None:
    if case.statements.filter(kind=Statement.Kind.HEARING, taken_back=None).exists():
        return None
    return f"当事人没有要求听证，不发听证通知书。依据：{PENALTY_LAW}第六十四条。"


def filed(case: Case, on: date) -> str | None:
    if case.filed_on:
        return None
    return f"案件还没有立案，没有调查可以终结。依据：{PENALTY_LAW}第五十四条。"


def investigated(case: Case, on: date) -> str | None:
    if case.state in (S.PENDING, S.RETURNED, S.NOT_FILED, S.ON_THE_SPOT, S.INVESTIGATING):
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
    if kind == "jurisdiction_request":
        return later.consulted(lead, on)
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
    "instalment_approval": later.decided,
    "instalment_notice": later.deferral_approved,
    papers.DEMAND: later.overdue,
    "enforcement_application": later.demanded,
    "disclosure_approval": published,
    "withdrawal_statement": published,
    "closing_report": ended,
    "jurisdiction_request": later.consulted,
    **{kind: later.challenged(kind) for kind in defending.DEFENCES},
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
        facts_for=words_for,
    ),
)
register(
    "lead",
    SUBJECTS["lead"]._replace(
        facts=lead_facts, refusal=lead_refusal, facts_for=gate.words_of_paper
    ),
)
