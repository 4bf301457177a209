"""Reads of 整改: problems with their answers, as the bureau sees them."""

from datetime import date

from django.contrib.contenttypes.models import ContentType
from django.db.models import Prefetch

from archives_enforcement.documents.models import Document
from archives_enforcement.files.models import StoredFile
from archives_enforcement.files.queries import files_by_record
from inspections.models import Finding, Inspection, LookBackResult, Question, Reply
from inspections.models.visits import day_of

PAIR = ("整改前照片", "整改后照片")  # purposes of the photos that stand beside each other
AWAITS_UNIT = (Finding.State.OPEN, Finding.State.RETURNED)  # it is the unit's turn


def feedback_letters(inspection: Inspection):
    """The issued 反馈意见书 of one visit, oldest first."""
    return Document.objects.filter(
        content_type=ContentType.objects.get_for_model(Inspection),
        object_id=inspection.pk,
        kind="feedback_letter",
        state=Document.State.ISSUED,
    ).order_by("issued_on", "pk")


def letter_issued_on(inspection: Inspection) -> date | None:
    """The day of the first feedback letter on this visit, or None."""
    return feedback_letters(inspection).values_list("issued_on", flat=True).first()


def waiting_reply(finding: Finding, *kinds: str) -> Reply | None:
    """The newest answer of one of these kinds that nobody has taken yet, or None."""
    found = [row for row in finding.waiting.values() if row.kind in kinds]
    return max(found, key=lambda row: row.pk, default=None)


def newest_answer(finding: Finding) -> int:
    """The key of the newest answer, to tell later whether another came in; 0 without any."""
    rows = finding.replies.exclude(outcome=Reply.Outcome.ASIDE)
    return rows.order_by("-pk").values_list("pk", flat=True).first() or 0


def was_set_aside(finding: Finding, user) -> bool:
    """Whether the last word on the problem is this person's and came second."""
    last = finding.replies.order_by("-pk").first()
    return last is not None and last.outcome == Reply.Outcome.ASIDE and last.replied_by == user


LISTED = (
    "position", "text", "requirement", "basis", "severity", "state", "due_on", "accepted_on",
    "spot_fix",
    "inspection__kind", "inspection__scheduled_on", "inspection__inspected_on",
    "inspection__unit__party__name",
)  # fmt: skip


def listed(rows):
    """Rows of the list and of its sheet with unit and replies, the newest visit first.

    Only what these two show is read: the rest of a check and of a reply is long text.
    """
    replies = Reply.objects.only("finding", "kind", "replied_on", "on_behalf")
    return (
        rows.select_related("inspection__unit__party")
        .only(*LISTED)
        .prefetch_related(Prefetch("replies", replies))
        .order_by(day_of("inspection__").desc(), "-inspection", "position")
    )


def overdue(rows, today: date):
    """Those of `rows` whose last day is past and on which the unit has still to answer."""
    waits = rows.filter(state__in=AWAITS_UNIT, inspection__unit__left_no_heir=False)
    return waits.filter(due_on__lt=today, paused_on=None)


def look_back_results(finding: Finding):
    """What look-backs saw of this problem, oldest first."""
    rows = LookBackResult.objects.filter(finding=finding).select_related("look_back")
    return rows.order_by("look_back__scheduled_on", "pk")


def replies_of(finding: Finding, user) -> list[Reply]:
    """The answers on one problem, newest first, each with its `attached` files."""
    replies = list(
        Reply.objects.visible_to(user)
        .filter(finding=finding)
        .select_related("replied_by", "reviewed_by")
        .order_by("-pk")
    )
    attach_files(replies, user)
    return replies


def replies_to_take(finding: Finding, user) -> list[Reply]:
    """What waits for the bureau on one problem; where nothing does, the last answer."""
    replies = replies_of(finding, user)
    return [row for row in replies if not row.outcome] or replies[:1]


def questions_on(finding: Finding, user) -> list[Question]:
    """What the unit asked about one problem, the newest first."""
    rows = Question.objects.visible_to(user).filter(finding=finding)
    found = list(rows.select_related("asked_by", "answered_by").order_by("-pk"))
    files = files_by_record(found, user)
    for row in found:
        row.attached = files[row.pk]
    return found


def attach_files(replies, user) -> None:
    """Give each reply its files as `attached` and its photos as `pair`, in one query."""
    sort_files(replies, StoredFile.objects.visible_to(user))


def sort_files(replies, files) -> None:
    """The same from `files`, for a guard that asks no one's scope."""
    by_key = {row.pk: row for row in replies}
    for row in by_key.values():
        row.attached, row.pair = [], []
    files = files.filter(
        content_type=ContentType.objects.get_for_model(Reply), object_id__in=by_key
    )
    for file in files.order_by("pk"):
        reply = by_key[file.object_id]
        (reply.pair if file.purpose in PAIR else reply.attached).append(file)
