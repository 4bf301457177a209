"""加处罚款: the record computes it, the head imposes it by signing (行政处罚法第七十二条)."""

from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.documents import kinds
from archives_enforcement.documents import services as documents
from archives_enforcement.documents.models import Document
from archives_enforcement.workflow import Act, Refused, act
from penalties import deciding_guards
from penalties.amounts import capital
from penalties.models import Case, Surcharge
from penalties.queries import enforcing, papers
from penalties.queries.law import COERCION_LAW, PENALTY_LAW
from penalties.services.handling import check_state, open_for, stated

S = Case.State
SIGN = "documents.sign_decision"
TOLD_BEFORE = f"依据：{PENALTY_LAW}第七十二条第一款第一项，{COERCION_LAW}第四十五条。"


@act
def draft(case: Case, *, actor, on: date, payment_account: str) -> Document:
    """起草加处罚款决定书 for the days until `on`; no figure in it is typed."""
    case, _ = open_for(case, (S.DECIDED,), "起草加处罚款决定书", actor=actor, on=on)
    paper = papers.latest(case, papers.SURCHARGE)
    if paper is not None and paper.state != Document.State.ISSUED:
        raise Refused(
            f"本案已有加处罚款决定书（{paper.get_state_display()}），请在原来的文书上办理。"
        )
    late = _due(case, on)
    account = stated(payment_account, "缴款的银行和账户，或者电子支付方式")
    kind = kinds.KINDS[papers.SURCHARGE]
    return documents.draft(
        case,
        papers.SURCHARGE,
        bureau=case.bureau,
        party=case.party,
        title=kind.label,
        fields=_words(case, late, account, on),
        actor=actor,
        on=on,
    )


def _due(case: Case, on: date) -> enforcing.Lateness:
    """What may be imposed; Refused with its article where nothing may."""
    if enforcing.open_challenge(case):
        raise Refused(
            "行政复议、行政诉讼期间不计算加处罚款，请在办结以后再决定。"
            f"依据：{PENALTY_LAW}第七十三条第三款。"
        )
    late = enforcing.lateness(case, on)
    if not late.amount:
        raise Refused(f"没有可以加处的罚款：{late.said}{TOLD_BEFORE}")
    return late


def _words(case: Case, late: enforcing.Lateness, account: str, on: date) -> dict:
    return {
        "party": case.party.name,
        "decision": papers.decision(case).number,
        "reckoning": [late.said],
        "penalty": [f"加处罚款人民币{capital(late.amount)}（¥{late.amount:,}）。"],
        "performance": [f"自收到本决定书之日起，到{account.rstrip('。')}缴纳。"],
        "amount": late.amount,
        "until": on.isoformat(),
    }


def issued(document: Document, *, actor, on: date) -> None:
    """The head has signed: it is imposed, if the record still comes to the same figure."""
    case = document.subject
    check_state(case, (S.DECIDED,), "签发加处罚款决定书")
    if why := deciding_guards.imposed_by_another(case, Act(actor, on, SIGN)):
        raise Refused(why)
    until = date.fromisoformat(document.fields["until"])
    late = _due(case, until)
    if (late.amount, [late.said]) != (document.fields["amount"], document.fields["reckoning"]):
        raise Refused(
            "加处罚款的数额与案件现在的记录不一致（缴款、复议诉讼或者延期有变化），请作废后重新起草。"
            f"{TOLD_BEFORE}"
        )
    Surcharge.objects.create(
        case=case, document=document, amount=late.amount, until=until, decided_by=actor,
        decided_on=on,
    )  # fmt: skip
    trail.record(
        case, "impose_surcharge", "加处罚款", actor=actor, on=on, backfilled=on < trail.today(),
        note=document.number, details={"amount": late.amount, "until": until.isoformat()},
    )  # fmt: skip
