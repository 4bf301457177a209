"""Reads of checks: lists, what comes next in one sentence, stages, and what waits for whom."""

from datetime import date

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, OuterRef, Prefetch, Q, Subquery
from django.db.models.functions import ExtractYear

from archives_enforcement.asking import Asking, rows_of, side_by_side
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents.models import Document
from archives_enforcement.documents.queries import documents_about
from archives_enforcement.prefetching import prefetch_asking
from archives_enforcement.templatetags.formats import cn_day, local
from archives_enforcement.workdays.models import Deadline
from inspections.models import Finding, Inspection, TeamMember
from inspections.models.visits import day_of
from inspections.queries.letters import AFTER_AN_ORDER
from inspections.queries.look_back import SEEN

S = Inspection.State
ARCHIVES_LAW = "《中华人民共和国档案法》"
APPROVAL_SINCE = date(2025, 1, 3)  # 国办发〔2024〕54号; before it the bureau's own rule
WHOLE_TEAM = Prefetch("team", TeamMember.objects.select_related("user"))
TEAM = Prefetch(
    "team",
    TeamMember.objects.select_related("user").only(
        "inspection", "part", "user__name", "user__username"
    ),
)


FINDINGS = Prefetch(
    "findings",
    Finding.objects.select_related("item")
    .annotate(after_order=AFTER_AN_ORDER)
    .prefetch_related("replies", SEEN),
)
# What the page of one check shows beside it; most checks have little of it.
AROUND = (
    WHOLE_TEAM, "invitations__observer", FINDINGS, "oral_orders__paper", "oral_orders__given_by",
)  # fmt: skip


def findings_of(inspection: Inspection, user) -> list[Finding]:
    """The problems that `user` may see, each with its replies and what look-backs saw."""
    if inspection.bureau_id == user.bureau_id:  # then he sees them all
        return list(inspection.findings.all())
    rows = inspection.findings.visible_to(user).select_related("item")
    return list(rows.prefetch_related("replies", SEEN))


def legal_basis(kind: str) -> str:
    """The articles a check rests on: 42 for any, 43 with its powers where a clue is followed."""
    powers = "、第四十三条" if kind == Inspection.Kind.CASE else ""
    return f"{ARCHIVES_LAW}第四十二条{powers}"


def carried_out(inspection: Inspection) -> int:
    """How often the unit was checked already in the year of this check."""
    done = Inspection.objects.filter(
        unit=inspection.unit,
        inspected_on__year=inspection.day.year,
        kind__in=Inspection.ENFORCEMENT,
    )
    return done.exclude(pk=inspection.pk).count()


def approval_basis(day: date) -> str:
    """What asks for the head's approval before going."""
    if day >= APPROVAL_SINCE:
        return "检查前须经机关负责人批准：国办发〔2024〕54号"
    return "检查前须经机关负责人批准：本机关检查工作规范"


def listed(rows):
    """Rows of the list with unit, team and the number of problems, in one query each.

    The problems are counted of the rows that are shown, not of all that there are.
    """
    return (
        rows.select_related("unit__party")
        .only("scheduled_on", "inspected_on", "session", "kind", "state", "unit__party__name")
        .prefetch_related(TEAM)
        .annotate(
            found=_problems(Q()),
            unfixed=_problems(Q(state__in=Finding.UNFIXED)),
        )
        .order_by("-on_day", "-pk")
    )


def _problems(condition: Q) -> Subquery:
    rows = Finding.objects.filter(condition, inspection=OuterRef("pk")).order_by()
    return Subquery(rows.values("inspection").annotate(count=Count("pk")).values("count"))


def years_of(user) -> list[int]:
    """The years in which the user sees checks, newest first."""
    rows = Inspection.objects.visible_to(user).annotate(year=ExtractYear(day_of())).order_by()
    return sorted(set(rows.values_list("year", flat=True)), reverse=True)


def papers_with_clocks(
    inspection: Inspection, user
) -> Asking[tuple[list[Document], list[Deadline]]]:
    """The papers on a check, for those whose post reads papers, and the clocks on both."""
    documents = []
    if user.has_perm("documents.view_document"):
        rows = documents_about(inspection, user).prefetch_related(None)
        documents = yield from rows_of(rows)
    _, deadlines = yield from side_by_side(
        prefetch_asking(documents, "deliveries"), _clocks(inspection, documents, user)
    )
    return documents, deadlines


def _clocks(inspection: Inspection, documents, user) -> Asking[list[Deadline]]:
    mine = Q(content_type=ContentType.objects.get_for_model(Inspection), object_id=inspection.pk)
    theirs = Q(
        content_type=ContentType.objects.get_for_model(Document),
        object_id__in=[document.pk for document in documents],
    )
    rows = Deadline.objects.visible_to(user).filter(mine | theirs).order_by("due_on")
    return (yield from rows_of(rows))


def clock(deadline: Deadline) -> dict:
    """A deadline as the card 期限 shows it."""
    done, note = "", ""
    if deadline.met_on:
        done, note = "已办结", cn_day(deadline.met_on)
    elif deadline.cancelled_on:
        done, note = "已撤销", cn_day(deadline.cancelled_on)
    elif deadline.due_at:
        note = f"{cn_day(deadline.due_at)} {local(deadline.due_at):%H:%M}"
    return {
        "label": deadline.name,
        "basis": deadline.article,
        "due": deadline.due_on,
        "done": done,
        "note": note,
        "provisional": deadline.provisional and deadline.is_open,
        "row": deadline,
    }


def reason_of_return(inspection: Inspection, user) -> str:
    """Why a draft came back from the head; empty for a draft nobody has returned."""
    if inspection.state != S.DRAFT:
        return ""
    entries = AuditEntry.objects.visible_to(user).about(inspection)
    last = entries.filter(action__in=["submit", "return_inspection"]).first()
    return last.note if last and last.action == "return_inspection" else ""


def tally(findings) -> str:
    """How the problems of a check stand, in words: 5 项：已销号 2，待复核 1，待整改 2."""
    if not findings:
        return ""
    counts = [
        (label, sum(row.state == state for row in findings))
        for state, label in reversed(Finding.State.choices)
    ]
    if fixed := sum(row.spot_fix_id is not None for row in findings):
        counts.append(("其中当场整改", fixed))
    parts = "，".join(f"{label} {count}" for label, count in counts if count)
    return f"{len(findings)} 项：{parts}"
