"""待办 on checks, from the draft to the end: all of them read at once, then told apart."""

from datetime import date, timedelta
from itertools import chain

from django.contrib.contenttypes.models import ContentType
from django.db.models import Case, Exists, OuterRef, Q, Subquery, When
from django.urls import reverse

from archives_enforcement.asking import Asking, asks, rows_of, side_by_side
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents.models import Document
from archives_enforcement.workdays.clocks import Clocks, clocks_on
from archives_enforcement.workdays.models import Deadline
from inspections.guards import licence_basis
from inspections.models import Finding, Inspection, Termination
from inspections.queries import announcing, slots, standing
from inspections.queries.campaign_work import work_for_campaigns
from inspections.queries.checklist_work import work_for_checklists
from inspections.queries.draw_work import work_for_draws
from inspections.queries.plan_work import work_for_plans
from inspections.queries.recording import HELD
from inspections.queries.teams import visits_of
from inspections.queries.visits import approval_basis
from inspections.queries.work import Group, WorkItem, work_item

S = Inspection.State
AHEAD = timedelta(days=7)  # visits and notices shown in the work list
NOTICES_AHEAD = timedelta(days=60)  # a notice is due a month before the visit at most
UNRECORDED = (S.RECORDED, *Inspection.ANSWERABLE, S.UNAPPROVED)  # a 笔录 may still be missing
NOT_BEGUN = (S.DRAFT, S.PENDING, S.APPROVED)
UNTAKEN = Q(  # nobody is left to take the letter
    state=S.RECORDED, kind__in=Inspection.ENFORCEMENT, unit__left_no_heir=True
)
LATE = ~Q(urgent_reason="") & Q(approved_on=None, state__in=(S.ON_SITE, S.RECORDED))
APPROVE, DRAFT = "inspections.approve_inspection", "inspections.draft_inspection"
RECORD, LETTER = "inspections.record_inspection", "inspections.draft_letter"
REPORT, REVIEW = "inspections.report_to_platform", "inspections.review_reply"


@asks
def work_for_visits(user, today: date) -> Asking[list[WorkItem]]:
    """What checks ask of this person: approvals, visits, drafts, letters, reports, closing."""
    before = (
        work_for_plans.asking(user),
        work_for_checklists.asking(user),
        work_for_draws.asking(user),
        work_for_campaigns.asking(user, today),
    )
    *found, rows = yield from side_by_side(*before, rows_of(_waiting(user, today)))
    clocks = yield from clocks_on([row for row in rows if row.state in HELD])
    return [*chain.from_iterable(found), *_of_visits(rows, clocks, user, today)]


def _of_visits(rows: list[Inspection], clocks: Clocks, user, today: date) -> list[WorkItem]:
    notices = announcing.pressing((row for row in rows if _is_to_announce(row)), today + AHEAD)
    found = [
        task(row, clocks)
        for permission, asks, task in TASKS
        if not permission or user.has_perm(permission)
        for row in rows
        if asks(row, user)
    ]
    return found + [_announce(row, notices[row.pk]) for row in rows if row.pk in notices]


def _waiting(user, today: date):
    """Every check that may wait for this person, with what tells how it stands."""
    wanted = Q(state=S.APPROVED, scheduled_on__lte=today + NOTICES_AHEAD) & _own(user)
    conditions = {
        APPROVE: Q(state=S.PENDING) | LATE,
        DRAFT: Q(state=S.DRAFT, drafted_by__in=user.desks(DRAFT)),
        RECORD: Q(state__in=(S.ON_SITE, *UNRECORDED)) & _own(user),
        LETTER: Q(state=S.RECORDED, kind__in=Inspection.ENFORCEMENT),
        REPORT: Q(state__in=HELD, reported_on=None),
        REVIEW: (Q(state__in=Inspection.ANSWERABLE) | UNTAKEN) & _own(user),
    }
    for permission, condition in conditions.items():
        if user.has_perm(permission):
            wanted |= condition
    near = Case(When(scheduled_on__lte=today + AHEAD, then=True), default=False)
    rows = Inspection.objects.visible_to(user).filter(wanted).annotate(**_standing(user), near=near)
    return rows.select_related("unit__party", "bureau").order_by("scheduled_on", "pk")


