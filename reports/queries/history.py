"""Reads of 历史检查, and what a list of them would bring in."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from django.db.models import Max

from archives_enforcement.documents import entering_guards as guards
from archives_enforcement.documents import numbering
from archives_enforcement.documents.models import Document, NumberSequence
from archives_enforcement.files.importing import Rejection, Row
from archives_enforcement.templatetags.formats import cn_date
from inspections.models import Inspection
from reports.models import PastCheck
from reports.past_checks import KINDS, PAST_CHECKS
from units.models import FormerName, Unit

LETTER = "feedback_letter"
EARLIEST = 1988  # the year in which the first 档案法 came into force
DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
LIMITS = {"officers": 200, "letter_number": 60, "kept_at": 200, "note": 200}
FINDING_LIMIT = 300


class Line(NamedTuple):
    """One check as it would be brought in; `findings` are (text, whether it was put right)."""

    row: int
    facts: dict
    findings: list[tuple[str, bool]]


@dataclass
class Preview:
    created: list[Line] = field(default_factory=list)
    rejected: list[Rejection] = field(default_factory=list)

    @property
    def counts(self) -> dict[str, int]:
        return {
            "created": len(self.created),
            "letters": sum(bool(line.facts["letter_number"]) for line in self.created),
            "findings": sum(len(line.findings) for line in self.created),
        }


def standing(bureau):
    """The checks on paper of a bureau that count."""
    return PastCheck.objects.filter(bureau=bureau, voided_on=None)


def of_unit(unit: Unit, user):
    """What paper tells of a unit, for its page; None when it tells nothing."""
    rows = PastCheck.objects.visible_to(user).filter(unit=unit).prefetch_related("findings")
    return list(rows[:20]) or None


def set_last_on_paper(units: Iterable[int]) -> None:
    """Note on the units when they were last visited on paper, for whoever plans visits."""
    rows = PastCheck.objects.filter(unit__in=units, voided_on=None)
    last = dict(rows.order_by().values_list("unit").annotate(Max("held_on")))
    found = Unit.objects.in_bulk(units)
    for key, unit in found.items():
        unit.last_on_paper = last.get(key)
    Unit.objects.bulk_update(found.values(), ["last_on_paper"], 500)


def preview(rows: list[Row], *, bureau, today: date, tick=lambda done: None) -> Preview:
    """What bringing in `rows` would do; nothing is written. `tick` hears how far it has come."""
    known, found = Known(bureau, today), Preview()
    for done, row in enumerate(rows, start=1):
        line, faults = known.line(row)
        found.rejected += [
            Rejection(row.number, PAST_CHECKS.heading(column), why) for column, why in faults
        ]
        if not faults:
            found.created.append(line)
        tick(done)
    return found


class Known:
    """What the books hold already, read once for a whole list, and what the list itself says."""

    def __init__(self, bureau, today: date):
        self.bureau, self.today = bureau, today
        units = list(Unit.objects.filter(party__bureau=bureau).select_related("party"))
        self.by_code = {unit.party.credit_code: unit for unit in units if unit.party.credit_code}
        former = FormerName.objects.filter(unit__in=units).select_related("unit__party")
        self.by_name = {row.name: row.unit for row in former}
        self.by_name |= {unit.party.name: unit for unit in units}
        self.held = {
            (unit, day, kind): "已经补录过这次检查"
            for unit, day, kind in standing(bureau).values_list("unit", "held_on", "kind")
        }
        visits = Inspection.objects.filter(bureau=bureau, inspected_on__isnull=False)
        self.held |= {
            (unit, day, kind): "系统里已经有这次检查"
            for unit, day, kind in visits.values_list("unit", "inspected_on", "kind")
        }
        self.numbers = dict.fromkeys(
            standing(bureau).values_list("letter_number", flat=True), "已经补录在别的历史检查上"
        )
        papers = Document.objects.filter(bureau=bureau, number__isnull=False)
        self.papers = {row[0]: row[1:] for row in papers.values_list("number", "party", "kind")}
        series = NumberSequence.objects.filter(bureau=bureau, kind=LETTER)
        self.series = {row.year: row for row in series}

    def line(self, row: Row) -> tuple[Line | None, list[tuple[str, str]]]:
        """The check of a row, and what is wrong with the row as (column, reason)."""
        faults = [
            (name, f"超过 {limit} 个字")
            for name, limit in LIMITS.items()
            if len(row.cells.get(name, "")) > limit
        ]
        facts = {name: row.cells.get(name, "") for name in LIMITS}
        facts["unit"] = self._unit(row.cells, faults)
        facts["kind"] = _kind(row.cells, faults)
        facts["held_on"] = self._held_on(row.cells, faults)
        if not facts["kept_at"]:
            faults.append(("kept_at", "没有填写；请写明纸质材料放在哪里，以便核对"))
        facts["letter_number"], facts["letter_on"] = self._letter(row.cells, facts, faults)
        findings = _findings(row.cells, faults)
        if not faults:
            self._once(row.number, facts, faults)
        return (None, faults) if faults else (Line(row.number, facts, findings), [])

    def _unit(self, cells: dict, faults: list) -> Unit | None:
        code, name = cells.get("credit_code", "").upper(), cells.get("unit", "")
        unit = self.by_code.get(code) if code else self.by_name.get(name)
        if unit is None:
            column = "credit_code" if code else "unit"
            faults.append((column, f"“{code or name}”不在册，请先在“被检查单位”登记或者导入"))
        elif code and name and self.by_name.get(name) != unit:
            faults.append(("unit", f"与代码不是同一单位，代码是“{unit}”的"))
        return unit

    def _held_on(self, cells: dict, faults: list) -> date | None:
        day = _day(cells, "held_on", faults)
        if day is None:
            return None
        if not EARLIEST <= day.year < self.today.year:
            faults.append(
                ("held_on", f"只补录 {EARLIEST} 年到去年的；今年的检查请在“检查”里办理或者补录")
            )
        return day

    def _letter(self, cells: dict, facts: dict, faults: list) -> tuple[str, date | None]:
        number = numbering.normal(cells.get("letter_number", ""))
        if not number:
            if cells.get("letter_on"):
                faults.append(("letter_number", "填了日期，没有填字号"))
            return "", None
        day = _day(cells, "letter_on", faults)
        if day and (why := self._wrong_day(day, facts["held_on"]) or self._taken(number, facts)):
            faults.append(("letter_number", why))
        elif day:
            number = self._in_series(number, day, faults)
        return number, day

    def _wrong_day(self, day: date, held_on: date | None) -> str:
        if day >= self.today:
            return "反馈意见书的日期应当早于今天"
        return "反馈意见书的日期早于检查日期" if held_on and day < held_on else ""

    def _taken(self, number: str, facts: dict) -> str:
        """Why the number cannot be this letter's; the same letter may be entered with its scan."""
        if number in self.numbers:
            return self.numbers[number]
        party, kind = self.papers.get(number, (None, LETTER))
        own = facts["unit"] is None or party in (None, facts["unit"].party_id)
        return "" if own and kind == LETTER else "系统里已经有别的文书用这个字号"

    def _in_series(self, number: str, day: date, faults: list) -> str:
        """The number as its series writes it; it has to be one that was given out on paper."""
        place = numbering.recognised(self.bureau, number)
        if place is None:
            return number
        paper = Document(bureau=self.bureau, kind=LETTER, issued_on=day, number=number)
        paper.year, paper.serial, paper.number = place[1]
        series = self.series.get(paper.year) or NumberSequence(
            bureau=self.bureau, kind=LETTER, year=paper.year
        )
        why = guards.of_another_kind(paper, place) or guards.out_of_place(paper, series)
        if why:
            faults.append(("letter_number", why))
        return paper.number

    def _once(self, row: int, facts: dict, faults: list) -> None:
        visit = facts["unit"].pk, facts["held_on"], facts["kind"]
        if why := self.held.get(visit):
            faults.append(("held_on", why))
        self.held[visit] = f"与第 {row} 行重复"
        if facts["letter_number"]:
            self.numbers[facts["letter_number"]] = f"与第 {row} 行重复"


