"""数据交换: one bureau's issued facts of a period, as docs/exchange/ describes them.

Nothing of drafts, nothing of visits whose letter is not issued, no person by name.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Q

from archives_enforcement.documents.models import Document
from archives_enforcement.files.workbook import Sheet, workbook_of
from inspections.models import Finding, Inspection
from penalties.models import Decision
from penalties.queries.papers import DECISIONS
from reports.models import AnnualReport
from reports.queries.figures import figures
from reports.queries.history import LETTER, standing
from reports.queries.issue import settled_figures
from reports.queries.year import COUNTED_PAPERS

VERSION = "1"  # raised when a field is taken away or means something else; see docs/exchange


class Period(NamedTuple):
    first: date
    last: date

    @property
    def whole_years(self) -> list[int]:
        years = range(self.first.year, self.last.year + 1)
        return [
            year
            for year in years
            if self.first <= date(year, 1, 1) and date(year, 12, 31) <= self.last
        ]


# Part → (what it is called, its fields as (name, what the column is called, width)).
PARTS = {
    "checks": ("检查", (
        ("id", "编号", 18), ("unit", "被检查单位", 34), ("credit_code", "统一社会信用代码", 22),
        ("unit_kind", "单位性质", 14), ("kind", "检查类型", 12), ("held_on", "检查日期", 12),
        ("letter", "反馈意见书字号", 28), ("letter_on", "反馈意见书日期", 14),
        ("findings", "问题（项）", 10), ("fixed", "已整改（项）", 10),
        ("from_paper", "纸质记录补录", 12),
    )),
    "papers": ("文书", (
        ("number", "发文字号", 28), ("kind", "文书", 26), ("issued_on", "签发日期", 12),
        ("party", "主送", 34), ("replaces", "更正的文书", 28),
    )),
    "penalties": ("处罚", (
        ("number", "决定书文号", 28), ("issued_on", "决定日期", 12), ("party", "当事人", 34),
        ("kinds", "种类", 24), ("fine", "罚款（元）", 14), ("gains", "没收违法所得（元）", 18),
        ("on_the_spot", "当场处罚", 10),
    )),
    "figures": ("年度数据", (
        ("year", "年度", 8), ("key", "代码", 22), ("label", "项目", 34), ("value", "数量", 10),
        ("unit", "单位", 8), ("meaning", "口径", 60), ("frozen", "已冻结", 8),
    )),
}  # fmt: skip


def exchange(bureau, period: Period, *, made_at: datetime) -> dict:
    """The facts as plain data: days are ISO texts, money is whole yuan."""
    return {
        "version": VERSION,
        "made_at": made_at.isoformat(timespec="seconds"),
        "bureau": {"code": bureau.code, "name": bureau.name},
        "period": {"from": period.first.isoformat(), "to": period.last.isoformat()},
        "checks": [*_checks(bureau, period), *_past_checks(bureau, period)],
        "papers": list(_papers(bureau, period)),
        "penalties": list(_penalties(bureau, period)),
        "figures": list(_figures(bureau, period)),
    }


def as_workbook(found: dict) -> bytes:
    """The same facts as Excel, one sheet a part."""
    about = [
        ("格式版本", found["version"]), ("生成时间", found["made_at"]),
        ("机关", f"{found['bureau']['name']}（{found['bureau']['code']}）"),
        ("期间", f"{found['period']['from']} 至 {found['period']['to']}"),
    ]  # fmt: skip
    sheets = [Sheet("说明", (("项目", 14), ("内容", 50)), about)]
    for part, (title, fields) in PARTS.items():
        heads = [(head, width) for _, head, width in fields]
        lines = [[_cell(row[name]) for name, _, _ in fields] for row in found[part]]
        sheets.append(Sheet(title, heads, lines))
    return workbook_of(sheets)


def _cell(value):
    if isinstance(value, bool):
        return "是" if value else "否"
    return "、".join(value) if isinstance(value, list) else value


def _day(value: date | None) -> str:
    return value.isoformat() if value else ""


def _checks(bureau, period: Period) -> Iterable[dict]:
    """Visits of the period whose letter is issued; a look-back has none and says what it is."""
    rows = Inspection.objects.filter(bureau=bureau, inspected_on__range=period)
    rows = rows.filter(state__in=Inspection.TOLD).select_related("unit__party")
    rows = list(rows.order_by("inspected_on", "pk"))
    letters = _letters(bureau, period)
    found, fixed = _counted(bureau, period)
    for row in rows:
        number, day = letters.get(row.pk, ("", None))
        if number or row.is_look_back:
            yield _check(
                f"inspection-{row.pk}", row, number, day, found[row.pk], fixed[row.pk], False
            )


def _check(key, row, number, day, findings: int, fixed: int, from_paper: bool) -> dict:
    party = row.unit.party
    return {
        "id": key, "unit": party.name, "credit_code": party.credit_code,
        "unit_kind": party.get_kind_display(), "kind": row.get_kind_display(),
        "held_on": _day(row.inspected_on), "letter": number, "letter_on": _day(day),
        "findings": findings, "fixed": fixed, "from_paper": from_paper,
    }  # fmt: skip


def _letters(bureau, period: Period) -> dict[int, tuple[str, date]]:
    """The letter that holds of each visit, by the key of the visit."""
    rows = Document.objects.filter(
        bureau=bureau, kind=LETTER, state=Document.State.ISSUED,
        content_type=ContentType.objects.get_for_model(Inspection),
        object_id__in=Inspection.objects.filter(
            bureau=bureau, inspected_on__range=period
        ).values("pk"),
    )  # fmt: skip
    rows = rows.order_by("pk").values_list("object_id", "number", "issued_on")
    return {key: (number, day) for key, number, day in rows}


def _counted(bureau, period: Period) -> tuple[Counter, Counter]:
    rows = Finding.objects.filter(
        inspection__bureau=bureau, inspection__inspected_on__range=period
    ).order_by()
    rows = rows.values_list("inspection").annotate(
        found=Count("pk"), accepted=Count("pk", filter=Q(state=Finding.State.ACCEPTED))
    )
    found, fixed = Counter(), Counter()
    for key, count, accepted in rows:
        found[key], fixed[key] = count, accepted
    return found, fixed


def _past_checks(bureau, period: Period) -> Iterable[dict]:
    rows = standing(bureau).filter(held_on__range=period).select_related("unit__party")
    rows = rows.annotate(
        found=Count("findings"), fixed=Count("findings", filter=Q(findings__is_fixed=True))
    )
    for row in rows.order_by("held_on", "pk"):
        yield _check(
            f"paper-{row.pk}", row, row.letter_number, row.letter_on, row.found, row.fixed, True
        )


def _issued(bureau, period: Period):
    """Papers of the period that hold; a corrected one is left out for the one in its place."""
    rows = Document.objects.filter(
        bureau=bureau, kind__in=COUNTED_PAPERS, state=Document.State.ISSUED,
        origin=Document.Origin.SYSTEM, issued_on__range=period,
    )  # fmt: skip
    rows = rows.exclude(replaced_by__state=Document.State.ISSUED).select_related("party")
    return rows.select_related("replaces").order_by("issued_on", "pk")


def _papers(bureau, period: Period) -> Iterable[dict]:
    for row in _issued(bureau, period):
        yield {
            "number": row.number, "kind": row.get_kind_display(),
            "issued_on": _day(row.issued_on), "party": _named(row.party),
            "replaces": row.replaces.number if row.replaces else "",
        }  # fmt: skip


def _named(party) -> str:
    """A body or firm by its name, a person as 张某."""
    return party.public_name if party else ""


def _penalties(bureau, period: Period) -> Iterable[dict]:
    papers = _issued(bureau, period).filter(kind__in=DECISIONS)
    rows = Decision.objects.filter(document__in=papers.values("pk"))
    rows = rows.select_related("assessment", "document__party")
    for row in rows.order_by("document__issued_on", "pk"):
        measure, paper = row.assessment, row.document
        yield {
            "number": paper.number, "issued_on": _day(paper.issued_on),
            "party": _named(paper.party), "kinds": list(measure.snapshot["kinds"]),
            "fine": measure.fine, "gains": measure.gains,
            "on_the_spot": paper.kind == "summary_decision",
        }  # fmt: skip


def _figures(bureau, period: Period) -> Iterable[dict]:
    """The figures of each whole year of the period; those of a report handed in are frozen."""
    reports = AnnualReport.objects.filter(bureau=bureau, year__in=period.whole_years)
    by_year = {row.year: row for row in reports}
    for year in period.whole_years:
        settled = settled_figures(by_year.get(year))
        for row in settled or figures(bureau, year):
            yield {
                "year": year, "key": row.key, "label": row.label, "value": row.value,
                "unit": row.unit, "meaning": row.meaning, "frozen": bool(settled),
            }  # fmt: skip
