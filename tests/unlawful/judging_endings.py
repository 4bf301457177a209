"""What each way out of a case must have behind it: 不予立案, 结案, an end without a penalty."""

from collections.abc import Iterator

from archives_enforcement.archiving import arranging
from archives_enforcement.audit.models import AuditEntry
from penalties.models import Case, Decision, NoPenalty
from tests.unlawful import law
from tests.unlawful.days import years_after
from tests.unlawful.judging_papers import has_scan, issued

REFERRALS = ("crime_referral", "case_transfer")
# What the file of each end holds: the place of its order, the papers that fill it.
MUST_HOLD = {
    "slight": {"不予处罚决定书": ("no_penalty_decision",), "批评教育记录": ("criticism_record",)},
    "not_established": {"不予处罚决定书": ("no_penalty_decision",)},
    "transferred": {"移送书": REFERRALS},
    "penalised": {"处罚决定书": ("penalty_decision",), "事先告知书": ("prior_notice",)},
}  # fmt: skip


def faults(case: Case, decided: Decision | None, handlers: set[int]) -> list[str]:
    """Everything that is wrong with how the case ended."""
    if case.state == Case.State.NOT_FILED:
        return list(_not_filed(case, handlers))
    found = list(_held(case))
    if not decided:
        return [*found, *_without_penalty(case, handlers)]
    return [*found, *_carried_out(case, decided, handlers)]


def _last(case: Case, action: str) -> AuditEntry | None:
    return AuditEntry.objects.about(case).filter(action=action).first()


def _not_filed(case: Case, handlers: set[int]) -> Iterator[str]:
    refused = _last(case, "reject_filing")
    if refused is None or not refused.note:
        yield "not filed without a reason"
    elif refused.actor_id in handlers:
        yield "refused by its handler"
    if case.number or hasattr(case, "decision"):
        yield "filed after all"


def _held(case: Case) -> Iterator[str]:
    """What the file lacks, it says that it lacks: no end looks more complete than it is."""
    named = "\n".join(row.what for row in arranging.arrange("case", case).missing)
    for place, kinds in MUST_HOLD.get(case.outcome, {}).items():
        if not issued(case, *kinds) and not issued(case.lead, *kinds) and place not in named:
            yield f"the file passes for whole without {place}"


def _carried_out(case: Case, decided: Decision, handlers: set[int]) -> Iterator[str]:
    """第六十一条, 第六十七条: delivered and paid, on an officer's report, by another's approval."""
    told = [row.delivered_on for row in decided.document.deliveries.all() if row.delivered_on]
    if not told or min(told) > case.closed_on:
        yield "closed before its decision was delivered"
    owed = decided.assessment.fine + decided.assessment.gains
    paid = sum(row.amount for row in case.payments.filter(paid_on__lte=case.closed_on))
    if case.outcome == "penalised" and paid < owed:
        yield f"closed with {owed - paid} unpaid"
    if not case.outcome_note or _last(case, "propose_closing") is None:
        yield "closed without a report"
    closed = _last(case, "close")
    if closed is None or closed.actor_id in handlers:
        yield "closed by its handler"
    for row in case.challenges.filter(ended_on=None):
        yield f"closed under {row}"


def _without_penalty(case: Case, handlers: set[int]) -> Iterator[str]:
    ended = _last(case, "end")
    if ended is None or ended.actor_id in handlers:
        yield "ended by its handler"
    if not case.outcome_note:
        yield "ended without reasons"
    if case.statements.filter(kind="statement", answered_on=None).exists():
        yield "ended over an unanswered statement"
    known = case.lead.determinations.order_by("-pk").first()
    crime = known.answers.get("crime") == "crime"
    if crime and not (issued(case, REFERRALS[0]) or issued(case.lead, REFERRALS[0])):
        yield "a suspected crime was not transferred"
    judges = {
        "slight": _slight, "not_established": _not_established, "no_fine": _no_fine,
        "time_barred": _time_barred, "transferred": _transferred,
    }  # fmt: skip
    yield from judges[case.outcome](case)


def _slight(case: Case) -> Iterator[str]:
    """第三十三条: an act, a ground with evidence, education; 可以 is chosen by the heads."""
    row = NoPenalty.objects.filter(case=case).first()
    if row is None or not row.education:
        yield "not penalised without education"
        return
    if case.investigated_on is None:
        yield "not penalised before it was investigated"
    if case.elements.filter(result="missing").exists():
        yield "a slight act that is none"
    spared = [fact for fact in row.snapshot["facts"] if fact["effect"] == "no_penalty"]
    if not spared or not all(fact["evidence"] for fact in spared):
        yield "not penalised without a ground in evidence"
    chosen = all(fact["duty"] == "may" for fact in spared)
    minutes = case.discussions.filter(assessment=None, carried=True, held_on__lte=row.decided_on)
    if chosen and not any(has_scan(each) for each in minutes):
        yield "waived without signed minutes"
    if not all(law.CITED.search(reason["law"]) for reason in row.snapshot["reasons"][-1:]):
        yield "not penalised without an article"


def _not_established(case: Case) -> Iterator[str]:
    if case.investigated_on is None:
        yield "nothing established before it was investigated"
    doubted = case.elements.exclude(result="met").exists()
    if not doubted and case.evidence.filter(excluded_on=None).exists() and _fine_is_open(case):
        yield "nothing established while everything is proved"


def _no_fine(case: Case) -> Iterator[str]:
    """The facts as they proved open no fine under the clause of the case."""
    if _fine_is_open(case):
        yield "ended as if the law gave no fine"


def _fine_is_open(case: Case) -> bool:
    known = case.lead.determinations.order_by("-pk").first()
    bounds = case.clause.minimum, case.clause.maximum
    same = known.violation.code == case.violation.code
    return same and bounds in law.fines(known.subject, known.violation.code, known.answers)


def _time_barred(case: Case) -> Iterator[str]:
    """第三十六条, to the day."""
    last = years_after(case.act_ended_on, 5 if case.long_limitation else 2)
    if case.lead.received_on <= last:
        yield f"ended as too late within its time: {case.lead.received_on}, until {last}"


def _transferred(case: Case) -> Iterator[str]:
    """移送规定第五条至第七条: two officers report first, the other body signs for the list."""
    papers = issued(case, *REFERRALS) + issued(case.lead, *REFERRALS)
    if not papers:
        yield "transferred without its paper"
    reports = issued(case, "investigation_report") + issued(case.lead, "lead_report")
    if any(row.kind == REFERRALS[0] for row in papers) and not reports:
        yield "transferred without a written report"
    for paper in papers:
        over = paper.answers.exclude(receiver="").exclude(listed="")
        if not any(has_scan(row) and row.answered_on <= case.closed_on for row in over):
            yield f"{paper.kind} without a receipt"
