"""Reads of cases and leads for their pages."""

from datetime import date

from django.db.models import Prefetch, Q

from archives_enforcement.accounts.models import Certificate, Party
from archives_enforcement.asking import Asking, rows_of
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents.models import Document
from archives_enforcement.documents.queries import documents_about
from archives_enforcement.files.queries import attach_files
from archives_enforcement.reading import remember
from archives_enforcement.templatetags.formats import cn_date
from inspections.models import Lead
from inspections.queries.search import party_like
from penalties.models import Case, CaseOfficer, Hearing, PaymentRequest, Recusal, Review
from penalties.queries.dossier import STATEMENTS
from penalties.queries.papers import LIMITATION_CLOCKS, on_case

RELATED = (
    "bureau", "party__unit", "lead__bureau", "clause__violation", "proposed_by", "approved_by",
    "decision__decided_by", "decision__assessment",
    "decision__document",
)  # fmt: skip
OFFICERS = Prefetch(
    "officers",
    CaseOfficer.objects.select_related("user").only(
        "case", "left_on", "user__name", "user__username"
    ),
)
REVIEWS = Prefetch("reviews", Review.objects.select_related("reviewed_by"))
HEARINGS = Prefetch("hearings", Hearing.objects.select_related("chair"))
RECUSALS = Prefetch("recusals", Recusal.objects.select_related("person"))
REQUESTS = Prefetch("payment_requests", PaymentRequest.objects.select_related("answer"))
AROUND = (
    OFFICERS, "assessments", REVIEWS, HEARINGS, RECUSALS, "evidence", "challenges", REQUESTS,
    STATEMENTS,
)  # fmt: skip


SIDES = (
    "elements", "discussions__assessment", "discussions__voices", "payments", "refunds",
    "surcharges__document", "court_steps", "past_measures", "earlier_fines",
)  # fmt: skip


def sides_of(case: Case, user) -> Asking[dict]:
    """What else was recorded in a case, as `user` sees it, with the files that belong to it.

    Nothing for the pages of a case that show none of it, where nobody is named.
    """
    if user is None:
        return {}
    found = {
        "discussions": _beside(case.discussions, case, user),
        "payments": _beside(case.payments, case, user),
        "refunds": _beside(case.refunds, case, user),
        "surcharges": _beside(case.surcharges, case, user),
        "challenges": _beside(case.challenges, case, user),
        "court_steps": _beside(case.court_steps, case, user),
        "payment_requests": _beside(case.payment_requests, case, user),
        "earlier_fines": _beside(case.earlier_fines, case, user),
        "recusals": list(case.recusals.all()),
        "hearings": [row for row in case.hearings.all() if row.held_on],
        "past_measures": [row for row in case.past_measures.all() if _is_own(row, user)],
    }
    with_files = (rows for name, rows in found.items() if name != "surcharges")
    yield from attach_files.asking(user, *with_files)
    return found


def _beside(rows, case: Case, user) -> list:
    """The bureau's own staff see every row of the case, so that those read already serve."""
    return list(rows.all() if _is_own(case, user) else rows.visible_to(user))


def _is_own(record, user) -> bool:
    return user.bureau_id is not None and record.bureau_id == user.bureau_id


def listed(rows):
    """Rows of the list with party and officers, in one query each."""
    return (
        rows.select_related("party")
        .only("name", "number", "on_the_spot", "filed_on", "state", "party__name")
        .prefetch_related(OFFICERS)
        .order_by("-filed_on", "-pk")
    )


def like(text: str) -> Q:
    """Cases whose name, number or party matches what was typed."""
    text = text.strip()
    if not text:
        return Q()
    return Q(name__icontains=text) | Q(number__icontains=text) | party_like(text, "party__")


def lead_like(text: str) -> Q:
    """Leads whose party or content matches what was typed."""
    text = text.strip()
    return Q(text__icontains=text) | party_like(text, "party__") if text else Q()


def years_of_leads(user) -> list[int]:
    """The years in which leads came in that the user sees, newest first."""
    return [day.year for day in Lead.objects.visible_to(user).dates("received_on", "year", "DESC")]


def years_of(user) -> list[int]:
    """The years in which the user sees filed cases, newest first."""
    rows = Case.objects.visible_to(user).exclude(year=None)
    return list(rows.order_by("-year").values_list("year", flat=True).distinct())


def papers_on(case: Case, user) -> Asking[list[Document]]:
    """The papers of a case, for those whose post reads papers; without their deliveries."""
    if not user.has_perm("documents.view_document"):
        return []
    found = yield from rows_of(documents_about(case, user).prefetch_related(None))
    if _is_own(case, user):  # then these are all there are
        standing = [row for row in found if row.state != Document.State.VOID]
        remember(on_case, sorted(standing, key=lambda row: -row.pk), case)
    return found


def evidence_of(case: Case, user) -> list:
    """Evidence in order, each with its files."""
    return with_files(case.evidence.visible_to(user).select_related("added_by"), user)


def with_files(rows, user) -> list:
    """Each row with the files that the user may open in `attached`."""
    rows = list(rows)
    attach_files(user, rows)
    return rows


def trail_of(case: Case, user):
    """Entries on the case, its lead and its evidence, newest first."""
    if not user.has_perm("audit.view_auditentry"):
        return AuditEntry.objects.none()
    return AuditEntry.objects.visible_to(user).about(case, case.lead)


def clock(deadline) -> dict:
    """A deadline as the card 期限 and the page 期限 show it."""
    met = "没有超过" if deadline.code in LIMITATION_CLOCKS else "已办结"
    done = "已结束" if deadline.cancelled_on else met if deadline.met_on else ""
    return {
        "label": deadline.name,
        "basis": deadline.article,
        "due": deadline.cancelled_on or deadline.met_on or deadline.due_on,
        "done": done,
        "provisional": deadline.provisional and deadline.is_open,
        "row": deadline,
    }


def parties_of(user):
    """Whom a lead may concern."""
    return Party.objects.visible_to(user).order_by("name")


def officers_in_words(case: Case, on: date) -> str:
    """Who handles the case, each with the certificates in force that day."""
    found = []
    for row in case.officers.in_charge(on).select_related("user").order_by("pk"):
        cards = Certificate.objects.filter(user=row.user).valid_on(on)
        numbers = "、".join(cards.values_list("number", flat=True))
        found.append(f"{row.user}（执法证件编号 {numbers}）" if numbers else str(row.user))
    return "、".join(found)


def _until(row: CaseOfficer) -> str:
    return f"（{cn_date(row.left_on)}移交）" if row.left_on else ""


def people_on(case: Case) -> list[tuple[str, str]]:
    """Who has what part in the case, in words."""
    found = [(str(row.user), f"调查，承办人员{_until(row)}") for row in case.officers.all()]
    if case.approved_by:
        found.append((str(case.approved_by), "批准立案，机关负责人"))
    reviews = list(case.reviews.all())
    found += [
        (str(row.person), f"回避：{row.get_raised_by_display()}，{row.outcome}")
        for row in case.recusals.all()
    ]
    found += [(str(review.reviewed_by), "法制审核，没有参与办理") for review in reviews[-1:]]
    found += [(str(hearing.chair), "听证主持人") for hearing in case.hearings.all()]
    if hasattr(case, "decision"):
        by = "执法人员（当场处罚）" if case.on_the_spot else "机关负责人"
        found.append((str(case.decision.decided_by), f"作出决定，{by}"))
    return found
