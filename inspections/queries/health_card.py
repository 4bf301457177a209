"""单位档案体检卡: one page on a unit: its years, how the last was counted, what would help most."""

from collections.abc import Sequence
from decimal import Decimal

from archives_enforcement.templatetags.formats import cn_date
from inspections.models import AssessmentResult, Finding, Inspection
from inspections.queries import assessment as queries
from inspections.queries.score_parts import LABELS
from units.models import Unit

YEARS, FIXES, VISITS = 4, 3, 2  # what one page holds at most
LONGEST = 34  # characters of a line
ABOUT = (("单位", 80), ("性质", 40), ("制作日期", 40))
TREND = (("年度", 20), ("得分", 22), ("等级", 22), ("与上年相比", 34), ("在同类单位中", 62))
PARTS = (("部分", 30), ("分值", 22), ("得分", 24), ("怎样得来", 84))
NOTE = "得分是工作考核，不是行政处罚；罚款和处罚数量不计入考核。"


def results_of(unit: Unit) -> list[AssessmentResult]:
    """Published results, the newest first; what an appeal changed is part of them."""
    rows = AssessmentResult.objects.filter(unit=unit).exclude(told_on=None)
    rows = rows.select_related("assessment", "appeal", "unit__party")
    return list(rows.order_by("-assessment__year")[:YEARS])


def content(unit: Unit, on) -> dict:
    """The form from which the PDF is set."""
    results = results_of(unit)
    return {
        "layout": "form",
        "mark": unit.party.bureau.name,
        "title": "单位档案体检卡",
        "blocks": [
            _table("", ABOUT, [[_short(unit), unit.party.get_kind_display(), cn_date(on)]]),
            _table("历年得分", TREND, _trend(results)),
            _table(_heading(results), PARTS, _parts(results)),
            _text("最该先改的事项", _fixes(unit)),
            _text("最近的检查", _visits(unit)),
            _text("", NOTE),
        ],
    }


def _short(words) -> str:
    """What is longer than a line is cut off, so that the card stays one page."""
    words = str(words)
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1]}…"


def _table(heading: str, columns, rows: list[list[str]]) -> dict:
    heads, widths = zip(*columns, strict=True)
    blank = [["没有记录", *[""] * (len(heads) - 1)]]
    return {
        "kind": "table", "heading": heading, "head": list(heads), "widths": list(widths),
        "rows": rows or blank,
    }  # fmt: skip


def _text(heading: str, lines: str) -> dict:
    return {"kind": "text", "heading": heading, "text": lines or "没有记录。"}


def _heading(results) -> str:
    return f"{results[0].assessment.year}年度的计分" if results else "计分"


def _trend(results: Sequence[AssessmentResult]) -> list[list[str]]:
    totals = {row.assessment.year: queries.standing(row).total for row in results}
    return [
        [
            f"{row.assessment.year}年",
            f"{totals[row.assessment.year]}",
            queries.standing(row).grade,
            _against(totals.get(row.assessment.year - 1), totals[row.assessment.year]),
            _place(row),
        ]
        for row in results
    ]


def _against(before: Decimal | None, now: Decimal) -> str:
    if before is None:
        return "—"
    change = now - before
    return f"提高 {change} 分" if change > 0 else f"下降 {-change} 分" if change else "持平"


def _place(result: AssessmentResult) -> str:
    """Its place among units of its kind, without their names."""
    alike = AssessmentResult.objects.filter(
        assessment=result.assessment, unit__party__kind=result.unit.party.kind
    ).select_related("appeal")
    totals = [queries.standing(row).total for row in alike]
    own = queries.standing(result).total
    place = sum(total > own for total in totals) + 1
    return f"{len(totals)} 个{result.unit.party.get_kind_display()}中第 {place}"


def _parts(results: Sequence[AssessmentResult]) -> list[list[str]]:
    if not results:
        return []
    return [
        [LABELS[line["part"]], str(line["weight"]), line["points"] or "不计", line["words"]]
        for line in queries.standing(results[0]).lines
    ]


def _fixes(unit: Unit) -> str:
    """The gravest problems that the unit was told of and that are not put right."""
    rows = Finding.objects.filter(
        inspection__unit=unit,
        inspection__state__in=Inspection.TOLD,
        state__in=Finding.UNFIXED,
    ).select_related("item")
    chosen = rows.order_by("severity", "due_on", "pk")[:FIXES]
    return "\n".join(
        _short(f"{place}. {row.severity} 级：{row.text}")
        for place, row in enumerate(chosen, start=1)
    )


def _visits(unit: Unit) -> str:
    rows = unit.inspections.filter(
        kind__in=Inspection.ENFORCEMENT, state__in=Inspection.TOLD, inspected_on__isnull=False
    )
    return "\n".join(
        f"{cn_date(row.inspected_on)}　{row.get_kind_display()}"
        + (f"　得分率 {row.share}，{row.grade}" if row.possible else "")
        for row in rows.order_by("-inspected_on", "-pk")[:VISITS]
    )
