"""The seven steps of a visit as they stand, and why one cannot be taken yet."""

from datetime import time
from typing import NamedTuple

from django.urls import reverse

from inspections.guards import licence_basis
from inspections.models import Inspection, SiteStep

Kind = SiteStep.Kind
OPENING = (Kind.INFORM, Kind.SHOW)
NEEDS = {
    Kind.ASK: OPENING,
    Kind.VIEW: OPENING,
    Kind.RECORD: OPENING,
    Kind.REVIEW: (Kind.RECORD,),
    Kind.SIGN: (Kind.REVIEW,),
}
HOW = {
    Kind.INFORM: "向单位说明检查的事由、依据、内容和它的权利义务",
    Kind.SHOW: "主动出示行政执法证件",
    Kind.ASK: "向有关人员了解情况",
    Kind.VIEW: "查看库房、设备和材料",
    Kind.RECORD: "把看到的逐项记下来",
    Kind.REVIEW: "把记录交单位负责人阅看或者向其宣读",
    Kind.SIGN: "单位负责人签字；拒绝的写明原因和见证人",
}


def times_of(inspection: Inspection) -> dict[str, time]:
    """When each step was taken, as far as it was."""
    return dict(inspection.steps.order_by().values_list("kind", "at"))


def out_of_order(inspection: Inspection, times: dict[str, time]) -> str | None:
    """What is unlawful about these steps and times, with the article; None when nothing is."""
    early = [kind for kind, at in times.items() if _before_arrival(inspection, at)]
    if early:
        arrived = f"{inspection.arrived_at:%H:%M}"
        return f"{Kind(early[0]).label}的时间不能早于到达时间（{arrived}），没有保存。"
    for kind in [kind for kind in NEEDS if kind in times]:
        for before in NEEDS[kind]:
            if before not in times and not _known(inspection, before):
                return missing(inspection, before, kind)
            if before in times and times[before] > times[kind]:
                return (
                    f"{Kind(kind).label}不能早于{Kind(before).label}"
                    f"（{times[before]:%H:%M}），没有保存。{_basis(inspection, before)}"
                )
    return None


def not_opened(inspection: Inspection, times: dict[str, time]) -> str | None:
    """Why nothing can be recorded yet; what the unit asks to correct at 阅核 still can be."""
    return next(
        (
            missing(inspection, before, Kind.RECORD)
            for before in NEEDS[Kind.RECORD]
            if before not in times and not _known(inspection, before)
        ),
        None,
    )


def _before_arrival(inspection: Inspection, at: time) -> bool:
    return inspection.arrived_at is not None and at < inspection.arrived_at.replace(second=0)


def _known(inspection: Inspection, kind: str) -> bool:
    """Noted on a visit that began before the steps had times."""
    return kind == Kind.SHOW and inspection.certificates_shown


def missing(inspection: Inspection, before: str, kind: str) -> str:
    """The refusal of `kind` as long as `before` is not taken."""
    return (
        f"还没有记下“{Kind(before).label}”，不能{Kind(kind).label}。"
        f"请先{HOW[before]}，并记录时间。{_basis(inspection, before)}"
    )


def _basis(inspection: Inspection, kind: str) -> str:
    rules = "本机关检查工作规范"
    shown = licence_basis(inspection.inspected_on) if kind == Kind.SHOW else rules
    return f"依据：{shown}。"


class Stage(NamedTuple):
    """A step as the strip shows it; `url` leads to where it is taken, while it can be."""

    kind: str
    label: str
    at: time | None
    by: str
    url: str


def strip(inspection: Inspection) -> list[Stage]:
    """All seven steps in their order, those taken with time and who noted it."""
    taken = {row.kind: row for row in inspection.steps.select_related("noted_by")}
    is_open = inspection.state == Inspection.State.ON_SITE
    found = []
    for kind in Kind:
        row = taken.get(kind)
        due = all(need in taken or _known(inspection, need) for need in NEEDS.get(kind, ()))
        can = is_open and kind != Kind.SIGN and due
        url = reverse("inspections:inspection-step", args=[inspection.pk, kind]) if can else ""
        found.append(Stage(kind, kind.label, row and row.at, str(row.noted_by) if row else "", url))
    return found


def in_words(inspection: Inspection) -> str:
    """The steps taken, in the order of their times: 告知 14:02（…）."""
    rows = inspection.steps.select_related("noted_by").order_by("at")
    order = list(Kind)
    return "；".join(
        f"{row.get_kind_display()} {row.at:%H:%M}（{row.noted_by}记录）"
        for row in sorted(rows, key=lambda row: (row.at, order.index(row.kind)))
    )


def people_in_words(inspection: Inspection) -> str:
    """Who of the unit was there; the text of a visit from before they were rows stays as it is."""
    rows = [
        f"{row.name}（{'，'.join(filter(None, (row.title, row.get_role_display())))}）"
        for row in inspection.people.all()
    ]
    return "、".join([inspection.met, *rows] if inspection.met else rows)
