"""卷: what tells where cases stand, read for any number of them in the same few queries."""

from datetime import date

from django.contrib.contenttypes.models import ContentType
from django.db.models import Prefetch, prefetch_related_objects

from archives_enforcement.asking import Asking, asks, rows_of, side_by_side
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents.models import Document
from archives_enforcement.prefetching import prefetch_asking
from archives_enforcement.reading import is_remembered, remember
from archives_enforcement.workdays.clocks import Clocks, clocks_on
from archives_enforcement.workdays.models import Deadline
from penalties.models import Assessment, Case, Challenge, Statement
from penalties.queries import closings, papers
from penalties.queries.defending import DEFENCE_CLOCK
from penalties.queries.owing import APPLICATION

STATEMENTS = Prefetch("statements", Statement.objects.select_related("hearing__chair"))
READ_WITH = ("evidence", "challenges", "payment_requests", STATEMENTS)


class Dossier:
    """One case with its papers and clocks, as they were when they were read."""

    def __init__(self, case: Case, documents: list[Document], clocks: Clocks, returned=None):
        self.case, self.documents, self.clocks = case, documents, clocks
        self.returned: AuditEntry | None = returned  # why its filing or closing came back

    def latest(self, kind: str) -> Document | None:
        """The last paper of a kind, issued or not."""
        return next((paper for paper in self.documents if paper.kind == kind), None)

    def issued(self, kind: str) -> Document | None:
        """The last issued paper of a kind."""
        found = (paper for paper in self.documents if paper.state == Document.State.ISSUED)
        return next((paper for paper in found if paper.kind == kind), None)

    def delivered_on(self, kind: str) -> date | None:
        """The day the receiver had the last issued paper of a kind."""
        paper = self.issued(kind)
        days = [row.delivered_on for row in paper.deliveries.all()] if paper else []
        return min(filter(None, days), default=None)

    def notified(self) -> Assessment | None:
        """The proposal the party was last told of."""
        notice = self.issued(papers.NOTICE)
        told = notice.fields.get("assessment") if notice else None
        return next((row for row in self.case.assessments.all() if row.pk == told), None)

    def clock(self, code: str, kind: str = "") -> Deadline | None:
        """The last clock of this code on the case, or on its last issued paper of a kind."""
        subject = self.issued(kind) if kind else self.case
        return self.clocks.find(subject, code) if subject else None

    @property
    def challenge(self) -> Challenge | None:
        """The 复议 or suit that is not ended yet."""
        return next((row for row in self.case.challenges.all() if row.ended_on is None), None)

    def answer_clock(self) -> Deadline | None:
        """Until when the bureau has to answer it."""
        challenge = self.challenge
        return challenge and self.clocks.find(challenge, DEFENCE_CLOCK[challenge.kind])

    def said(self) -> set[str]:
        """The kinds of what the party said since the last notice was issued."""
        notice = self.issued(papers.NOTICE)
        rows = self.case.statements.all() if notice else ()
        standing = (row for row in rows if row.taken_back_id is None)
        return {row.kind for row in standing if row.made_on >= notice.issued_on}

    def notice_clock(self, code: str) -> Deadline | None:
        return self.clock(code, papers.NOTICE)


def _clocks(cases: list[Case], documents: list[Document]) -> Asking[Clocks]:
    if len(cases) == 1 and papers.are_shown_around(cases[0]):
        return Clocks.among(papers.clocks_around(cases[0]))
    challenges = [row for case in cases for row in case.challenges.all()]
    return (yield from clocks_on(cases, documents, challenges))


def _papers_on(cases: list[Case]) -> Asking[list[Document]]:
    if len(cases) == 1 and is_remembered(papers.on_case, cases[0]):
        return papers.on_case(cases[0])
    kind = ContentType.objects.get_for_model(Case)
    rows = Document.objects.filter(content_type=kind, object_id__in=[case.pk for case in cases])
    found = yield from rows_of(rows.exclude(state=Document.State.VOID).order_by("-pk"))
    for case in cases:
        remember(papers.on_case, [row for row in found if row.object_id == case.pk], case)
    return found


@asks
def dossiers(cases, *, never_returned: bool = False) -> Asking[list[Dossier]]:
    """The dossiers of these cases, in their order.

    `never_returned`: it is known that neither their filing nor their closing came back.
    """
    cases = list(cases)
    if not cases:
        return []
    _, documents, returned = yield from side_by_side(
        prefetch_asking(cases, *READ_WITH),
        _papers_on(cases),
        closings.returned.asking([] if never_returned else cases),
    )
    if any(row.kind == APPLICATION for row in documents):
        prefetch_related_objects(cases, "court_steps")
    clocks, _ = yield from side_by_side(
        _clocks(cases, documents), prefetch_asking(documents, "deliveries")
    )
    return [
        Dossier(
            case,
            [row for row in documents if row.object_id == case.pk],
            clocks,
            returned.get(case.pk),
        )
        for case in cases
    ]
