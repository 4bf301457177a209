"""Reads of checklists: what is in force, where an item stands, what comes next."""

from datetime import date
from typing import NamedTuple

from django.db.models import Count, F, Prefetch

from archives_enforcement.documents.models import Document
from inspections import bases
from inspections.models import Campaign, Checklist, ChecklistItem, Inspection
from inspections.models.checklists import WORK_REQUIREMENT
from inspections.queries import returns

GENERAL = "general"  # the series that came with the system, and what bureaus make of it
MINUTES = "joint_meeting_minutes"
AHEAD = (Inspection.State.DRAFT, Inspection.State.PENDING, Inspection.State.APPROVED)


def is_in_force(checklist: Checklist, bureau, first: date, last: date | None = None) -> bool:
    """Whether that bureau may check by this list on `first`, or on some day until `last`.

    It may by a list of its own, and by the one that a campaign from above asks of it in its days.
    """
    own = Checklist.objects.in_force(bureau, first, last).filter(pk=checklist.pk)
    asked = Campaign.objects.asking(bureau, first, last or first).filter(checklist=checklist)
    return own.exists() or asked.exists()


def listed(rows):
    """Lists as the page of all shows them: what is being written first, then the newest."""
    rows = rows.exclude(state=Checklist.State.DISCARDED).annotate(total=Count("items"))
    return rows.order_by(F("valid_from").desc(nulls_first=True), "-pk")


def items_of(checklist: Checklist):
    sources = ChecklistItem.objects.select_related("checklist").order_by("pk")
    rows = checklist.items.select_related("condition")
    return rows.prefetch_related(Prefetch("sources", sources)).order_by("position", "pk")


class Area(NamedTuple):
    title: str
    items: list

    @property
    def id(self) -> str:
        return f"area-{self.items[0].pk}"


def areas_of(items) -> list[Area]:
    """The items of each area, in the order in which areas first appear."""
    found: dict[str, list] = {}
    for item in items:
        found.setdefault(item.area, []).append(item)
    return [Area(title, rows) for title, rows in found.items()]


def open_minutes(user):
    """The issued 联席会议纪要 that a list may be adopted under, the newest on top."""
    rows = Document.objects.open_to(user).filter(kind=MINUTES, state=Document.State.ISSUED)
    return rows.order_by("-issued_on", "-pk")


def before_of(checklist: Checklist) -> Checklist | None:
    """The bureau's own version of the same list that is in force without an end."""
    rows = Checklist.objects.filter(
        bureau=checklist.bureau_id,
        series=checklist.series,
        state=Checklist.State.ADOPTED,
        valid_to=None,
    )
    return rows.exclude(pk=checklist.pk).order_by("-valid_from").first()


def replaced_by(checklist: Checklist, day: date):
    """The versions of the same list that this one takes the place of from `day` on."""
    rows = Checklist.objects.adopted_for(checklist.bureau).filter(series=checklist.series)
    return rows.exclude(pk=checklist.pk).exclude(valid_to__lt=day)


def arranged_on(checklist: Checklist, day: date):
    """Checks that have not begun and would be held by an earlier version on `day` or later."""
    rows = Inspection.objects.filter(
        bureau=checklist.bureau_id, state__in=AHEAD, scheduled_on__gte=day
    )
    rows = rows.filter(checklist__in=replaced_by(checklist, day), campaign=None)
    return rows.exclude(kind=Inspection.Kind.LOOK_BACK)


def proposed_name(base: Checklist, bureau) -> str:
    """A name for the next version: that of the list with its number and nothing in brackets."""
    stem = base.name.partition("（")[0]
    versions = Checklist.objects.filter(bureau=bureau, series=base.series)
    return f"{stem}（第{versions.count() + 1}版）"


def next_step(checklist: Checklist) -> str:
    """What happens next, in one sentence."""
    state = Checklist.State
    if checklist.state == state.DRAFT:
        return "逐项修改、核对依据，再提交机关负责人采用。"
    if checklist.state == state.SUBMITTED:
        return "等待机关负责人采用，写明启用日期。"
    return ""


def reason_of_return(checklist: Checklist, user) -> str:
    """Why a draft came back; empty for a draft nobody has returned."""
    return returns.reason_of_return(checklist, user, "return_checklist")


def names(minutes: Document, checklist: Checklist) -> bool:
    """Whether 联席会议纪要 speak of that list: by its name in 《》, or by its code.

    Of minutes entered from paper only the title is known, which says the name without 《》 too.
    """
    said = "\n".join([minutes.title, *map(str, minutes.fields.values())])
    if f"《{checklist.name}》" in said or checklist.code in said:
        return True
    return minutes.is_entered and checklist.name in minutes.title


def facts(checklist: Checklist) -> dict:
    """What minutes and the paper list say of a checklist: how it came about and what it holds."""
    areas = areas_of(items_of(checklist))
    total = sum(len(area.items) for area in areas)
    parts = "".join(f"《{part}》" for part in checklist.parts.order_by("pk"))
    decided = f"整合{parts}，相同的事项只查一次，" if parts else ""
    return {
        "topics": f"审议《{checklist}》",
        "decisions": f"{decided}通过《{checklist}》，共{len(areas)}个领域{total}项。",
        "items": "\n".join(
            f"{place}. {area.title}（{len(area.items)}项）：{_texts(area.items)}"
            for place, area in enumerate(areas, 1)
        ),
    }


def _texts(items) -> str:
    return "".join(f"{item.code} {item.text}" for item in items)


def together(*said: str) -> str:
    """Several bases as one: every article once, every work requirement once."""
    laws = [bases.split(text)[0] for text in said]
    required = dict.fromkeys(practice for text in said if (practice := bases.split(text)[1]))
    law = bases.joined(dict.fromkeys(c for text in laws for c in bases.citations_in(text)))
    practice = WORK_REQUIREMENT + "；".join(required) if required else ""
    return "；".join(filter(None, (law, practice)))


def law_of(basis: str) -> str:
    """What may be cited of a basis: law alone where there is any."""
    return bases.split(basis)[0] or basis
