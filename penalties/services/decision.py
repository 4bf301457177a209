"""决定: discussed where needed, drafted from the record, made by the head (第五十七条)."""

from datetime import date

from archives_enforcement.accounts.models import Party
from archives_enforcement.documents import services as documents
from archives_enforcement.documents.models import Document
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused, act
from penalties.models import Case, Decision
from penalties.queries import papers, wording
from penalties.queries.law import PENALTY_LAW
from penalties.services import execution
from penalties.services.handling import open_for, stated
from penalties.services.notice import check_content
from penalties.workflow import CASE_FLOW, REVIEWED_FIRST

S = Case.State
TITLE = "行政处罚决定书"


@act
def draft(case: Case, *, actor, on: date, payment_account: str = "") -> Document:
    """起草处罚决定书 from the reviewed proposal; one at a time.

    `payment_account` says where to pay, where there is something to pay.
    """
    case, _ = open_for(
        case, (S.REVIEWED,), "起草处罚决定书", actor=actor, on=on, basis=REVIEWED_FIRST
    )
    if paper := papers.latest(case, papers.DECISION):
        raise Refused(
            f"本案已有决定书（{paper.get_state_display()}），请在原来的文书上办理。"
            f"依据：{PENALTY_LAW}第二十九条、第五十七条。"
        )
    if unnamed := _unnamed(case.party):
        raise Refused(
            f"当事人的{'、'.join(unnamed)}没有登记，决定书应当载明，请先在单位页面点“修改登记”补充。"
            f"依据：{PENALTY_LAW}第五十九条第一款第一项。"
        )
    to_pay = case.assessment.fine or case.assessment.gains
    account = stated(payment_account, "缴款的银行和账户，或者电子支付方式") if to_pay else ""
    fields = wording.decision_fields(case, case.assessment, payment_account=account, on=on)
    return documents.draft(
        case,
        papers.DECISION,
        bureau=case.bureau,
        party=case.party,
        title=TITLE,
        fields=fields,
        actor=actor,
        on=on,
    )


def _unnamed(party: Party) -> list[str]:
    """What a decision must say of its party and the register lacks; persons have no code."""
    facts = {"地址": party.address}
    if party.kind != Party.Kind.PERSON:
        facts |= {"统一社会信用代码": party.credit_code, "负责人": party.legal_representative}
    return [label for label, value in facts.items() if not value]


def issued(document: Document, *, actor, on: date) -> None:
    """The head has signed: the decision is made, and its clocks run.

    D-P10 is met; D-P11 (service) and D-G01 (publication) start on the paper.
    """
    case = CASE_FLOW.advance(document.subject, "decide", actor=actor, on=on)
    check_content(document, penalty=wording.penalty(case.assessment), answer=wording.answer(case))
    Decision.objects.create(
        case=case,
        document=document,
        assessment=case.assessment,
        decided_by=actor,
        decided_on=on,
    )
    deadlines.meet(case, papers.DECISION_CLOCK, on=on, note=document.number)
    for code in (papers.SERVICE_CLOCK, papers.PUBLICATION_CLOCK):
        deadlines.start(document, code, bureau=case.bureau, on=on)


def delivered(document: Document, *, actor, on: date) -> None:
    """The party has the decision; the time to pay (D-P13) is started with the delivery.

    Where nothing is owed, or no more, it ends at once and the time to close (D-P23) begins.
    """
    deadlines.meet(document, papers.SERVICE_CLOCK, on=on, note="已送达")
    execution.settle(document.subject, on=on)
