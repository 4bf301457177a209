"""Five years of checks: team, results, problems, replies, papers, clocks, messages, trail."""

from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType

from archives_enforcement.accounts.models import Bureau
from archives_enforcement.audit.models import AuditEntry, ChainHead
from archives_enforcement.documents.models import Delivery, Document, Wording
from archives_enforcement.notifications.models import Message
from archives_enforcement.workdays.models import Deadline
from bench.loading.copying import copy, next_key
from bench.loading.people import bureau_of
from inspections.models import (
    Checklist,
    ChecklistItem,
    Finding,
    Inspection,
    ItemResult,
    Plan,
    PlanItem,
    Reply,
    TeamMember,
)

PER_UNIT, RESULTS, YEARS = 10, 5, range(2022, 2027)
S = Inspection.State
HELD = (S.RECORDED, S.FED_BACK, S.RECTIFYING, S.CLOSED)
STEPS = (
    ("submit", "提请批准"),
    ("approve", "批准检查"),
    ("start", "开始检查"),
    ("finish", "结束检查"),
)
TEXT = "依据《中华人民共和国档案法》第四十二条，我局对你单位档案工作进行了检查，现将情况反馈如下。"


class Visit(NamedTuple):
    """One check of the city, as all the tables tell it."""

    pk: int
    unit: int
    bureau: int  # its place among the bureaus
    number: int  # runs through the whole city
    day: date
    state: str
    officers: tuple[int, int]

    @property
    def held(self) -> bool:
        return self.state in HELD

    @property
    def told(self) -> bool:
        return self.state in Inspection.TOLD

    @property
    def problems(self) -> int:
        return 2 if self.held and self.number % 2 == 0 else 0


