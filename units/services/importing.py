"""导入单位: a list read from a file, shown row by row before anything is written."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.workflow import Refused, act, check_permission
from units import credit_code, duplicates, spreadsheet
from units.models import Unit
from units.services import listing
from units.services.registry import KINDS, PARTY_FIELDS, UNIT_FIELDS, create

YES, NO = {"是", "√", "1", "有"}, {"否", "", "0", "无"}
LIMITS = {
    "name": 200, "legal_representative": 60, "address": 200,
    "phone": 40, "short_name": 60, "system": 60, "archivist": 60,
}  # fmt: skip


@dataclass(frozen=True)
class Rejection:
    row: int
    column: str
    reason: str


@dataclass
class Preview:
    """What an import would do: facts of each row, sorted by outcome."""

    created: list[dict] = field(default_factory=list)
    updated: list[dict] = field(default_factory=list)
    unchanged: list[dict] = field(default_factory=list)
    rejected: list[Rejection] = field(default_factory=list)
    alike: list[tuple[str, str]] = field(default_factory=list)  # new names like others


def _too_long(facts: dict) -> list[tuple[str, str]]:
    return [
        (name, f"超过 {limit} 个字") for name, limit in LIMITS.items() if len(facts[name]) > limit
    ]


def _facts(cells: dict[str, str]) -> tuple[dict, list[tuple[str, str]]]:
    """Typed facts of a row, and what is wrong with it as (column, reason)."""
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
    for name in ("is_key_monitored", "is_backup_registered"):
        if facts[name] not in YES | NO:
            faults.append((name, f"“{facts[name]}”应填“是”或“否”"))
        facts[name] = facts[name] in YES
    return facts, faults


def preview(rows: list[spreadsheet.Row], *, bureau) -> Preview:
    """What importing `rows` into the bureau's register would do; nothing is written."""
    found = Preview()
    known = list(Unit.objects.filter(party__bureau=bureau).select_related("party", "parent__party"))
    by_code = {unit.party.credit_code: unit for unit in known if unit.party.credit_code}
    by_name = {unit.party.name: unit for unit in known}
    names = set(by_name) | {row.cells.get("name", "") for row in rows}
    seen: dict[str, int] = {}
    for row in rows:
        facts, faults = _facts(row.cells)
        if facts["parent"] and facts["parent"] not in names:
            faults.append(("parent", f"“{facts['parent']}”不在册，也不在这个文件里"))
        unit = by_code.get(facts["credit_code"]) if facts["credit_code"] else None
        unit = unit or by_name.get(facts["name"])
        for key, column in ((facts["name"], "name"), (facts["credit_code"], "credit_code")):
            if key and key in seen:
                faults.append((column, f"与第 {seen[key]} 行重复"))
            elif key:
                seen[key] = row.number
        _sort(found, row.number, facts, faults, unit)
    found.alike = _alike([facts["name"] for facts in found.created], by_name)
    return found


def _alike(new: list[str], known) -> list[tuple[str, str]]:
    """New names with those, known or before them in the file, that they are almost the same as."""
    found, kept = [], defaultdict(list)  # by what tells names apart: the others are not compared
    for name in known:
        kept[duplicates.telling(name)].append(name)
    for name in new:
        near = kept[duplicates.telling(name)]
        found += [(name, other) for other in duplicates.among(name, near)]
        near.append(name)
    return found


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
        if (value or isinstance(value, bool)) and value != held[name]
    ]


@act
def import_units(rows: list[spreadsheet.Row], *, bureau, actor, on: date) -> Preview:
    """导入单位: all rows or none; Refused when a row is rejected.

    `actor` is None when an administrator runs the command line.
    """
    if actor is not None:
        check_permission(actor, "units.import_units", "导入单位")
    found = preview(rows, bureau=bureau)
    if found.rejected:
        raise Refused(f"有 {len(found.rejected)} 处错误，没有导入任何单位。请改正后重新上传。")
    for facts in found.created:
        listing.follow(create(facts, bureau), on)
    for facts in found.updated:
        unit = Unit.objects.select_related("party").get(pk=facts["unit"])
        _update(unit, facts)
        listing.follow(unit, on)
    for facts in [*found.created, *found.updated]:
        if facts["parent"]:
            parent = Unit.objects.get(party__bureau=bureau, party__name=facts["parent"])
            Unit.objects.filter(party__bureau=bureau, party__name=facts["name"]).update(
                parent=parent
            )
    counts = {
        "created": len(found.created),
        "updated": len(found.updated),
        "unchanged": len(found.unchanged),
    }
    trail.record(bureau, "import_units", "导入单位", actor=actor, on=on, details=counts)
    return found


def _update(unit: Unit, facts: dict) -> None:
    """Write what the row gives; an empty cell changes nothing."""
    for record, names in ((unit.party, PARTY_FIELDS), (unit, UNIT_FIELDS)):
        changed = [name for name in names if facts[name] or isinstance(facts[name], bool)]
        for name in changed:
            setattr(record, name, facts[name])
        record.save(update_fields=changed)
