"""Reads of disclosure: what is to be published, its summary, and how long it stays."""

from datetime import date
from itertools import chain

from django.urls import reverse

from archives_enforcement.asking import Asking, asks, rows_of, side_by_side
from archives_enforcement.documents import kinds
from archives_enforcement.documents.models import Document
from archives_enforcement.documents.text_rules import written
from archives_enforcement.navigation import Step
from archives_enforcement.templatetags.formats import cn_date, cn_day
from archives_enforcement.workdays import deadlines, limits
from archives_enforcement.workdays.clocks import Clocks, clocks_on
from archives_enforcement.workdays.models import Deadline
from inspections.queries.work import Group, WorkItem, work_item
from penalties.models import Case
from publicity import elsewhere
from publicity.models import Notice, Withholding
from publicity.models.results import FEEDBACK
from publicity.queries import exemplaries, results
from publicity.redaction import redact
from publicity.workflow import NOTICE_FLOW

S, C = Notice.State, Notice.CreditClass
PUBLICITY = "publicity"  # the group of the work list
GROUP_LABEL = "执法公示"
PUBLIC_KINDS = tuple(code for code, kind in kinds.KINDS.items() if kind.public)
PENALTY, OTHER_RESULT, WITHDRAWAL = "D-G01", "D-G02", "D-G03"
EXEMPLARY_CASE = "D-G16"  # decisions that are out keep D-G02
PUBLICATION = (PENALTY, OTHER_RESULT, results.CLOCK, EXEMPLARY_CASE)
UPDATE = "更新整改情况"
PERIODS = {C.MINOR: "D-G11", C.GENERAL: "D-G12", C.SERIOUS: "D-G13"}
SHORTEST = {C.GENERAL: "D-G12-2", C.SERIOUS: "D-G13-2"}  # 轻微 has none
CREDIT_SINCE = date(2026, 4, 1)  # 信用修复管理办法 in force; before it only the bureau's setting


def decisions_to_publish(user):
    """Papers of the user's bureau that wait to be published, oldest first."""
    return waiting_among(Document.objects.visible_to(user).filter(bureau=user.bureau_id))


def waiting_among(documents):
    """Issued papers of public kinds about which no notice stands, oldest first.

    What was issued on paper before this system was made public then, or was not: its clock ran
    elsewhere.
    """
    issued = documents.filter(
        kind__in=(*PUBLIC_KINDS, FEEDBACK),
        state=Document.State.ISSUED,
        origin=Document.Origin.SYSTEM,
    )
    noticed = Notice.objects.exclude(state=S.WITHDRAWN).values("document")
    withdrawn = Notice.objects.filter(state=S.WITHDRAWN).values("document")
    rows = issued.exclude(pk__in=noticed).exclude(pk__in=withdrawn).exclude(elsewhere.published())
    rows = rows.exclude(exemplaries.without_consent()).exclude(pk__in=_withheld())
    rows = rows.exclude(results.not_asked_for())
    return rows.select_related("party", "bureau").order_by("issued_on", "pk")


def _withheld():
    """Papers that are not to be public, or about which that is to be decided."""
    return Withholding.objects.filter(state__in=Withholding.STANDING).values("document")


def withholdings(user):
    """What is withheld or proposed to be, latest first."""
    rows = Withholding.objects.visible_to(user).select_related("document")
    return rows.order_by("-proposed_on", "-pk")


def summary_of(document: Document, on: date | None = None) -> dict:
    """The summary a notice begins with: what 公示 shows instead of the full text.

    The progress of what a check found is that of the day `on`.
    """
    shared = {
        "number": document.number,
        "title": document.title,
        "issuer": document.content.get("signatory") or _body(document.bureau),
        "decided_on": document.issued_on,
        "party_name": document.party.public_name if document.party else "",
        "facts": "",
        "basis": "",
        "outcome": "",
    }
    if isinstance(document.subject, Case):
        shared |= _of_penalty(document)
    if exemplaries.is_exemplary(document):
        shared |= exemplaries.summary(document.subject)
    if results.is_result(document):
        shared |= results.summary(document, on or document.issued_on)
    return shared


