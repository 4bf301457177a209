"""导入单位: a list read from a file, shown row by row before anything is written."""

from dataclasses import dataclass, field
from datetime import date

from django.utils import timezone

from archives_enforcement.accounts.models import Party
from archives_enforcement.audit import trail
from archives_enforcement.files.importing import Rejection, Row, running
from archives_enforcement.jobs import queue
from archives_enforcement.workflow import Refused, act, check_permission
from units import credit_code, duplicates, parents, spreadsheet
from units.models import Unit, UnitImport
from units.services import listing
from units.services.registry import KINDS, PARTY_FIELDS, SPELT, UNIT_FIELDS

IMPORT, LABEL = "units.import_units", "导入单位"
YES, NO = {"是", "√", "1", "有"}, {"否", "0", "无"}
FLAGS = ("is_key_monitored", "is_backup_registered")
LIMITS = {
    "name": 200, "legal_representative": 60, "address": 200,
    "phone": 40, "short_name": 60, "system": 60, "archivist": 60,
}  # fmt: skip
BATCH = 500


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


@act
def start_import(rows: list[Row], *, actor, name: str, content: bytes) -> UnitImport:
    """Import a list that a person has confirmed: a short one at once, a long one as a job."""
    check_permission(actor, IMPORT, LABEL)
    bureau = actor.bureau
    run = running.begin(UnitImport, rows, bureau=bureau, actor=actor, name=name, content=content)
    if len(rows) > running.AT_ONCE:
        queue.enqueue(UnitImport.job_kind, run.pk, bureau=bureau)
    else:
        _write(run, rows, timezone.localdate())
    return run


def write(run: UnitImport, tick: running.Tick) -> None:
    """The work of the job: look at every row, then write all of them in one short transaction."""
    rows = spreadsheet.UNITS.read(run.name, running.store.get(run.sha256))
    _refuse(preview(rows, bureau=run.bureau, tick=tick, likeness=False))
    _write_once(run, rows, actor=run.started_by)


@act
def _write_once(run: UnitImport, rows: list[Row], *, actor) -> None:
    check_permission(actor, IMPORT, LABEL)
    run = UnitImport.objects.select_for_update(of=("self",)).get(pk=run.pk)
    if run.finished_at is None:
        _write(run, rows, trail.today())


@act
def import_units(
    rows: list[Row], *, bureau, actor, on: date, name: str = "", content: bytes = b""
) -> Preview:
    """导入单位: all rows or none; Refused when a row is rejected.

    `actor` is None when an administrator runs the command line.
    """
    if actor is not None:
        check_permission(actor, IMPORT, LABEL)
    run = running.begin(UnitImport, rows, bureau=bureau, actor=actor, name=name, content=content)
    return _write(run, rows, on)


def _refuse(found: Preview) -> None:
    if found.rejected:
        raise Refused(f"有 {len(found.rejected)} 处错误，没有导入任何单位。请改正后重新上传。")


def _write(run: UnitImport, rows: list[Row], on: date) -> Preview:
    found = preview(rows, bureau=run.bureau, likeness=False)
    _refuse(found)
    _create(found.created, run.bureau, on)
    _update(found.updated, on)
    _place_under(found, run.bureau)
    running.finish(run, found.counts, LABEL, on=on)
    return found


def _create(new: list[dict], bureau, on: date) -> None:
    parties = Party.objects.bulk_create(
        [Party(bureau=bureau, **{name: row[name] for name in PARTY_FIELDS}) for row in new], BATCH
    )
    units = [
        Unit(party=party, **{name: spell(party.name) for name, spell in SPELT.items()},
             **{name: row[name] or "" for name in UNIT_FIELDS if name not in FLAGS},
             **{name: bool(row[name]) for name in FLAGS})
        for party, row in zip(parties, new, strict=True)
    ]  # fmt: skip
    listing.begin(Unit.objects.bulk_create(units, BATCH), on)


def _update(changed: list[dict], on: date) -> None:
    """Write what each row gives; an empty cell changes nothing."""
    rows = Unit.objects.select_related("party")
    units = {}
    for start in range(0, len(changed), BATCH):
        units |= rows.in_bulk([row["unit"] for row in changed[start : start + BATCH]])
    for row in changed:
        unit = units[row["unit"]]
        for record, names in ((unit.party, PARTY_FIELDS), (unit, UNIT_FIELDS)):
            for name in names:
                if row[name] not in ("", None):
                    setattr(record, name, row[name])
    Party.objects.bulk_update([unit.party for unit in units.values()], PARTY_FIELDS, BATCH)
    Unit.objects.bulk_update(units.values(), UNIT_FIELDS, BATCH)
    flags = {spreadsheet.heading(name) for name in FLAGS}
    for row in changed:
        if flags & set(row["changes"]):
            listing.follow(units[row["unit"]], on)


def _place_under(found: Preview, bureau) -> None:
    """Put units under those in charge of them, who may stand in the same file."""
    wanted = {row["name"]: row["parent"] for row in [*found.created, *found.updated]
              if row["parent"]}  # fmt: skip
    if not wanted:
        return
    units = Unit.objects.filter(party__bureau=bureau).select_related("party")
    by_name = {unit.party.name: unit for unit in units}
    for name, parent in wanted.items():
        by_name[name].parent = by_name[parent]
    Unit.objects.bulk_update([by_name[name] for name in wanted], ["parent"], BATCH)
