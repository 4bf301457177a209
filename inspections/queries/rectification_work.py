"""待办 after the letter: replies to review, units to remind, look-backs, interviews, models."""

from collections import defaultdict
from datetime import date
from itertools import chain

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef
from django.urls import reverse

from archives_enforcement.asking import Asking, asks, rows_of, side_by_side
from archives_enforcement.documents.models import Document
from archives_enforcement.workdays.clocks import clocks_on
from inspections.models import (
    Consent,
    Exemplary,
    Finding,
    Inspection,
    Interview,
    Question,
    Reply,
    Termination,
)
from inspections.queries.interviews import commitments_to_check
from inspections.queries.look_back import UNDERWAY
from inspections.queries.measures import work_for_measures
from inspections.queries.rectification import overdue
from inspections.queries.teams import visits_of
from inspections.queries.work import Group, WorkItem
from units.models import Unit

REVIEW = "inspections.review_reply"


@asks
def work_for_rectification(user, today: date) -> Asking[list[WorkItem]]:
    """What happens after the letter and waits for this person, as the 工作台 shows it."""
    found = yield from side_by_side(
        _replies_to_review(user),
        _questions(user),
        _late_problems(user, today),
        _units_to_terminate(user),
        _terminations_to_decide(user),
        _interviews_to_hold(user),
        _commitments_to_check(user, today),
        _exemplaries_to_decide(user),
        _exemplaries_to_write(user, today),
        work_for_measures.asking(user, today),
    )
    return list(chain.from_iterable(found))


def _replies_to_review(user) -> Asking[list[WorkItem]]:
    """Under D-I09; what the user entered from paper himself waits for somebody else."""
    if not user.has_perm(REVIEW):
        return []
    replies = (
        Reply.objects.visible_to(user)
        .filter(
            outcome="",
            finding__state__in=Finding.UNFIXED,
            finding__inspection__in=visits_of(user),
        )
        .exclude(on_behalf=True, replied_by=user)
        .select_related("finding__inspection__unit__party")
        .only("kind", "finding__position", "finding__inspection__unit__party__name")
        .order_by("replied_on", "pk")
    )
    found, replies = [], (yield from rows_of(replies))
    clocks = yield from clocks_on([reply.finding for reply in replies])
    for reply in replies:
        finding = reply.finding
        clock = clocks.find(finding, "D-I09")
        clock = clock if clock and clock.is_open else None
        found.append(
            WorkItem(
                clock.due_on if clock else None,
                f"复核{finding.inspection.unit}第 {finding.position} 项的回复"
                f"（{reply.get_kind_display()}）",
                f"{clock.name}：{clock.article or '本系统建议的期限'}" if clock else "",
                finding.get_absolute_url(),
                "去复核",
                Group.RECTIFICATION,
            )
        )
    return found


def _questions(user) -> Asking[list[WorkItem]]:
    """Open questions: all of the bureau for the archive hall, an officer's own visits' for him."""
    if not user.has_perm("inspections.answer_question"):
        return []
    rows = Question.objects.visible_to(user).filter(answered_on=None)
    rows = rows.exclude(finding__state=Finding.State.TERMINATED)
    if not user.has_perm("inspections.give_guidance"):
        rows = rows.filter(finding__inspection__in=visits_of(user))
    rows = rows.select_related("finding__inspection__unit__party")
    rows = rows.only("finding__position", "finding__inspection__unit__party__name")
    rows = yield from rows_of(rows.order_by("pk"))
    return [
        WorkItem(
            None,
            f"答复{row.finding.inspection.unit}第 {row.finding.position} 项的提问",
            "单位的提问（不影响整改期限）",
            row.get_absolute_url(),
            "去答复",
            Group.RECTIFICATION,
        )
        for row in rows
    ]


def _late_problems(user, today: date) -> Asking[list[WorkItem]]:
    """Units to remind and visits to look back at: the same problems past their day."""
    may = [user.has_perm(REVIEW), user.has_perm("inspections.draft_inspection")]
    if not any(may):
        return []
    trips = Inspection.objects.filter(origin=OuterRef("inspection"), state__in=UNDERWAY)
    rows = overdue(Finding.objects.visible_to(user), today).filter(
        inspection__in=visits_of(user), inspection__state=Inspection.State.RECTIFYING
    )
    rows = rows.annotate(looked_at=Exists(trips)).select_related("inspection__unit__party")
    rows = rows.only("position", "due_on", "inspection__unit__party__name")
    late = defaultdict(list)
    for row in (yield from rows_of(rows.order_by("due_on", "position"))):
        late[row.inspection].append(row)
    reminders = [_reminder(visit, problems) for visit, problems in late.items()]
    left = sum(not problems[0].looked_at for problems in late.values())
    return [*(reminders if may[0] else ()), *(_look_backs(left) if may[1] else ())]


def _reminder(visit: Inspection, problems: list[Finding]) -> WorkItem:
    positions = "、".join(str(position) for position in sorted(row.position for row in problems))
    return WorkItem(
        problems[0].due_on,
        f"催办{visit.unit}：第 {positions} 项逾期没有回复",
        "反馈意见书载明的整改期限",
        reverse("inspections:inspection-remind", args=[visit.pk]),
        "去催办",
        Group.RECTIFICATION,
    )