def _body(bureau) -> str:
    """In whose name the bureau acts; a form has no 落款 that says so."""
    return bureau.subject_name or bureau.name


def _of_penalty(document: Document) -> dict:
    fields, party = document.fields, document.party
    parts = {
        "facts": written(fields.get("facts", "")),
        "basis": written(fields.get("basis", "")),
        "outcome": written(fields.get("penalty", "")),
    }
    return {
        "title": redact(document.subject.name, party),
        **{name: redact(text, party) for name, text in parts.items()},
    }


def expiry(credit_class: str, decided_on: date) -> date | None:
    """The last day of publicity: it runs from the date of the paper and stops by itself.

    A longest time is no time to do something in: it ends on its day, be that a day off or not.
    """
    code = PERIODS.get(credit_class)
    return limits.compute(code, decided_on).last if code else None


def shortest(credit_class: str, decided_on: date) -> date | None:
    """The last day of the shortest publicity; the party may ask for 信用修复 from the day after."""
    code = SHORTEST.get(credit_class)
    return limits.compute(code, decided_on).last if code else None


def credit_source(decided_on: date) -> str:
    """What the class rests on; an unverified source is shown as a setting, not as law."""
    if decided_on >= CREDIT_SINCE:
        return "分类和期限参照《信用修复管理办法》（据转载材料核对，本机关设定）"
    return "分类和期限为本机关设定"


def clock_of_paper(document: Document) -> Deadline | None:
    """Until when a paper must be published (D-G01, D-G02, D-G15, D-G16)."""
    return deadlines.for_subject(document).filter(code__in=PUBLICATION).first()


def clock_among(clocks: Clocks, document: Document) -> Deadline | None:
    """The same from clocks that are at hand."""
    return next((found for code in PUBLICATION if (found := clocks.find(document, code))), None)


def publication_clock(notice: Notice) -> Deadline | None:
    return clock_of_paper(notice.document)


def clocks_of(notice: Notice) -> list[Deadline]:
    """The clocks on publication and withdrawal."""
    found = [publication_clock(notice), *deadlines.for_subject(notice)]
    return [row for row in found if row is not None]


def next_step(notice: Notice) -> str:
    """What happens next, in one sentence."""
    if notice.state == S.DRAFT and not notice.secrecy_checked:
        return "请先办理保密审查，再由机关负责人批准。"
    if notice.state == S.DRAFT:
        return "已通过保密审查，等待机关负责人批准。"
    if notice.state == S.APPROVED:
        clock = publication_clock(notice)
        until = f"，应当在{cn_date(clock.due_on)}前" if clock and clock.is_open else ""
        return f"已批准{until}公布。"
    if notice.state == S.PUBLISHED and notice.changed_on and notice.is_exemplary:
        return "单位已撤回公开同意，公开页面已停止显示，请办理撤回公示。"
    if notice.state == S.PUBLISHED and notice.changed_on:
        original = "检查结果" if notice.is_result else "原决定"
        return f"{original}已有变更，请立即撤回公示并公开说明理由。"
    if notice.state == S.PUBLISHED:
        return _how_long(notice)
    return "公示已撤回，理由已公开。"


def _how_long(notice: Notice) -> str:
    if notice.repaired_on:
        return f"{cn_date(notice.repaired_on)}信用修复，已停止公示。"
    if notice.expires_on:
        return f"正在公示，{cn_date(notice.expires_on)}后自动停止公示。"
    return "正在公示。"


def steps(notice: Notice) -> list[Step]:
    """拟稿 → 保密审查 → 批准 → 公布 as the strip shows them."""
    place = {S.DRAFT: 2 if notice.secrecy_checked else 1, S.APPROVED: 3}.get(notice.state, 4)
    notes = [
        cn_day(notice.drafted_on),
        str(notice.secrecy_reviewer or "") if notice.secrecy_checked else "",
        cn_day(notice.approved_on),
        cn_day(notice.published_on),
    ]
    labels = ("拟稿", "保密审查", "批准", "公布")
    return [
        Step(label, "done" if at < place else "now" if at == place else "", notes[at])
        for at, label in enumerate(labels)
    ]


