"""导入单位: a list read from a file, shown row by row before anything is written."""

from dataclasses import dataclass, field

from archives_enforcement.files.importing import Rejection, Row, running
from units import credit_code, duplicates, parents, spreadsheet
from units.models import Unit
from units.services.registry import KINDS, PARTY_FIELDS, UNIT_FIELDS

YES, NO = {"是", "√", "1", "有"}, {"否", "0", "无"}
FLAGS = ("is_key_monitored", "is_backup_registered")
LIMITS = {
    "name": 200, "legal_representative": 60, "address": 200,
    "phone": 40, "short_name": 60, "system": 60, "archivist": 60,
}  # fmt: skip


@dataclass
class Preview:
    """What an import would do: facts of each row, sorted by outcome."""

    created: list[dict] = field(default_factory=list)
    updated: list[dict] = field(default_factory=list)
    unchanged: list[dict] = field(default_factory=list)
    rejected: list[Rejection] = field(default_factory=list)
    alike: list[tuple[str, str]] = field(default_factory=list)  # new names like others

    @property
    def counts(self) -> dict[str, int]:
        return {name: len(getattr(self, name)) for name in ("created", "updated", "unchanged")}


def _too_long(facts: dict) -> list[tuple[str, str]]:
    return [
        (name, f"超过 {limit} 个字") for name, limit in LIMITS.items() if len(facts[name]) > limit
    ]


def _facts(cells: dict[str, str]) -> tuple[dict, list[tuple[str, str]]]:
    """Typed facts of a row, and what is wrong with it as (column, reason).

    An empty cell is "" or, for yes and no, None: it changes nothing of a unit that is known.
    """
    facts = {name: cells.get(name, "") for name in (*PARTY_FIELDS, *UNIT_FIELDS, "parent")}
    faults = _too_long(facts)
    if not facts["name"]:
        faults.append(("name", "没有填写"))
    if facts["kind"] not in KINDS:
        faults.append(("kind", f"“{facts['kind']}”不是规定的性质，可填：{'、'.join(KINDS)}"))
    facts["kind"] = KINDS.get(facts["kind"], "")
    facts["credit_code"] = facts["credit_code"].replace(" ", "").upper()
    if facts["credit_code"] and (why := credit_code.fault(facts["credit_code"])):
        faults.append(("credit_code", why))
    for name in FLAGS:
        if facts[name] and facts[name] not in YES | NO:
            faults.append((name, f"“{facts[name]}”应填“是”或“否”"))
        facts[name] = facts[name] in YES if facts[name] else None
    return facts, faults


def _nothing(done: int) -> None:
    pass


def preview(rows: list[Row], *, bureau, tick: running.Tick = _nothing, likeness=True) -> Preview:
    """What importing `rows` into the bureau's register would do; nothing is written.

    `tick` hears how many rows have been looked at; `likeness` asks for names like others.
    """
    found = Preview()
    known = list(Unit.objects.filter(party__bureau=bureau).select_related("party", "parent__party"))
    by_code = {unit.party.credit_code: unit for unit in known if unit.party.credit_code}
    by_name = {unit.party.name: unit for unit in known}
    names = set(by_name) | {row.cells.get("name", "") for row in rows}
    round_about = parents.circles(_above(by_name, rows))
    seen: dict[str, int] = {}
    for done, row in enumerate(rows, start=1):
        facts, faults = _facts(row.cells)
        faults += _parent_faults(facts, names, round_about)
        unit = by_code.get(facts["credit_code"]) if facts["credit_code"] else None
        if unit and facts["name"] and unit.party.name != facts["name"]:
            faults.append(("name", _other_name(unit)))
        unit = unit or by_name.get(facts["name"])
        for key, column in ((facts["name"], "name"), (facts["credit_code"], "credit_code")):
            if key and key in seen:
                faults.append((column, f"与第 {seen[key]} 行重复"))
            elif key:
                seen[key] = row.number
        _sort(found, row.number, facts, faults, unit)
        tick(done)
    if likeness:
        found.alike = _alike([*by_name], [facts["name"] for facts in found.created])
    return found


def _parent_faults(facts: dict, names: set[str], round_about: set[str]) -> list[tuple[str, str]]:
    parent = facts["parent"]
    if parent and parent not in names:
        return [("parent", f"“{parent}”不在册，也不在这个文件里")]
    if parent and facts["name"] in round_about:
        return [("parent", f"“{parent}”就是本单位，或者又（直接或者逐级）由本单位主管")]
    return []


def _above(by_name: dict[str, Unit], rows: list[Row]) -> dict[str, str]:
    """The name of each unit's parent as it would be after the import."""
    held = {name: unit.parent.party.name for name, unit in by_name.items() if unit.parent}
    given = {row.cells.get("name", ""): row.cells.get("parent", "") for row in rows}
    return held | {name: parent for name, parent in given.items() if parent}


def _other_name(unit: Unit) -> str:
    return (
        f"统一社会信用代码是在册的“{unit}”的，名称不同。单位更名的，请先在它的页面办理“更名”，"
        "以便保留曾用名；代码写错的请改正"
    )


def _alike(known: list[str], new: list[str]) -> list[tuple[str, str]]:
    names = duplicates.Names([*known, *new])
    return [
        (name, names.names[other])
        for place, name in enumerate(new, start=len(known))
        for other in names.before(place)
    ]


def _sort(found: Preview, number: int, facts: dict, faults, unit: Unit | None) -> None:
    if faults:
        found.rejected += [
            Rejection(number, spreadsheet.heading(column), reason) for column, reason in faults
        ]
    elif unit is None:
        found.created.append({**facts, "row": number})
    elif changes := _changes(unit, facts):
        found.updated.append({**facts, "row": number, "unit": unit.pk, "changes": changes})
    else:
        found.unchanged.append({**facts, "row": number, "unit": unit.pk})


def _changes(unit: Unit, facts: dict) -> list[str]:
    """中文 names of the columns that would change; an empty cell leaves the record as it is."""
    held = {name: getattr(unit.party, name) for name in PARTY_FIELDS}
    held |= {name: getattr(unit, name) for name in UNIT_FIELDS}
    held["parent"] = unit.parent.party.name if unit.parent else ""
    return [
        spreadsheet.heading(name)
        for name, value in facts.items()
        if value not in ("", None) and value != held[name]
    ]