def _look_backs(visits: int) -> list[WorkItem]:
    """One line for all of them: where to begin is weighed on the page of candidates."""
    if not visits:
        return []
    return [
        WorkItem(
            None,
            f"安排回头看：{visits} 次检查还有逾期没有整改的问题",
            "回头看（本系统建议反馈后 6 个月内安排）",
            reverse("inspections:look-back-list"),
            "去安排",
            Group.RECTIFICATION,
        )
    ]


def _units_to_terminate(user) -> Asking[list[WorkItem]]:
    """Units that nobody goes on with, on whose open problems nobody has proposed anything yet."""
    if not user.has_perm(REVIEW):
        return []
    open_ones = Finding.objects.filter(
        inspection__in=visits_of(user), inspection__unit=OuterRef("pk"),
        state__in=Finding.UNFIXED,
    ).exclude(inspection__state=Inspection.State.UNAPPROVED)  # fmt: skip
    untold = Inspection.objects.filter(
        pk__in=visits_of(user), unit=OuterRef("pk"), state=Inspection.State.RECORDED, origin=None
    )
    row = Termination.objects.filter(unit=OuterRef("pk"))
    waiting, decided = (row.filter(state=state) for state in ("proposed", "decided"))
    rows = Unit.objects.visible_to(user).filter(
        Exists(open_ones) | (Exists(untold) & ~Exists(decided)), ~Exists(waiting),
        left_no_heir=True,
    )  # fmt: skip
    rows = rows.select_related("party").only("party__name").order_by("pk")
    rows = yield from rows_of(rows)
    return [
        WorkItem(
            None,
            f"提出终结整改：{row}已撤销，没有承继单位，还有没有办结的事项",
            "本机关检查工作规范",
            reverse("inspections:termination-propose", args=[row.pk]),
            "去提出",
            Group.RECTIFICATION,
        )
        for row in rows
    ]


def _terminations_to_decide(user) -> Asking[list[WorkItem]]:
    if not user.has_perm("inspections.approve_inspection"):
        return []
    rows = Termination.objects.visible_to(user).filter(state=Termination.State.PROPOSED)
    rows = rows.exclude(proposed_by=user).select_related("unit__party").order_by("pk")
    rows = yield from rows_of(rows)
    return [
        WorkItem(
            None,
            f"决定{row.unit}的终结整改（单位撤销，没有承继单位）",
            "本机关检查工作规范",
            row.get_absolute_url(),
            "去决定",
            Group.APPROVAL,
        )
        for row in rows
    ]


def _interviews_to_hold(user) -> Asking[list[WorkItem]]:
    if not user.has_perm("inspections.hold_interview"):
        return []
    rows = Interview.objects.visible_to(user).filter(state=Interview.State.NOTIFIED)
    rows = rows.select_related("unit__party").order_by("scheduled_on", "pk")
    rows = yield from rows_of(rows)
    return [
        WorkItem(
            row.scheduled_on,
            f"约谈{row.unit}（{row.scheduled_at:%H:%M}，{row.place}）",
            row.get_kind_display(),
            row.get_absolute_url(),
            "去登记",
            Group.INTERVIEW,
        )
        for row in rows
    ]


def _commitments_to_check(user, today: date) -> Asking[list[WorkItem]]:
    """Promises near their day; only on talks about the visits this person carries on."""
    if not user.has_perm("inspections.hold_interview"):
        return []
    rows = commitments_to_check(user, today).filter(interview__inspection__in=visits_of(user))
    rows = yield from rows_of(rows)
    return [
        WorkItem(
            row.due_on,
            f"核实{row.interview.unit}的承诺：{row.text[:40]}",
            "约谈记录载明的承诺期限",
            reverse("inspections:interview-commitment-check", args=[row.pk]),
            "去核实",
            Group.INTERVIEW,
        )
        for row in rows
    ]


def _exemplaries_to_decide(user) -> Asking[list[WorkItem]]:
    """Those whose unit has answered: without its consent nothing can be decided but 不采纳."""
    if not user.has_perm("inspections.decide_exemplary"):
        return []
    rows = Exemplary.objects.visible_to(user).filter(state=Exemplary.State.NOMINATED)
    rows = rows.exclude(nominated_by=user).exclude(consent__state=Consent.State.ASKED)
    rows = rows.select_related("inspection__unit__party").order_by("nominated_on", "pk")
    rows = yield from rows_of(rows)
    return [
        WorkItem(
            None,
            f"决定{row.inspection.unit}是否为整改优秀典型",
            "本机关检查工作规范",
            row.get_absolute_url(),
            "去决定",
            Group.APPROVAL,
        )
        for row in rows
    ]


def _exemplaries_to_write(user, today: date) -> Asking[list[WorkItem]]:
    """This year's models whose decision is not on paper yet."""
    if not user.has_perm("inspections.nominate_exemplary"):
        return []
    papers = Document.objects.filter(
        content_type=ContentType.objects.get_for_model(Exemplary), object_id=OuterRef("pk")
    ).exclude(state=Document.State.VOID)
    rows = Exemplary.objects.visible_to(user).filter(
        ~Exists(papers), state=Exemplary.State.DECIDED, decided_on__year=today.year,
        consent__state=Consent.State.GIVEN,
    )  # fmt: skip
    rows = rows.select_related("inspection__unit__party").order_by("decided_on", "pk")
    rows = yield from rows_of(rows)
    return [
        WorkItem(
            None,
            f"起草{row.inspection.unit}的整改优秀典型决定",
            "本机关检查工作规范",
            row.get_absolute_url(),
            "去起草",
            Group.RECTIFICATION,
        )
        for row in rows
    ]