def _is_to_announce(row) -> bool:
    """Whether the unit has still to be sent the notice of an approved visit."""
    ahead = row.state == S.APPROVED and not row.is_told
    return ahead and announcing.is_due_beforehand(row)


def _lacks_record(row) -> bool:
    return not (row.has_record or row.is_look_back)


def _own(user) -> Q:
    return Q(pk__in=visits_of(user))


def _standing(user) -> dict:
    kind = ContentType.objects.get_for_model(Inspection)
    about = {"content_type": kind, "object_id": OuterRef("pk")}
    letters = Document.objects.filter(kind="feedback_letter", **about)
    findings = Finding.objects.filter(inspection=OuterRef("pk"))
    notices = Document.objects.filter(kind=standing.NOTICE, state=Document.State.ISSUED, **about)
    ended = Termination.objects.filter(
        unit=OuterRef("unit"), state=Termination.State.DECIDED, unit__left_no_heir=True
    )
    returns = AuditEntry.objects.visible_to(user).filter(action="return_inspection", **about)
    return {
        "is_own": Exists(visits_of(user).filter(inspection=OuterRef("pk"))),
        "has_letter": Exists(letters.exclude(state=Document.State.VOID)),
        "has_findings": Exists(findings),
        "has_record": Exists(standing.papers(standing.RECORD).filter(object_id=OuterRef("pk"))),
        "is_told": Exists(notices.filter(deliveries__delivered_on__isnull=False)),
        "is_ended": Exists(ended),
        "is_taken": Exists(standing.taken(standing.LETTER).filter(object_id=OuterRef("pk"))),
        "has_terminated": Exists(findings.filter(state=Finding.State.TERMINATED)),
        "has_unfixed": Exists(findings.filter(state__in=Finding.UNFIXED)),
        "why": Subquery(returns.order_by("-sequence").values("note")[:1]),
    }


def _waits_for_unit(row) -> bool:
    """Whether the unit has still to take a letter that asks nothing of it."""
    return row.state == S.FED_BACK and not (row.is_taken or row.unit.left_no_heir)


def _is_untaken(row) -> bool:
    """Whether it is closed without a letter: what its unit left open was ended by decision."""
    return row.state == S.RECORDED and row.is_ended and not row.is_look_back


def _item(row, text: str, basis: str, button: str, group: str, page="inspection-detail", due=None):
    if row.state in NOT_BEGUN and not row.unit.is_active:
        text, basis, button = (
            f"{row.unit}已不在册，请取消检查：{row}",
            "本机关检查工作规范",
            "看检查",
        )
        page = "inspection-detail"
    return work_item(due, text, basis, reverse(f"inspections:{page}", args=[row.pk]), button, group)


def _approve(row, clocks) -> WorkItem:
    text = f"批准对{row.unit}的{row.get_kind_display()}"
    basis = approval_basis(row.scheduled_on)
    return _item(row, text, basis, "去审批", Group.APPROVAL, due=row.scheduled_on)


def _approve_late(row, clocks) -> WorkItem:
    text, basis = (
        f"补办批准：对{row.unit}的紧急检查",
        "紧急检查应当及时补办批准：国办发〔2024〕54号",
    )
    page = "inspection-approve-afterwards"
    due = _due(clocks, row, "D-I04") or row.inspected_on
    return _item(row, text, basis, "去补办", Group.APPROVAL, page, due)


def _go(row, clocks) -> WorkItem:
    text = f"{slots.when(row.scheduled_on, row.session)}到{row.unit}检查"
    basis = f"出示执法证件：{licence_basis(row.scheduled_on)}"
    return _item(row, text, basis, "看检查", Group.VISIT, due=row.scheduled_on)


