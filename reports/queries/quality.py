"""数据质量: what is missing in the bureau's own records, each with the page where it is mended."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from archives_enforcement.accounts.models import Bureau, Certificate, Grant
from archives_enforcement.documents import kinds
from archives_enforcement.documents.models import Delivery, Document
from archives_enforcement.templatetags.formats import cn_date
from inspections.models import Finding, Inspection, TeamMember
from inspections.models.visits import day_of
from inspections.queries.recording import AFTERWARDS
from units.models import Unit

SHOWN = 50  # of each kind of gap; the count tells how many there are
WAITING = timedelta(days=7)  # a paper on its way; the practice of the house, no term of law
SOON = timedelta(days=60)  # a certificate that runs out: time enough to have it renewed


class Gap(NamedTuple):
    """One record with something missing, and where it is mended."""

    text: str
    note: str
    url: str


class Scan(NamedTuple):
    title: str
    why: str  # what is to be done about it
    find: Callable[[Bureau, date], Iterable[Gap]]


class Found(NamedTuple):
    title: str
    why: str
    gaps: list[Gap]
    total: int


def since(today: date) -> date:
    """Two years are looked through: this one and the last, as the figures compare them."""
    return date(today.year - 1, 1, 1)


def _visits(bureau: Bureau, today: date):
    rows = Inspection.objects.filter(bureau=bureau, inspected_on__gte=since(today))
    return rows.filter(state__in=AFTERWARDS).select_related("unit__party").order_by("inspected_on")


def _without_letter(bureau: Bureau, today: date) -> Iterable[Gap]:
    letters = Document.objects.filter(
        kind="feedback_letter", state=Document.State.ISSUED, object_id=OuterRef("pk"),
        content_type=ContentType.objects.get_for_model(Inspection),
    )  # fmt: skip
    rows = _visits(bureau, today).filter(~Exists(letters), kind__in=Inspection.ENFORCEMENT)
    for row in rows:
        yield Gap(str(row.unit), f"{cn_date(row.inspected_on)}检查", row.get_absolute_url())


def _not_delivered(bureau: Bureau, today: date) -> Iterable[Gap]:
    rows = Delivery.objects.filter(
        document__bureau=bureau, document__state=Document.State.ISSUED, delivered_on=None,
        sent_on__lte=today - WAITING, document__origin=Document.Origin.SYSTEM,
    )  # fmt: skip
    for row in rows.select_related("document", "party").order_by("sent_on"):
        paper = row.document
        clock = "，期限没有起算" if kinds.KINDS[paper.kind].clock else ""
        note = f"{cn_date(row.sent_on)}发出，没有送达日期{clock}"
        yield Gap(f"{paper.number}　{row.party}", note, paper.get_absolute_url())


def _silent(bureau: Bureau, today: date) -> Iterable[Gap]:
    rows = Finding.objects.filter(
        inspection__bureau=bureau, state=Finding.State.OPEN, due_on__lt=today, paused_on=None,
        inspection__state=Inspection.State.RECTIFYING, inspection__unit__left_no_heir=False,
    )  # fmt: skip
    for row in rows.select_related("inspection__unit__party").order_by("due_on"):
        note = f"{cn_date(row.due_on)}到期，单位没有回复"
        yield Gap(f"{row.inspection.unit}　{row}", note, row.get_absolute_url())


def _unlicensed(bureau: Bureau, today: date) -> Iterable[Gap]:
    """Officers whose certificate does not cover the day they went, or are to go."""
    visits = Inspection.objects.filter(bureau=bureau).filter(
        Q(state__in=AFTERWARDS, inspected_on__gte=since(today))
        | Q(state__in=PLANNED, scheduled_on__gte=today)
    )
    team = TeamMember.objects.filter(inspection__in=visits, part__in=TeamMember.ENFORCING)
    day = OuterRef("on_day")
    held = Certificate.objects.filter(
        Q(withdrawn_on=None) | Q(withdrawn_on__gt=day),
        user=OuterRef("user"), valid_from__lte=day, valid_to__gte=day,
    )  # fmt: skip
    team = team.annotate(on_day=day_of("inspection__")).filter(~Exists(held))
    for member in team.select_related("user", "inspection__unit__party").order_by(
        "inspection", "pk"
    ):
        visit = member.inspection
        note = f"{cn_date(member.on_day)}没有在有效期内的执法证件"
        yield Gap(f"{member.user}　{visit.unit}", note, visit.get_absolute_url())


PLANNED = (Inspection.State.PENDING, Inspection.State.APPROVED)


def _running_out(bureau: Bureau, today: date) -> Iterable[Gap]:
    last = Certificate.objects.valid_on(today).filter(user__bureau=bureau, user__is_active=True)
    later = Certificate.objects.filter(user=OuterRef("user"), valid_to__gt=today + SOON)
    rows = last.filter(~Exists(later), valid_to__lte=today + SOON).select_related("user")
    for row in rows.order_by("valid_to"):
        yield Gap(f"{row.user}　{row.number}", f"{cn_date(row.valid_to)}到期",
                  reverse("accounts:officer-list"))  # fmt: skip


def _unreachable(bureau: Bureau, today: date) -> Iterable[Gap]:
    rows = Unit.objects.filter(party__bureau=bureau, state=Unit.State.ACTIVE)
    acting = Grant.objects.valid_on(today).filter(party=OuterRef("party"))
    rows = rows.annotate(acts=Exists(acting)).select_related("party").order_by("party__name")
    for row in rows.filter(Q(archivist="") | Q(phone="") | Q(acts=False, is_offline=False)):
        missing = [
            *([] if row.archivist and row.phone else ["联系人或者电话"]),
            *([] if row.acts or row.is_offline else ["经办人账号（或者标明线下办理）"]),
        ]
        yield Gap(str(row), f"缺{'、'.join(missing)}", row.get_absolute_url())


SCANS = (
    Scan("检查没有反馈意见书", "起草并签发反馈意见书。", _without_letter),
    Scan("文书没有送达", "登记送达；送达以前，对方的期限没有起算。", _not_delivered),
    Scan("问题到期没有回复", "催促单位，或者按逐级督促办理。", _silent),
    Scan("执法人员没有有效证件", "核对证件；无证人员不能执法（实施条例第四十七条）。", _unlicensed),
    Scan("执法证件将到期", "在到期以前换证并登记。", _running_out),
    Scan("单位联系不上", "补全联系人、电话，邀请经办人登录。", _unreachable),
)


def scan(bureau: Bureau, today: date) -> list[Found]:
    """Every scan with what it found; those without a gap too, since that is worth knowing."""
    return [_found(row, list(row.find(bureau, today))) for row in SCANS]


def _found(row: Scan, gaps: list[Gap]) -> Found:
    return Found(row.title, row.why, gaps[:SHOWN], len(gaps))
