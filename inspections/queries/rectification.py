"""Reads of 整改: problems and their answers, as the bureau and as the unit see them."""

from datetime import date
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Prefetch
from django.db.models.functions import Coalesce

from archives_enforcement.documents import written_answers
from archives_enforcement.documents.models import Delivery, Document
from archives_enforcement.files.models import StoredFile
from archives_enforcement.files.queries import files_by_record
from archives_enforcement.navigation import Step
from archives_enforcement.templatetags.formats import cn_date, cn_day
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


def next_step(finding: Finding) -> str:
    """What happens next with a problem, in one sentence for the bureau's people."""
    if finding.inspection.state not in Inspection.TOLD:
        return "反馈意见书还没有签发，签发后单位才能看到并回复。"
    if finding.spot_fix_id:
        return "检查中已当场整改，检查结束时销号，没有要办的事。"
    if finding.state == Finding.State.ACCEPTED:
        return f"{cn_date(finding.accepted_on)}已销号，不用再办。"
    if finding.state == Finding.State.TERMINATED:
        day = cn_date(finding.termination.decided_on)
        return f"单位已撤销，没有承继单位，{day}决定终结整改；没有改好，不算已整改，不用再办。"
    if finding.inspection.unit.left_no_heir:
        return "单位已撤销，没有承继单位：请提出终结整改，由机关负责人决定。"
    if finding.state in AWAITS_UNIT:
        return _asked(finding) or _to_be_done(finding)
    return _to_review(finding)


def _to_be_done(finding: Finding) -> str:
    until = f"于{cn_date(finding.due_on)}前" if finding.due_on else ""
    if finding.state == Finding.State.RETURNED:
        return f"回复已退回，等待单位{until}继续整改后再次回复。"
    done = f"已认可完成 {finding.progress}%，" if finding.progress else ""
    return f"{done}等待单位{until}整改并回复。"


def _to_review(finding: Finding) -> str:
    if report := waiting_reply(finding, Reply.Kind.PARTLY):
        return f"单位回复改好了一部分（{report.share}%），请核对材料后决定是否认可。"
    if Reply.Kind.OBJECTION in finding.waiting:
        return "单位回复已经改好，也有不同意见：请先答复意见，再复核。"
    return "单位回复已经改好，请核对材料后决定是否销号。"


def _asked(finding: Finding) -> str:
    """What the unit asks for while it goes on with its task; empty when it asks for nothing."""
    if asked := waiting_reply(finding, Reply.Kind.MORE_TIME):
        return f"单位希望延到{cn_date(asked.until)}，请决定是否同意。"
    if Reply.Kind.OBJECTION not in finding.waiting:
        return ""
    meanwhile = "答复以前暂停整改。" if finding.paused_on else "异议不停止整改。"
    return f"单位有不同意见，请核对事实后说明理由；{meanwhile}"


def steps(finding: Finding, told_on: date | None, answer: Reply | None) -> list[Step]:
    """发现 → 反馈 → 整改 → 复核 → 销号 as the strip shows them."""
    state, S = finding.state, Finding.State
    place = {S.REPLIED: 3, S.ACCEPTED: 5, S.TERMINATED: 5}.get(state, 2) if told_on else 1
    visit = finding.inspection
    if state == S.TERMINATED:
        return _broken_off(finding, told_on)
    notes = (
        ("发现", cn_day(visit.day)),
        ("反馈", cn_day(told_on)),
        ("整改", f"{cn_day(finding.due_on)}前" if finding.due_on else ""),
        ("复核", cn_day(answer.reviewed_on) if answer else ""),
        ("销号", cn_day(finding.accepted_on)),
    )
    return [
        Step(label, "done" if number < place else "now" if number == place else "", note)
        for number, (label, note) in enumerate(notes)
    ]


def _broken_off(finding: Finding, told_on: date | None) -> list[Step]:
    """Where a problem got to before its unit ended: nothing of 整改 is done."""
    ended = cn_day(finding.termination.decided_on)
    return [
        Step("发现", "done", cn_day(finding.inspection.day)),
        Step("反馈", "done" if told_on else "", cn_day(told_on)),
        Step("整改", "", "没有改好"),
        Step("终结", "done", ended),
    ]


class PartyFindings(NamedTuple):
    """The problems of the units a person acts for, by whose turn it is."""

    to_answer: list[Finding]
    in_review: list[Finding]
    fixed: list[Finding]
    past: list[Finding]  # nobody is left to answer: the unit ended without an heir

    @property
    def total(self) -> int:
        return sum(map(len, self))

    @property
    def first_due(self) -> date | None:
        """The nearest last day among those still to answer."""
        return min((row.due_on for row in self.to_answer if row.due_on), default=None)


def findings_for_party(user):
    """The problems told to the units `user` acts for, on visits that are not closed yet."""
    rows = Finding.objects.visible_to(user).filter(inspection__state__in=Inspection.ANSWERABLE)
    return _with_answers(rows, user).order_by(
        F("due_on").asc(nulls_last=True), "inspection", "position"
    )


def findings_of_visit(inspection: Inspection, user):
    """The problems of one visit as its unit may read them."""
    rows = Finding.objects.visible_to(user).filter(inspection=inspection)
    return _with_answers(rows, user).order_by("position")


def _with_answers(rows, user):
    """With unit and bureau, each row's `replies`, the newest first, and its `questions`."""
    rows = rows.select_related("inspection__unit__party__bureau", "item", "spot_fix", "termination")
    return rows.prefetch_related(
        Prefetch("replies", Reply.objects.visible_to(user).order_by("-pk")),
        Prefetch("questions", Question.objects.visible_to(user).order_by("pk")),
    )


def party_findings(rows) -> PartyFindings:
    """Sort `rows` (from `findings_for_party`, or alike) by whose turn it is."""
    rows = list(rows)
    return PartyFindings(
        [row for row in rows if row.state in AWAITS_UNIT and not row.is_past],
        [row for row in rows if row.state == Finding.State.REPLIED],
        [row for row in rows if row.state == Finding.State.ACCEPTED],
        [row for row in rows if row.is_past],
    )


def letters_for_party(user):
    """The papers sent to the units `user` acts for, those not signed for yet first."""
    rows = Delivery.objects.visible_to(user).filter(document__state=Document.State.ISSUED)
    return rows.select_related("document", "party").order_by(
        Coalesce("acknowledged_on", "delivered_on").desc(nulls_first=True), "-sent_on", "-pk"
    )


def with_answer_days(deliveries, today: date) -> list[Delivery]:
    """The same as a list, each with `asked`: by when its letter is to be answered, in words.

    What the receiver has still to sign for comes first, then what he has to answer.
    """
    rows = list(deliveries)
    due = written_answers.due_days(row.document for row in rows)
    for row in rows:
        day = due.get(row.document_id)
        row.asked = written_answers.in_words(day, today) if day else ""
    return sorted(rows, key=lambda row: (row.received_on is not None, not row.asked))


def letters_on_visit(inspection: Inspection, user):
    """The papers on one visit that were sent to its unit."""
    kind = ContentType.objects.get_for_model(Inspection)
    return letters_for_party(user).filter(
        document__content_type=kind, document__object_id=inspection.pk
    )
