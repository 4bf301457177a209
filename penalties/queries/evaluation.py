"""The records of a case for its evaluation, and the way to close each gap."""

from datetime import date
from typing import NamedTuple

from django.db.models import prefetch_related_objects
from django.urls import reverse

from archives_enforcement.accounts.models import Certificate
from archives_enforcement.documents.models import Document
from archives_enforcement.navigation import PageAct
from archives_enforcement.workdays import arithmetic, calendar, limits
from archives_enforcement.workdays.models import TimeLimit
from penalties.evaluation import Gap, Hearing, Paper, Records, Score, Stage, Statement, evaluate
from penalties.models import Case, ElementFinding, Evidence
from penalties.models import Statement as Said
from penalties.queries import papers
from penalties.queries.dossier import Dossier, dossiers

S = Case.State
STAGES = {
    S.PENDING: Stage.PENDING, S.RETURNED: Stage.PENDING, S.NOT_FILED: Stage.PENDING,
    S.ON_THE_SPOT: Stage.FILED,
    S.INVESTIGATING: Stage.FILED, S.INVESTIGATED: Stage.CONCLUDED, S.PROPOSED: Stage.PROPOSING,
    S.NOTIFIED: Stage.HEARING, S.IN_REVIEW: Stage.REVIEWING, S.REVIEWED: Stage.DECIDING,
    S.DECIDED: Stage.DECIDED, S.CLOSED: Stage.CLOSED,
}  # fmt: skip


BESIDE = (
    "elements", "discussions", "payments", "officers", "reviews", "assessments", "clause",
    "decision",
)  # fmt: skip


def evaluated(cases, on: date) -> list[tuple[Case, Score]]:
    """Any number of cases with their evaluation, read in the same few queries."""
    return [(row.case, evaluate(records, on)) for row, records in filed(dossiers(cases))]


def filed(rows: list[Dossier]) -> list[tuple[Dossier, Records]]:
    """The dossiers with the records an evaluation looks at."""
    cases = [row.case for row in rows]
    prefetch_related_objects(cases, *BESIDE)
    for case in cases:
        _with_its_assessment(case)
    people = {officer.user_id for case in cases for officer in case.officers.all()}
    beside = Beside(
        list(Certificate.objects.filter(user__in=people)),
        tuple(limits.find(code) for code in papers.LIMITATION_CLOCKS),
        calendar.load(),
    )
    return [(row, records_of(row, beside)) for row in rows]


def _with_its_assessment(case: Case) -> None:
    """The proposal that a decision carries out is one of those that were read already."""
    if decision := getattr(case, "decision", None):
        known = {row.pk: row for row in case.assessments.all()}
        decision.assessment = known[decision.assessment_id]


class Beside(NamedTuple):
    """What is read once for all cases: certificates of their officers, 追责期限, holidays."""

    cards: list[Certificate]
    limitations: tuple[TimeLimit, TimeLimit]  # two years; five, with its two conditions
    days: calendar.Calendar

    def barred(self, case: Case) -> bool:
        """行政处罚法第三十六条: discovered too late to be punished."""
        limit = self.limitations[bool(case.long_limitation)]
        last = arithmetic.last_day(
            case.act_ended_on, limit.length, limit.unit, self.days.is_workday
        )
        return case.discovered_on > last


def records_of(dossier: Dossier, beside: Beside) -> Records:
    """What the file of one case shows now."""
    case = dossier.case
    decision_kind = papers.decision_kind(case)
    proposal, told = case.assessment, dossier.notified()
    usable = [row for row in case.evidence.all() if row.excluded_on is None]
    elements = list(case.elements.all())
    handlers = {case.proposed_by_id, *(row.user_id for row in case.officers.all())}
    decision = getattr(case, "decision", None)
    owed = decision.assessment.fine + decision.assessment.gains if decision else 0
    clock, publication = dossier.clock(papers.DECISION_CLOCK), _publication(dossier, decision_kind)
    return Records(
        stage=_stage(dossier, decision_kind),
        on_the_spot=case.on_the_spot,
        penalised=case.outcome in ("", *Case.WITH_PENALTY),
        licensed_officers=_licensed(case, beside.cards),
        in_jurisdiction=case.in_jurisdiction,
        barred=beside.barred(case),
        approved=case.approved_by_id is not None,
        usable_evidence=len(usable),
        evidence_without_card=tuple(
            f"证据{row.position}"
            for row in usable
            if row.kind in Evidence.FACE_TO_FACE and not row.certificates_shown
        ),
        evidence_without_source=tuple(
            f"证据{row.position}" for row in usable if not (row.source and row.proves)
        ),
        open_elements=sum(row.result == ElementFinding.Result.OPEN for row in elements)
        or (not elements),
        elements_missing=sum(row.result == ElementFinding.Result.MISSING for row in elements),
        reported=bool(case.report),
        papers=_papers(dossier),
        statements=tuple(
            Statement(row.made_on, row.answered_on is not None)
            for row in case.statements.all()
            if row.kind == Said.Kind.STATEMENT
        ),
        hearings=tuple(_hearings(case)),
        reviewed=_reviewed(case, handlers),
        needs_discussion=bool(proposal) and "集体讨论" in proposal.snapshot.get("requires", ()),
        discussed=any(row.assessment_id == proposal.pk for row in case.discussions.all())
        if proposal
        else False,
        fine=proposal.fine if proposal else None,
        maximum=case.clause.maximum,
        told=told.fine if told else None,
        sample=bool(proposal and proposal.snapshot.get("benchmark", {}).get("is_sample")),
        decided_by_handler=bool(decision) and decision.decided_by_id in handlers,
        decision=decision_kind,
        decided_on=decision and decision.decided_on,
        decide_by=clock and clock.due_on,
        publish_by=publication and publication.due_on,
        published=publication is not None and publication.met_on is not None,
        owed=owed - sum(row.amount for row in case.payments.all()),
        closing_report=bool(case.outcome_note),
        filed_above=decision is not None and decision.reported_on is not None,
    )


