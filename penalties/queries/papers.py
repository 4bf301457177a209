"""The papers of a case and the clocks that run on them."""

from datetime import date

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q

from archives_enforcement.asking import Asking, answer_of, asks, rows_of
from archives_enforcement.documents.models import Document
from archives_enforcement.reading import on_a_page, read_once_a_page, remember
from archives_enforcement.workdays import deadlines
from archives_enforcement.workdays.models import Deadline
from inspections.models import Lead
from penalties.models import Assessment, Case, Challenge, Statement

NOTICE, DECISION, SUMMARY = "prior_notice", "penalty_decision", "summary_decision"
DECISIONS = (DECISION, SUMMARY)
DISPUTES = ("jurisdiction_letter", "jurisdiction_request")  # 管辖争议: 协商, 报请指定
TRANSFERS = ("crime_referral", "case_transfer")
SURCHARGE, DEMAND = "surcharge_decision", "demand_notice"
PRESERVATION, DISPOSAL = "preservation_notice", "preservation_disposal"
STATEMENT_CLOCK, HEARING_CLOCK = "D-P06", "D-P07"
DECISION_CLOCK, SERVICE_CLOCK, PAYMENT_CLOCK = "D-P10", "D-P11", "D-P13"
REVIEW_TERM, SUIT_CLOCK = "D-R01", "D-R11"  # 申请行政复议, 提起行政诉讼
LIMITATION_CLOCK, REVIEW_CLOCK, CLOSING_CLOCK = "D-P01", "D-P09", "D-P23"
PUBLICATION_CLOCK, ARCHIVING_CLOCK = "D-G01", "D-P24"
LIMITATION_CLOCKS = (LIMITATION_CLOCK, "D-P02")  # two years, five years
FILING_CLOCK = "D-P04"  # runs on the lead
PRESERVATION_CLOCK = "D-P03"  # on the notice of what was registered and kept
REFERRAL_CLOCK = "D-P18"  # so does this: three days to decide on a transfer to the police
DEMAND_CLOCK = "D-R15"  # ten working days from the 催告书
DISPUTE_CLOCK = "D-P28"  # until it is answered who has jurisdiction
REPORT_CLOCK, HANDING_IN_CLOCK = "D-P17", "D-P15"  # on a decision made on the spot


def papers_of(case: Case, kind: str):
    """Papers of one kind that were not made void, newest first."""
    content_type = ContentType.objects.get_for_model(Case)
    rows = Document.objects.filter(content_type=content_type, object_id=case.pk, kind=kind)
    return rows.exclude(state=Document.State.VOID).order_by("-pk")


@read_once_a_page
def on_case(case: Case) -> list[Document]:
    """Every paper on the case that was not made void, newest first, with its deliveries."""
    content_type = ContentType.objects.get_for_model(Case)
    rows = Document.objects.filter(content_type=content_type, object_id=case.pk)
    rows = rows.exclude(state=Document.State.VOID).prefetch_related("deliveries")
    return list(rows.order_by("-pk"))


def latest(case: Case, kind: str) -> Document | None:
    """The last paper of a kind, issued or not."""
    if on_a_page():
        return next((paper for paper in on_case(case) if paper.kind == kind), None)
    return papers_of(case, kind).first()


def issued(case: Case, kind: str) -> Document | None:
    """The last issued paper of a kind."""
    if on_a_page():
        found = (paper for paper in on_case(case) if paper.state == Document.State.ISSUED)
        return next((paper for paper in found if paper.kind == kind), None)
    return papers_of(case, kind).filter(state=Document.State.ISSUED).first()


def issued_on_lead(lead: Lead, *kinds: str) -> bool:
    """Whether a paper (of one of `kinds`) was issued on the lead itself."""
    content_type = ContentType.objects.get_for_model(Lead)
    rows = Document.objects.filter(
        content_type=content_type, object_id=lead.pk, state=Document.State.ISSUED
    )
    return (rows.filter(kind__in=kinds) if kinds else rows).exists()


def decision_kind(case: Case) -> str:
    """Which of the two papers decides a case."""
    return SUMMARY if case.on_the_spot else DECISION


def decision(case: Case) -> Document | None:
    """The issued paper that decides a case."""
    return issued(case, decision_kind(case))


def delivered_on(document: Document | None) -> date | None:
    """The day the receiver had the paper; None while he has not."""
    if document is None:
        return None
    return min(filter(None, (row.delivered_on for row in document.deliveries.all())), default=None)


def on_record(record, *kinds: str):
    """Issued papers of these kinds on one record."""
    of_sort = ContentType.objects.get_for_model(record)
    rows = Document.objects.filter(content_type=of_sort, object_id=record.pk)
    return rows.filter(kind__in=kinds, state=Document.State.ISSUED)


def of_case_or_lead(case: Case, *kinds: str):
    """Issued papers of these kinds on the case or on the lead that it came from."""
    return on_record(case, *kinds) | on_record(case.lead, *kinds)


def transferred(case: Case) -> bool:
    return of_case_or_lead(case, *TRANSFERS).exists()


