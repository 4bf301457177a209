"""待办 on papers: what waits for review, signature, its drafter, or the unit's receipt."""

from datetime import date, timedelta
from itertools import chain

from archives_enforcement.asking import Asking, asks, rows_of, side_by_side
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents.handing_over import (
    DELIVER,
    HAND_OVER,
    ON_SITE,
    may_record,
)
from archives_enforcement.documents.models import Delivery, Document
from archives_enforcement.documents.progress import RETURNS
from archives_enforcement.documents.queries import reviewable_by, signable_by, with_receiver
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays.deadlines import open_deadlines
from archives_enforcement.workdays.models.limits import Bound
from inspections.queries.work import Group, WorkItem
from penalties.queries.papers import DECISION, NOTICE

LISTED_BY_THEIR_APP = (NOTICE, DECISION)
DRAFT, SIGN = "documents.draft_document", "documents.sign_document"
REVIEW = "documents.review_document"
PATIENCE = timedelta(days=3)  # a unit has time to sign before anybody is asked to remind it


@asks
def work_for_papers(user, today: date) -> Asking[list[WorkItem]]:
    """Papers that wait for this person's review, signature, correction or delivery."""
    found = yield from side_by_side(
        _to_review(user), _to_sign(user), _to_submit(user), _to_deliver(user, today)
    )
    return list(chain.from_iterable(found))


def _to_review(user) -> Asking[list[WorkItem]]:
    if not user.has_perm(REVIEW):
        return []
    rows = _papers(user).filter(state=Document.State.IN_REVIEW, kind__in=reviewable_by(user))
    rows = yield from rows_of(rows.exclude(drafted_by=user))
    basis = "文书经审核后，才交有权的负责人签发"
    due = yield from _due_of_subjects(rows, user)
    return _paper_items(rows, due, "审核", basis, "去审核", Group.APPROVAL)


def _to_sign(user) -> Asking[list[WorkItem]]:
    if not user.has_perm(SIGN):
        return []
    rows = _papers(user).filter(state=Document.State.SUBMITTED, kind__in=signable_by(user))
    rows = rows.exclude(drafted_by=user).exclude(kind__in=LISTED_BY_THEIR_APP)
    rows = yield from rows_of(rows.select_related("party", "replaces"))
    rows = [row for row in rows if user.has_perm(row.right_to_sign)]
    due = yield from _due_of_subjects(rows, user)
    return _paper_items(rows, due, "签发", "文书由有权的负责人签发", "去签发", Group.APPROVAL)


def _to_submit(user) -> Asking[list[WorkItem]]:
    rows = _papers(user).filter(state=Document.State.DRAFT, drafted_by__in=user.desks(DRAFT))
    rows = yield from rows_of(rows)
    returned, due = yield from side_by_side(_returned(rows), _due_of_subjects(rows, user))
    came_back = [row for row in rows if row.pk in returned]
    new = [row for row in rows if row.pk not in returned]
    verb, basis = "修改被退回的", "核对样张后提交审核或者签发"
    items = _paper_items(came_back, due, verb, "", "去修改", Group.RETURNED)
    return [
        *(
            item._replace(basis=returned[row.pk])
            for item, row in zip(items, came_back, strict=True)
        ),
        *_paper_items(new, due, "提交", basis, "去提交", Group.LETTER),
    ]


def _returned(papers) -> Asking[dict[int, str]]:
    """Why papers came back with which nothing has been done since, by their key."""
    if not papers:
        return {}
    entries = yield from rows_of(AuditEntry.objects.about(*papers).order_by("sequence"))
    last = {entry.object_id: entry for entry in entries}
    return {
        key: f"{entry.actor_name}：{entry.note}"
        for key, entry in last.items()
        if entry.action in RETURNS
    }


def _papers(user):
    rows = Document.objects.visible_to(user).select_related("party")
    return with_receiver(rows).order_by("pk")


def _paper_items(rows, due, verb, basis, button, group) -> list[WorkItem]:
    return [
        WorkItem(
            due.get((row.content_type_id, row.object_id)),
            f"{verb}{row.get_kind_display()}{_to_whom(row)}",
            basis,
            row.get_absolute_url(),
            button,
            group,
        )
        for row in rows
    ]


def _to_whom(paper) -> str:
    to = paper.receiver or paper.party
    return f"：{to}" if to else ""


def _due_of_subjects(papers, user) -> Asking[dict[tuple[int, int], date]]:
    """The nearest day on which the bureau itself must have acted on what the papers are about."""
    if not papers:
        return {}
    clocks = open_deadlines(user).filter(
        bound=Bound.BUREAU,
        content_type__in={row.content_type_id for row in papers},
        object_id__in={row.object_id for row in papers},
    )
    found = {}
    for clock in (yield from rows_of(clocks.order_by("-due_on"))):
        found[clock.content_type_id, clock.object_id] = clock.due_on
    return found


def _to_deliver(user, today: date) -> Asking[list[WorkItem]]:
    if not user.has_perm(HAND_OVER):
        return []
    rows = Delivery.objects.visible_to(user).filter(
        delivered_on=None, document__state=Document.State.ISSUED
    )
    rows = rows.exclude(attempts__effective_on__gt=today)  # a public notice runs by itself
    if user.has_perm(DELIVER):
        rows = rows.filter(sent_on__lt=today - PATIENCE)
    else:
        rows = rows.filter(document__kind__in=ON_SITE)
    rows = rows.select_related("document", "party").order_by("sent_on", "pk")
    rows = yield from rows_of(rows)
    return [
        WorkItem(
            None,
            _asks(row),
            f"{row.document.number}，{cn_date(row.sent_on)}发出，{row.waits_for}",
            row.document.get_absolute_url(),
            "看送达",
            Group.LETTER,
        )
        for row in rows
        if may_record(row, user)
    ]


def _asks(delivery: Delivery) -> str:
    paper = delivery.document.get_kind_display()
    if delivery.affects_rights:
        return f"向{delivery.party}送达{paper}"
    return f"请{delivery.party}签收{paper}"
