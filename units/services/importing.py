"""导入单位: a list that was looked through is written as a whole, or not at all."""

from datetime import date

from django.utils import timezone

from archives_enforcement.accounts.models import Party
from archives_enforcement.audit import trail
from archives_enforcement.files.importing import Row, running
from archives_enforcement.jobs import queue
from archives_enforcement.workflow import Refused, act, check_permission
from units import spreadsheet
from units.models import Unit, UnitImport
from units.services import listing
from units.services.import_preview import FLAGS, Preview, preview
from units.services.registry import PARTY_FIELDS, SPELT, UNIT_FIELDS

IMPORT, LABEL = "units.import_units", "导入单位"
BATCH = 500


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