@asks
def work_for_publicity(user, today: date) -> Asking[list[WorkItem]]:
    """What disclosure asks of this person: papers to publish, notices to approve or withdraw."""
    found = yield from side_by_side(
        _to_draft(user), _to_withhold(user), _to_move(user, today), _to_update(user)
    )
    return list(chain.from_iterable(found))


def _to_draft(user) -> Asking[list[WorkItem]]:
    if not user.has_perm("publicity.draft_notice"):
        return []
    found, waiting = [], (yield from rows_of(decisions_to_publish(user)))
    clocks = yield from clocks_on(waiting)
    for document in waiting:
        clock = clock_among(clocks, document)
        url = reverse("publicity:notice-create", args=[document.pk])
        text = f"拟公示：{document.get_kind_display()} {document.number}"
        basis = clock.article if clock else "行政执法公示制度"
        due = clock if clock and clock.is_open else None
        found.append(work_item(due, text, basis, url, "去拟稿", PUBLICITY))
    return found


def _to_withhold(user) -> Asking[list[WorkItem]]:
    """Withholdings that the head decides, or whose reason is to be reported."""
    rows = withholdings(user).filter(state__in=Withholding.STANDING, filed_on=None)
    rows = yield from rows_of(rows)
    rows = [row for row in rows if not row.is_slight or row.state == Withholding.State.PROPOSED]
    clocks = yield from clocks_on(rows, [row.document for row in rows])
    found = []
    for row in rows:
        proposed = row.state == Withholding.State.PROPOSED
        permission = "publicity.approve_notice" if proposed else "publicity.draft_notice"
        if not user.has_perm(permission):
            continue
        clock = clock_among(clocks, row.document) if proposed else clocks.find(row, "D-G04")
        due = clock if clock and clock.is_open else None
        text, button = (row, "去决定") if proposed else (f"登记备案：{row}", "去登记")
        group = Group.APPROVAL if proposed else PUBLICITY
        found.append(work_item(due, f"{text}", row.basis, row.get_absolute_url(), button, group))
    return found


TASKS = {
    "approve": ("批准公示", "去审批", Group.APPROVAL),
    "publish": ("公布", "去公布", PUBLICITY),
    "withdraw": ("撤回公示", "去撤回", PUBLICITY),
}


def _to_move(user, today: date) -> Asking[list[WorkItem]]:
    if not any(user.has_perm(NOTICE_FLOW.transitions[name].permission) for name in TASKS):
        return []
    rows = Notice.objects.visible_to(user).exclude(state=S.WITHDRAWN).order_by("pk")
    rows = rows.select_related("bureau", "document__party", "drafted_by")
    rows = yield from rows_of(rows.prefetch_related("document__deliveries"))
    waiting = [
        (notice, TASKS[offer.step.name])
        for notice in rows
        for offer in NOTICE_FLOW.offers(notice, user, on=today)
        if offer.step.name in TASKS and offer.why is None and _is_due(notice, offer.step.name)
    ]
    notices = [notice for notice, _ in waiting]
    clocks = yield from clocks_on(notices, [notice.document for notice in notices])
    return [_task(notice, clocks, *task) for notice, task in waiting]


def _to_update(user) -> Asking[list[WorkItem]]:
    """Results that still read as 整改中 though everything has been put right."""
    if not user.has_perm("publicity.publish_notice"):
        return []
    rows = yield from rows_of(results.to_update(user))
    return [
        work_item(
            None, f"{UPDATE}：{row}", "本机关公示制度",
            reverse("publicity:notice-progress", args=[row.pk]), "去更新", PUBLICITY,
        )
        for row in rows
    ]  # fmt: skip


def _is_due(notice: Notice, step: str) -> bool:
    """A model case may be withdrawn at any time, but nothing asks for it until it must be."""
    return step != "withdraw" or notice.changed_on is not None


def _task(notice: Notice, clocks: Clocks, label: str, button: str, group: str) -> WorkItem:
    found = [clock_among(clocks, notice.document), *clocks.on(notice).values()]
    running = [clock for clock in found if clock and clock.is_open]
    due = min(running, key=lambda clock: clock.due_on, default=None)
    basis = running[0].article if running else "行政执法公示制度"
    return work_item(due, f"{label}：{notice}", basis, notice.get_absolute_url(), button, group)
