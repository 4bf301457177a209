"""当场处罚（简易程序）: chosen, decided and handed over on the spot, then reported to the bureau.

行政处罚法第五十一条至第五十三条. Neither 立案, a notice of its own nor 法制审核 goes before it;
facts, reasons, basis and rights are told and the party is heard there all the same (第四十四条,
第四十五条). 预定格式、编有号码: the form is the wording of the kind, and its number comes from the
locked counter of the series when the paper is completed: none is given twice, none is left out.
"""

from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.documents import kinds
from archives_enforcement.documents import services as documents
from archives_enforcement.documents.models import Document
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Act, Refused, act
from penalties import spot_guards
from penalties.models import Assessment, Case, Collection, Decision
from penalties.queries import cases, papers
from penalties.queries import discretion as queries
from penalties.queries import on_the_spot as wording
from penalties.queries.law import PENALTY_LAW
from penalties.services import discretion
from penalties.services.handling import open_for, passed_over, stated
from penalties.workflow import CASE_FLOW, GROUNDS

S = Case.State
TITLE = kinds.KINDS[papers.SUMMARY].label


@act
def begin(case: Case, *, actor, on: date) -> Case:
    """适用简易程序: the case goes no further through 立案; Refused where the law wants more."""
    return CASE_FLOW.advance(
        case, "go_on_the_spot", actor=actor, on=on, write=lambda row: {"on_the_spot": True}
    )


@act
def leave(case: Case, *, actor, on: date, note: str) -> Case:
    """改用普通程序: the case waits for 立案 again, with what was found so far."""
    return CASE_FLOW.advance(
        case,
        "leave_the_spot",
        actor=actor,
        on=on,
        note=stated(note, "改用普通程序的原因"),
        write=lambda row: {"on_the_spot": False},
    )


@act
def draft(
    case: Case,
    *,
    actor,
    on: date,
    fine: int,
    correction: str,
    time: str,
    place: str,
    told: bool,
    statement: str,
    collection: str,
    reasons: str = "",
    because: str = "",
    payment_account: str = "",
) -> Document:
    """起草当场处罚决定书: the figure is checked and frozen with its reasons, in yuan.

    `told` says that certificates were shown and the rights told first, `because` why the officers
    take the fine themselves; `reasons` are for the figure where no benchmark gives them. Raises
    Refused with the article.
    """
    case, _ = open_for(case, (S.ON_THE_SPOT,), "起草当场处罚决定书", actor=actor, on=on)
    because = because.strip()
    told_first = None if told else (
        "作出决定以前，应当出示执法证件，告知拟处罚的内容、事实、理由、依据和陈述、申辩的权利。"
        f"依据：{PENALTY_LAW}第四十四条、第五十二条。"
    )  # fmt: skip
    _check(
        _under_way(case),
        *(guard(case, Act(actor, on)) for guard in GROUNDS),
        spot_guards.beyond_the_law(case, fine),
        told_first,
        spot_guards.not_collectable(collection, fine, because) if fine else None,
    )
    by_bank = fine and collection == Collection.BANK
    account = stated(payment_account, "缴款的银行和账户，或者电子支付方式") if by_bank else ""
    made = _assess(case, actor, on, fine, correction, reasons)
    typed = {
        "time": stated(time, "作出决定的时间"),
        "place": stated(place, "作出决定的地点"),
        "statement": stated(statement, "当事人的陈述申辩和复核情况"),
        "payment": wording.payment(fine, collection, because, account),
        "collection": collection if fine else "",
        "officers": cases.officers_in_words(case, on),
    }
    return documents.draft(
        case,
        papers.SUMMARY,
        bureau=case.bureau,
        party=case.party,
        title=TITLE,
        fields=wording.fields(case, made) | typed,
        actor=actor,
        on=on,
    )


def _check(*problems: str | None) -> None:
    if why := next(filter(None, problems), None):
        raise Refused(why)


def _under_way(case: Case) -> str | None:
    paper = papers.latest(case, papers.SUMMARY)
    if paper is None:
        return None
    return (
        f"本案已有当场处罚决定书（{paper.get_state_display()}），请在原来的文书上办理。"
        f"依据：{PENALTY_LAW}第二十九条、第五十二条。"
    )


def _assess(case: Case, actor, on, fine: int, correction: str, reasons: str) -> Assessment:
    """By the benchmark where one grades the clause (第三十四条); else by the clause alone."""
    if queries.row_for(case, on):
        return discretion.assessed(case, actor, on, fine, correction)
    return Assessment.objects.create(
        case=case,
        tier="",
        fine=fine,
        correction=stated(correction, "责令改正的内容"),
        snapshot=wording.snapshot(case, fine, stated(reasons, "裁量理由"), on),
        made_by=actor,
        made_on=on,
    )


def issued(document: Document, *, actor, on: date) -> None:
    """The officers have completed it: the decision is made, and its clocks run.

    D-G01 (publication) starts on the paper, D-P15 (handing in) where the officers take the fine.
    """
    case = document.subject
    if any(document.fields.get(name) != value for name, value in _expected(case).items()):
        raise Refused("决定书的内容与案件现在的记录不一致，请作废后重新起草。")
    case = CASE_FLOW.advance(
        case,
        "decide_on_the_spot",
        actor=actor,
        on=on,
        write=lambda row: {"told_on": row.told_on or on, "year": on.year},
    )
    Decision.objects.create(
        case=case, document=document, assessment=case.assessment, decided_by=actor, decided_on=on
    )
    deadlines.meet(case.lead, papers.FILING_CLOCK, on=on, note=document.number)
    deadlines.start(document, papers.PUBLICATION_CLOCK, bureau=case.bureau, on=on)
    if document.fields["collection"] not in ("", Collection.BANK):
        deadlines.start(document, papers.HANDING_IN_CLOCK, bureau=case.bureau, on=on)


def _expected(case: Case) -> dict:
    return wording.fields(case, case.assessment) if case.assessment else {"assessment": 0}


@act
def report(case: Case, *, actor, on: date, note: str) -> Case:
    """报所属行政机关备案 (第五十二条第三款): D-P17 is met; `note` says with whom it was filed."""
    case, backfilled = open_for(case, (S.DECIDED,), "报备案", actor=actor, on=on)
    decision = case.decision
    if not case.on_the_spot or decision.reported_on:
        raise Refused(
            "只有当场作出的处罚决定要报备案，备案一次；请刷新页面后再看。"
            f"依据：{PENALTY_LAW}第五十二条第三款。"
        )
    note = stated(note, "备案的机构、接收人和登记号")
    lamps = passed_over(case, "report", actor, on)
    decision.reported_on = on
    decision.save(update_fields=["reported_on"])
    deadlines.meet(decision.document, papers.REPORT_CLOCK, on=on, note=note)
    trail.record(
        case, "report", "报所属行政机关备案", actor=actor, on=on, note=note, backfilled=backfilled,
        details=lamps,
    )  # fmt: skip
    return case