def disputed(case: Case) -> Document | None:
    """The paper about a dispute over jurisdiction that waits for its answer, if there is one."""
    waiting = Deadline.objects.filter(
        content_type=ContentType.objects.get_for_model(Document), object_id=OuterRef("pk"),
        code=DISPUTE_CLOCK, met_on=None, cancelled_on=None,
    )  # fmt: skip
    return of_case_or_lead(case, *DISPUTES).filter(Exists(waiting)).order_by("pk").last()


def things_kept(case: Case) -> list[Document]:
    """Notices of 先行登记保存 on whose things nothing was decided yet."""
    notices = papers_of(case, PRESERVATION).filter(state=Document.State.ISSUED)
    decided = papers_of(case, DISPOSAL).filter(state=Document.State.ISSUED)
    said = " ".join(str(paper.fields["notice"]) for paper in decided)
    return [notice for notice in notices if notice.number not in said]


def notified(case: Case) -> Assessment | None:
    """The proposal the party was last told of."""
    notice = issued(case, NOTICE)
    return notice and case.assessments.filter(pk=notice.fields.get("assessment")).first()


def clock_on(subject, code: str) -> Deadline | None:
    """The last clock of this code on one record, open or not; none runs on no record."""
    if subject is None:
        return None
    if on_a_page():
        return next((row for row in _clocks_on(subject) if row.code == code), None)
    return deadlines.for_subject(subject).filter(code=code).order_by("-pk").first()


def are_shown_around(case: Case) -> bool:
    """Whether a page shows the case with all that clocks run on, so that it asks for them once."""
    return on_a_page() and "recusals" in getattr(case, "_prefetched_objects_cache", ())


@read_once_a_page
def clocks_around(case: Case) -> list[Deadline]:
    """Every clock on the case, its lead, its papers and what the party brought or asked for."""
    return answer_of(_read_around(case))


def _read_around(case: Case) -> Asking[list[Deadline]]:
    kind = ContentType.objects.get_for_model
    itself = Q(content_type=kind(Case), object_id=case.pk)
    lists = (case.recusals.all(), case.payment_requests.all(), case.challenges.all())
    where = itself | Q(content_type=kind(Lead), object_id=case.lead_id)
    where |= Q(
        content_type=kind(Document), object_id__in=Document.objects.filter(itself).values("pk")
    )
    for rows in filter(None, lists):
        where |= Q(content_type=kind(rows[0]), object_id__in=[row.pk for row in rows])
    found = yield from rows_of(Deadline.objects.filter(where).order_by("pk"))
    remember(clocks_around, found, case)
    for subject in (case, *on_case(case), *(row for rows in lists for row in rows)):
        mine = [row for row in reversed(found) if _runs_on(row, subject)]
        remember(_clocks_on, mine, subject)
    return found


def _runs_on(clock: Deadline, subject) -> bool:
    kind = ContentType.objects.get_for_model(subject)
    return (clock.content_type_id, clock.object_id) == (kind.pk, subject.pk)


@read_once_a_page
def _clocks_on(subject) -> list[Deadline]:
    return list(deadlines.for_subject(subject).order_by("-pk"))


def statements_since_notice(case: Case, *kinds: str):
    """What the party said after the last notice was issued, and did not take back."""
    notice = issued(case, NOTICE)
    if notice is None:
        return Statement.objects.none()
    rows = case.statements.filter(kind__in=kinds, made_on__gte=notice.issued_on)
    return rows.filter(taken_back=None)


@asks
def deadlines_about(case: Case, documents, user) -> Asking[list[Deadline]]:
    """The clocks of the case, of its papers and of what was brought against it, by due date."""
    if on_a_page() and user.bureau_id == case.bureau_id:
        return _about_own(case, documents, (yield from _read_around(case)))
    kind = ContentType.objects.get_for_model
    mine = Q(content_type=kind(Case), object_id=case.pk)
    for rows in (case.recusals, case.payment_requests, case.challenges):
        mine |= Q(content_type=kind(rows.model), object_id__in=rows.values("pk"))
    theirs = Q(
        content_type=ContentType.objects.get_for_model(Document),
        object_id__in=[document.pk for document in documents],
    )
    against = Q(
        content_type=ContentType.objects.get_for_model(Challenge),
        object_id__in=case.challenges.values("pk"),
    )
    rows = Deadline.objects.visible_to(user).filter(mine | theirs | against)
    return (yield from rows_of(rows.order_by("due_on", "pk")))


def _about_own(case: Case, documents, clocks: list[Deadline]) -> list[Deadline]:
    """The same for the bureau's own staff, who see every clock of it."""
    kind = ContentType.objects.get_for_model
    shown = {(kind(Document).pk, document.pk) for document in documents}
    hidden = {kind(Document).pk, kind(Lead).pk}
    found = [
        row
        for row in clocks
        if row.bureau_id == case.bureau_id
        and (row.content_type_id not in hidden or (row.content_type_id, row.object_id) in shown)
    ]
    return sorted(found, key=lambda row: (row.due_on, row.pk))