def _state(unit: int, turn: int) -> str:
    number = unit * PER_UNIT + turn
    if turn < 8:
        return S.CANCELLED if number % 50 == 7 else S.CLOSED
    if turn == 8:
        return S.RECTIFYING if unit % 5 < 2 else S.CLOSED
    return {0: S.APPROVED, 1: S.RECORDED, 2: S.DRAFT}.get(unit // 5 % 20, S.CLOSED)


def _day(unit: int, turn: int, state: str) -> date:
    if state in (S.APPROVED, S.DRAFT):
        return date(2026, 12, 1 + unit % 28)
    if state == S.RECORDED:
        return date(2026, 11, 10 + unit % 15)
    month = 1 + (unit * 7 + turn * 5) % 10
    return date(YEARS[turn // 2], month, 1 + unit * 3 % 28)


def arrange(units: range, first: int, officers: list[list[int]]) -> list[Visit]:
    """The checks of these units, whose keys begin with `first`."""
    key, found = next_key(Inspection), []
    for place, unit in enumerate(units):
        bureau = bureau_of(unit)
        people = officers[bureau]
        for turn in range(PER_UNIT):
            state, number = _state(unit, turn), unit * PER_UNIT + turn
            pair = (people[number % len(people)], people[(number + 3) % len(people)])
            day = _day(unit, turn, state)
            found.append(Visit(key, first + place, bureau, number, day, state, pair))
            key += 1
    return found


def load(visits: list[Visit], bureaus: list[Bureau]) -> None:
    """Everything about these checks."""
    checklist = Checklist.objects.filter(bureau=None, state="adopted").order_by("pk").first()
    items = list(ChecklistItem.objects.filter(checklist=checklist).order_by("position"))
    plans = _plans(bureaus)
    _load_visits(visits, bureaus, checklist, plans)
    _load_results(visits, items)
    _load_problems(visits, items)
    _load_papers(visits, bureaus)
    _load_clocks(visits, bureaus)
    _load_messages(visits)
    _load_trail(visits, bureaus)


def _plans(bureaus: list[Bureau]) -> dict[tuple[int, int], int]:
    for bureau in bureaus:
        drafter = bureau.user_set.order_by("pk").first()
        for year in YEARS:
            Plan.objects.get_or_create(
                bureau=bureau, year=year,
                defaults={"title": f"{year}年度检查计划", "drafted_by": drafter,
                          "state": "published", "published_on": date(year, 1, 10)},
            )  # fmt: skip
    rows = Plan.objects.filter(bureau__in=bureaus)
    places = {bureau.pk: place for place, bureau in enumerate(bureaus)}
    return {(places[row.bureau_id], row.year): row.pk for row in rows}


def _load_visits(visits, bureaus, checklist, plans) -> None:
    item = next_key(PlanItem)
    copy(
        PlanItem,
        "id plan_id unit_id kind month checklist_id",
        (
            (item + place, plans[row.bureau, row.day.year], row.unit, "daily", row.day.month,
             checklist.pk)
            for place, row in enumerate(visits)
        ),
    )  # fmt: skip
    copy(
        Inspection,
        "id bureau_id unit_id kind plan_item_id checklist_id reason scheduled_on session place "
        "state drafted_by_id approved_on inspected_on reported_on methods summary signed_by "
        "earned possible grade",
        (
            (row.pk, bureaus[row.bureau].pk, row.unit, "daily", item + place, checklist.pk,
             "年度计划", row.day, "morning", "单位档案室", row.state, row.officers[0],
             row.day - timedelta(days=5), row.day if row.held else None,
             row.day if row.held else None, ["查阅资料"], "检查正常进行。",
             "示例负责人" if row.held else "", 90 if row.held else None,
             100 if row.held else None, "优秀" if row.held else "")
            for place, row in enumerate(visits)
        ),
    )  # fmt: skip
    copy(
        TeamMember,
        "inspection_id user_id part",
        (
            (row.pk, person, part)
            for row in visits
            for person, part in zip(row.officers, ("lead", "officer"), strict=True)
        ),
    )


def _load_results(visits, items) -> None:
    copy(
        ItemResult,
        "inspection_id item_id result facts recorded_by_id recorded_at",
        (
            (row.pk, items[(row.number + turn) % len(items)].pk,
             "fails" if turn < row.problems else "conforms", "现场查看。" if turn else "没有制度。",
             row.officers[0], _moment(row.day))
            for row in visits if row.held
            for turn in range(RESULTS)
        ),
    )  # fmt: skip


def _load_problems(visits, items) -> None:
    key, replies = next_key(Finding), []
    states = (Finding.State.OPEN, Finding.State.REPLIED, Finding.State.RETURNED)

    def rows():
        nonlocal key
        for row in visits:
            for turn in range(row.problems):
                item = items[(row.number + turn) % len(items)]
                closed = row.state == S.CLOSED
                state = Finding.State.ACCEPTED if closed else states[(row.number // 2 + turn) % 3]
                if state != Finding.State.OPEN:
                    replies.append((key, row, state))
                yield (
                    key, row.pk, item.pk, turn + 1, "没有制度。", item.text[:300], "《中华人民"
                    "共和国档案法》第四十五条", "B", state, row.day + timedelta(days=40),
                    row.day + timedelta(days=30) if closed else None,
                )  # fmt: skip
                key += 1

    copy(Finding, "id inspection_id item_id position text requirement basis severity state due_on "
         "accepted_on", rows())  # fmt: skip
    copy(
        Reply,
        "finding_id kind text replied_on replied_by_id outcome reviewed_on",
        (
            (finding, "fixed", "已经整改。", row.day + timedelta(days=20), row.officers[0],
             "" if state == "replied" else "accepted" if state == "accepted" else "returned",
             None if state == "replied" else row.day + timedelta(days=30))
            for finding, row, state in replies
        ),
    )  # fmt: skip


def _load_papers(visits, bureaus) -> None:
    subject = ContentType.objects.get_for_model(Inspection).pk
    content = {"layout": "letter", "paragraphs": [["p", TEXT]] * 6}
    wordings = dict(Wording.objects.order_by("pk").values_list("kind", "pk"))
    first = key = next_key(Document)
    kinds = (
        ("feedback_letter", "反馈意见书", "反", True),
        ("site_record", "现场检查笔录", "录", False),
    )

    def rows():
        nonlocal key
        for row in visits:
            if not row.told:
                continue
            bureau = bureaus[row.bureau]
            for kind, title, word, outward in kinds:
                number = f"{bureau.document_word}{word}〔{row.day.year}〕{row.number + 1}号"
                yield (
                    key, bureau.pk, row.unit, kind, outward, title, "issued", subject, row.pk,
                    wordings[kind], {"unit": f"示例单位{row.unit}"}, content, row.day.year,
                    row.number + 1, number, row.officers[0], row.day, row.officers[1],
                    row.day, _moment(row.day),
                    f"{word}{key:024}",
                )  # fmt: skip
                key += 1

    copy(Document, "id bureau_id party_id kind outward title state content_type_id object_id "
         "wording_id fields content year serial number drafted_by_id drafted_on issued_by_id "
         "issued_on issued_at verification_code", rows())  # fmt: skip
    told = (row for row in visits if row.told)
    copy(
        Delivery,
        "document_id party_id sent_on acknowledged_on method delivered_on received_by",
        (
            (first + 2 * place, row.unit, row.day, row.day, "direct", row.day, "示例经办人")
            for place, row in enumerate(told)
        ),
    )


def _load_clocks(visits, bureaus) -> None:
    subject = ContentType.objects.get_for_model(Inspection).pk
    codes = (("D-I05", "填报执法监督平台"), ("D-I06", "检查反馈意见书"))
    copy(
        Deadline,
        "bureau_id content_type_id object_id code name trigger_on due_on bound article mark "
        "explanation met_on",
        (
            (bureaus[row.bureau].pk, subject, row.pk, code, name, row.day,
             row.day + timedelta(days=14), "bureau", "本机关检查工作规范", "LOCAL",
             "期限为10个工作日。", row.day if row.told else None)
            for row in visits if row.held
            for code, name in codes
        ),
    )  # fmt: skip


def _load_messages(visits) -> None:
    copy(
        Message,
        "recipient_id text url created_at read_at",
        (
            (row.officers[0], "反馈意见书已签收。", f"/inspections/{row.pk}/", _moment(row.day),
             _moment(row.day) if row.day.year < 2026 else None)
            for row in visits if row.told
        ),
    )  # fmt: skip


def _load_trail(visits, bureaus) -> None:
    subject = ContentType.objects.get_for_model(Inspection).pk
    heads = dict(ChainHead.objects.values_list("bureau_code", "count"))
    counts = [heads.get(bureau.code, 0) for bureau in bureaus]

    def rows():
        for row in visits:
            for action, label in STEPS[: 4 if row.held else 2]:
                counts[row.bureau] += 1
                yield (
                    bureaus[row.bureau].code, counts[row.bureau], _moment(row.day), row.day,
                    row.officers[0], "示例人员", action, label, subject, row.pk,
                    f"示例单位{row.unit}　日常检查", {}, "0" * 64, f"{counts[row.bureau]:064}",
                )  # fmt: skip

    copy(AuditEntry, "bureau_code sequence at on actor_id actor_name action label content_type_id "
         "object_id target_name details previous digest", rows())  # fmt: skip
    for bureau, count in zip(bureaus, counts, strict=True):
        ChainHead.objects.update_or_create(
            bureau_code=bureau.code, defaults={"count": count, "digest": f"{count:064}"}
        )


def _moment(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 2, 0, tzinfo=UTC)