def _kind(cells: dict, faults: list) -> str:
    kind = cells.get("kind", "")
    if kind not in KINDS:
        faults.append(("kind", f"“{kind}”不是检查类型，可填：{'、'.join(KINDS)}"))
    return KINDS.get(kind, "")


def _day(cells: dict, name: str, faults: list) -> date | None:
    text = cells.get(name, "").replace(" ", "")
    try:
        return date(*map(int, DAY.fullmatch(text).groups()))
    except (AttributeError, ValueError):
        faults.append((name, f"“{text}”不是日期，请写成 2023-5-8" if text else "没有填写"))
        return None


def _findings(cells: dict, faults: list) -> list[tuple[str, bool]]:
    found = []
    for name, is_fixed in (("fixed", True), ("unfixed", False)):
        lines = [line.strip() for line in cells.get(name, "").splitlines() if line.strip()]
        if any(len(line) > FINDING_LIMIT for line in lines):
            faults.append((name, f"有一个问题超过 {FINDING_LIMIT} 个字"))
        found += [(line, is_fixed) for line in lines]
    return found


COLUMNS = (
    ("单位", 30), ("检查类型", 12), ("检查日期", 12), ("执法人员", 20), ("反馈意见书字号", 26),
    ("反馈意见书日期", 14), ("已整改的问题", 40), ("没有整改的问题", 40), ("纸质材料所在", 30),
    ("备注", 30), ("来源", 24), ("作废", 30),
)  # fmt: skip


def sheet_lines(rows):
    """The lines of the Excel file of a list of 历史检查."""
    for row in rows.select_related("unit__party", "brought_in").prefetch_related("findings"):
        texts = {True: [], False: []}
        for finding in row.findings.all():
            texts[finding.is_fixed].append(finding.text)
        yield (
            str(row.unit), row.get_kind_display(), row.held_on, row.officers, row.letter_number,
            row.letter_on, "\n".join(texts[True]), "\n".join(texts[False]), row.kept_at, row.note,
            f"补录：{row.brought_in}",
            f"{cn_date(row.voided_on)}　{row.voided_because}" if row.voided_on else "",
        )  # fmt: skip
