"""文书目录: what the table of kinds says of each, in the words of those who work by it."""

from typing import NamedTuple

from archives_enforcement.accounts import roles
from archives_enforcement.documents import kinds
from archives_enforcement.documents.kinds.kind import DIRECT_FIRST, ON_THE_SPOT, Kind
from archives_enforcement.workdays.models import TimeLimit

LAYOUTS = {"letter": "公文格式", "form": "表格"}
HANDED = {DIRECT_FIRST: "先直接送交", ON_THE_SPOT: "当场交付"}


class Line(NamedTuple):
    """One kind; every cell is text."""

    phase: str
    label: str
    series: str
    layout: str
    drafted_by: str
    reviewed_by: str
    signed_by: str
    needs: str
    basis: str
    clocks: str
    delivered: str
    retention: str
    public: str


def lines() -> list[Line]:
    """Every kind of the table, in its order."""
    names = dict(TimeLimit.objects.filter(until=None).values_list("code", "name"))
    return [
        _line(phase, code, kind, names)
        for phase, table in kinds.PHASES.items()
        for code, kind in table.items()
    ]


def _line(phase: str, code: str, kind: Kind, names: dict[str, str]) -> Line:
    started = dict.fromkeys(filter(None, (kind.clock, *kind.on_issue)))
    return Line(
        phase=phase,
        label=kind.label,
        series=kind.series,
        layout=LAYOUTS[kind.layout],
        drafted_by=roles.holders(kind.drafter),
        reviewed_by=_reviewed_by(kind),
        signed_by=kind.signed_by,
        needs="；".join(kind.fields.values()),
        basis=kind.basis,
        clocks="、".join(names[limit] for limit in started),
        delivered=_delivered(kind),
        retention=kind.retention,
        public="公开" if kind.public else "不公开",
    )


def _reviewed_by(kind: Kind) -> str:
    if kind.endorsed:
        return "承办机构负责人"
    return "起草人以外的审核人" if kind.review else ""


def _delivered(kind: Kind) -> str:
    if not kind.outward:
        return "公布" if kind.public else "内部使用"
    with_receipt = "要送达回证" if kind.affects_rights else "送达当事人"
    if kind.may_order:
        with_receipt += "（写有责令的要送达回证）"
    return "，".join(filter(None, (HANDED.get(kind.handed), with_receipt)))