def _stage(dossier: Dossier, kind: str) -> Stage:
    stage = STAGES[dossier.case.state]
    if stage == Stage.DECIDED and dossier.delivered_on(kind):
        return Stage.SERVED
    return stage


def _licensed(case: Case, cards: list[Certificate]) -> int:
    """How many who handle the case held a certificate on the day it was filed or proposed."""
    people = {row.user_id for row in case.officers.all()}
    day = case.filed_on or case.proposed_on
    return len({card.user_id for card in cards if card.user_id in people and _held(card, day)})


def _held(card: Certificate, day: date) -> bool:
    within = card.valid_from <= day <= card.valid_to
    return within and (card.withdrawn_on is None or card.withdrawn_on > day)


def _papers(dossier: Dossier) -> dict[str, Paper]:
    issued = [row for row in dossier.documents if row.state == Document.State.ISSUED]
    return {
        row.kind: Paper(row.kind, row.issued_on, dossier.delivered_on(row.kind)) for row in issued
    }


def _hearings(case: Case):
    for row in case.statements.all():
        if row.kind == Said.Kind.HEARING and row.taken_back_id is None:
            held = getattr(row, "hearing", None)
            yield Hearing(
                held and held.held_on, bool(held and held.record), bool(held and held.absent)
            )


def _reviewed(case: Case, handlers: set[int]) -> bool:
    """Passed by somebody else, and after every hearing (第五十八条第一款第二项)."""
    held = [row.held_on for row in _hearings(case) if row.held_on]
    last = max(held, default=date.min)
    return any(
        row.outcome == "passed" and row.reviewed_by_id not in handlers and row.reviewed_on >= last
        for row in case.reviews.all()
    )


def _publication(dossier: Dossier, kind: str):
    return dossier.clock(papers.PUBLICATION_CLOCK, kind)


class Mending(NamedTuple):
    """A gap with the page on which it is closed, where the reader may do so now."""

    gap: Gap
    url: str
    label: str


class Evaluation(NamedTuple):
    score: Score
    vetoes: list[Mending]
    gaps: list[Mending]


def evaluation_of(dossier: Dossier, acts: list[PageAct], on: date) -> Evaluation:
    """The evaluation of a case, each gap with the act among `acts` that closes it."""
    [(_, records)] = filed([dossier])
    score = evaluate(records, on)
    return Evaluation(
        score,
        [_mending(gap, dossier, acts) for gap in score.vetoes],
        [_mending(gap, dossier, acts) for gap in score.gaps],
    )


def _mending(gap: Gap, dossier: Dossier, acts: list[PageAct]) -> Mending:
    page = gap.rule.page
    if page.startswith("paper:"):
        kind = page.removeprefix("paper:")
        kind = papers.decision_kind(dossier.case) if kind == "decision" else kind
        paper = dossier.latest(kind)
        if paper is not None:
            return Mending(gap, paper.get_absolute_url(), "看文书和送达")
        page = "notice-draft" if kind == papers.NOTICE else "decision-draft"
    return Mending(gap, *_open_act(page, dossier.case, acts))


def _open_act(page: str, case: Case, acts: list[PageAct]) -> tuple[str, str]:
    """The open button that leads to this page; nothing when none does."""
    own = reverse(f"penalties:{page}", args=[case.pk]) if page else ""
    for act in acts:
        if act.url and (act.url == own or _about_a_part(page, act.url)):
            return act.url, act.label
    return "", ""


def _about_a_part(page: str, url: str) -> bool:
    """Pages of a statement or a hearing are named by its key, not by that of the case."""
    ends = {
        "statement-answer": "/answer/",
        "hearing-arrange": "/hearing/",
        "hearing-hold": "/hold/",
    }
    return page in ends and url.endswith(ends[page])