def _announce(row, due: date) -> WorkItem:
    text = f"{row.unit}　送达检查通知书（{slots.when(row.scheduled_on, row.session)}检查）"
    return _item(row, text, announcing.basis(row), "去办理", Group.PREPARATION, due=due)


def _finish_draft(row, clocks) -> WorkItem:
    """A draft that is not submitted yet; a returned one comes with its reason."""
    what = f"{row.unit}　{row.get_kind_display()}"
    if row.why is not None:
        told = f"修改退回的检查：{what}", f"退回原因：{row.why}", "去修改", Group.RETURNED
    else:
        basis = approval_basis(row.scheduled_on)
        told = f"补齐后提交审批：{what}", basis, "去提交", Group.PREPARATION
    return _item(row, *told, due=row.scheduled_on)


def _record(row, clocks) -> WorkItem:
    text = f"{row.unit}　现场记录还没有结束"
    basis = "现场检查应当当场记录并反馈（本机关检查工作规范）"
    page = "inspection-record"
    return _item(row, text, basis, "继续记录", Group.VISIT, page, row.inspected_on)


def _finish_record(row, clocks) -> WorkItem:
    text = f"{row.unit}　现场检查笔录定稿"
    basis = "检查、笔录、反馈意见书、平台填报应当一致（本机关检查工作规范）"
    due = _due(clocks, row, "D-I05")  # what is reported to the platform has its record
    return _item(row, text, basis, "去办理", Group.VISIT, due=due)


def _write_letter(row, clocks) -> WorkItem:
    text, basis = f"{row.unit}　起草反馈意见书", "检查后应当书面反馈（本机关检查工作规范）"
    due = _due(clocks, row, "D-I06")
    return _item(row, text, basis, "起草", Group.LETTER, "letter-draft", due)


def _report(row, clocks) -> WorkItem:
    text = f"{row.unit}　填报执法监督平台"
    basis = "检查的依据、程序、结果应当按期填报执法监督平台（本机关检查工作规范）"
    due = _due(clocks, row, "D-I05")
    return _item(row, text, basis, "去填报", Group.VISIT, "inspection-report", due)


def _close(row, clocks) -> WorkItem:
    ended = "问题已全部销号" if row.has_findings else "没有发现问题"
    if row.has_terminated:
        ended = "没有整改的问题已因单位撤销终结"
    text, basis = f"办结{row}：{ended}", "本机关检查工作规范"
    return _item(row, text, basis, "去办结", Group.RECTIFICATION, "inspection-close")


def _due(clocks: Clocks, row, code: str) -> Deadline | None:
    clock = clocks.find(row, code)
    return clock if clock and clock.is_open else None


# Who is asked, which checks ask it, and how it reads; own visits are shown without a permission.
TASKS = (
    (APPROVE, lambda row, user: row.state == S.PENDING and row.drafted_by_id != user.pk, _approve),
    (
        APPROVE,
        lambda row, user: row.awaits_late_approval and row.drafted_by_id != user.pk,
        _approve_late,
    ),
    ("", lambda row, user: row.state == S.APPROVED and row.near, _go),
    (DRAFT, lambda row, user: row.state == S.DRAFT, _finish_draft),
    (RECORD, lambda row, user: row.state == S.ON_SITE, _record),
    (
        RECORD,
        lambda row, user: row.state in UNRECORDED and row.is_own and _lacks_record(row),
        _finish_record,
    ),
    (
        LETTER,
        lambda row, user: (
            row.state == S.RECORDED
            and row.kind in Inspection.ENFORCEMENT
            and not (row.has_letter or row.unit.left_no_heir)
        ),
        _write_letter,
    ),
    (REPORT, lambda row, user: row.state in HELD and row.reported_on is None, _report),
    (
        REVIEW,
        lambda row, user: (
            (row.state in Inspection.ANSWERABLE or _is_untaken(row))
            and row.is_own
            and not (row.has_unfixed or _lacks_record(row) or _waits_for_unit(row))
        ),
        _close,
    ),
)
