"""Acts on case files: add material, compile (立卷), send back, archive (归档)."""

from datetime import date

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from archives_enforcement.archiving import arranging, places, properties, sheets
from archives_enforcement.archiving.models import CaseFile
from archives_enforcement.archiving.registry import SORTS
from archives_enforcement.archiving.workflow import BIND, CASE_FILE_FLOW, COMPILE
from archives_enforcement.audit import trail
from archives_enforcement.documents.models import NumberSequence
from archives_enforcement.files.services import attach
from archives_enforcement.jobs import queue
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock

RETENTION_CLOCK = "D-P25"
SERIES = "归档"


def opened(about: str, record, actor) -> CaseFile:
    """The case file of a record the actor may act on, begun when there is none yet."""
    record = lock(record, actor)
    case_file, _ = CaseFile.objects.get_or_create(
        content_type=ContentType.objects.get_for_model(record),
        object_id=record.pk,
        defaults={
            "about": about,
            "bureau": record.owning_bureau(),
            "title": SORTS[about].facts(record).title.replace("\n", ""),
        },
    )
    return lock(case_file, actor)


@act
def add_material(about: str, record, *, actor, on: date, place: str, files: list) -> CaseFile:
    """补充材料: scans of signed pages, receipts and the like, straight into a place."""
    check_permission(actor, COMPILE, "补充材料")
    case_file = opened(about, record, actor)
    if case_file.state != CaseFile.State.ARRANGING:
        raise Refused(
            f"案卷{case_file.get_state_display()}，不能再放入材料。"
            "已立卷的请先退回整理；已归档的案卷不再变动。"
        )
    if place not in {row.title for row in SORTS[about].route(record).places}:
        raise Refused("请从卷内顺序中选择材料的位置。")
    if not files:
        raise Refused("请选择要放入案卷的文件。")
    kept = attach(
        case_file, files, purpose=place, actor=actor, bureau=case_file.bureau, may_be_recording=True
    )
    trail.record(
        case_file,
        "add_material",
        "补充案卷材料",
        actor=actor,
        on=on,
        backfilled=check_date(actor, on),
        details={"place": place, "sha256": [row.sha256 for row in kept]},
    )
    return case_file


@act
def compile_file(
    about: str, record, *, actor, on: date, reasons: dict, condition: str, retention: str,
    catalogue: str = "", file_number: str = "",
) -> CaseFile:  # fmt: skip
    """立卷: fix the order; the worker binds the volumes so that they can be checked.

    `reasons` says for each missing paper why it is missing; 目录号 and 案卷号 may come at 归档.
    Raises Refused while the record has not ended, while something mandatory is missing without a
    reason, or for which no reason counts, while a PDF is not made, or for a place that another
    case file has.
    """
    case_file = opened(about, record, actor)
    if retention not in CaseFile.Retention.values:
        raise Refused("请选择保管期限。")
    if case_file.state == CaseFile.State.ARRANGING:
        case_file.reasons = {what: text.strip() for what, text in reasons.items()}
        case_file.condition, case_file.retention = condition.strip(), retention
        case_file.save(update_fields=["reasons", "condition", "retention"])
    with places.taken_at_once(catalogue, file_number):
        case_file = CASE_FILE_FLOW.advance(
            case_file,
            "compile",
            actor=actor,
            on=on,
            write=lambda row: {
                "contents": frozen(row),
                "reasons": _asked(row),
                "compiled_by": actor,
                "compiled_on": on,
                **places.of(row, catalogue, file_number),
                **_next_edition(row),
            },
        )
    _bind(case_file)
    return case_file


def _asked(case_file: CaseFile) -> dict:
    """The reasons for what is missing; what has come in meanwhile needs none."""
    missing = (row.what for row in arranging.arrangement_of(case_file).missing)
    return {what: case_file.reasons[what] for what in missing}


def frozen(case_file: CaseFile) -> dict:
    """What a volume says of its record, as plain data."""
    sort, record = SORTS[case_file.about], case_file.subject
    found = arranging.arrangement_of(case_file)
    facts, route = sort.facts(record), sort.route(record)
    return {
        "label": sort.label,
        "fonds": case_file.bureau.fonds_number,
        "days": list(sort.days),
        "route": route.label,
        "source": route.source,
        "mark": route.mark,
        "outcome": facts.outcome or route.label,
        "title": facts.title,
        "party": facts.party,
        "rows": [list(row) for row in facts.rows],
        "opened_on": facts.opened_on.isoformat() if facts.opened_on else "",
        "closed_on": facts.closed_on.isoformat() if facts.closed_on else "",
        "lines": [sheets.frozen(line, found.trace_of(line)) for line in found.lines],
        "missing": [{"what": row.what, "part": row.part} for row in found.missing],
    }


@act
def send_back(case_file: CaseFile, *, actor, on: date, note: str) -> CaseFile:
    """退回整理, with what has to be put right."""
    if not note.strip():
        raise Refused("请写明退回的原因，便于立卷人整理。")
    return CASE_FILE_FLOW.advance(case_file, "send_back", actor=actor, on=on, note=note)


@act
def archive(
    case_file: CaseFile, *, actor, on: date, catalogue: str = "", file_number: str = ""
) -> CaseFile:
    """归档 by another than the compiler: number, freeze, end the clock; the package is made after.

    An empty 目录号 or 案卷号 leaves what was written at 立卷.
    Papers that arise later stay with the record: an archived file is never opened again.
    """

    def write(row):
        if why := properties.refusal(row):
            raise Refused(why)
        return {
            "number": _take_number(row.bureau, on.year),
            "contents": row.contents | {"fonds": row.bureau.fonds_number},
            **places.of(row, catalogue or row.catalogue, file_number or row.file_number),
            "checked_by": actor,
            "archived_on": on,
            **_next_edition(row),
        }

    with places.taken_at_once(
        catalogue or case_file.catalogue, file_number or case_file.file_number
    ):
        case_file = CASE_FILE_FLOW.advance(
            case_file,
            "archive",
            actor=actor,
            on=on,
            write=write,
            details=lambda row: {"number": row.number, "retention": row.get_retention_display()},
        )
    if clock := SORTS[case_file.about].clock:
        deadlines.meet(case_file.subject, clock, on=on, note=f"归档号 {case_file.number}")
    if case_file.retention == CaseFile.Retention.THIRTY:
        deadlines.start(case_file, RETENTION_CLOCK, bureau=case_file.bureau, on=on)
    _bind(case_file)
    return case_file


def _next_edition(row: CaseFile) -> dict:
    return {"edition": row.edition + 1, "fixed_at": timezone.now()}


def _bind(case_file: CaseFile) -> None:
    for part in case_file.parts:
        queue.enqueue(BIND[part], case_file.pk, bureau=case_file.bureau)


def _take_number(bureau, year: int) -> str:
    """归档号: four digits of the year and four of the serial; the counter stays locked."""
    key = {"bureau": bureau, "kind": SERIES, "year": year}
    NumberSequence.objects.get_or_create(**key)
    sequence = NumberSequence.objects.select_for_update().get(**key)
    sequence.last += 1
    sequence.save(update_fields=["last"])
    return f"{year}{sequence.last:04}"
