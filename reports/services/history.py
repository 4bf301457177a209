"""补录历史检查: checks of earlier years and their letters, brought in from a list.

It is bookkeeping: no step of the workflow is taken, no paper is made, no clock starts and nobody
is told. A letter is told by its number alone until its scan is entered (补录纸质文书).
"""

from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.documents.drafting import ENTER
from archives_enforcement.files.importing import Row, running
from archives_enforcement.jobs import queue
from archives_enforcement.workflow import BACKFILL, Refused, act, check_permission, lock
from reports.models import HistoryImport, PastCheck, PastFinding
from reports.past_checks import PAST_CHECKS
from reports.queries.history import Preview, preview, set_last_on_paper

LABEL = "补录历史检查"
BATCH = 500


def check(actor) -> None:
    """PermissionDenied for whoever may not enter old papers (补录)."""
    check_permission(actor, ENTER, LABEL)
    check_permission(actor, BACKFILL, LABEL)


@act
def start_import(rows: list[Row], *, actor, name: str, content: bytes) -> HistoryImport:
    """Bring in a list that a person has confirmed: a short one at once, a long one as a job."""
    check(actor)
    run = running.begin(
        HistoryImport, rows, bureau=actor.bureau, actor=actor, name=name, content=content
    )
    if len(rows) > running.AT_ONCE:
        queue.enqueue(HistoryImport.job_kind, run.pk, bureau=run.bureau)
    else:
        _write(run, rows, trail.today())
    return run


def write(run: HistoryImport, tick: running.Tick) -> None:
    """The work of the job: look at every row, then write all of them in one short transaction."""
    rows = PAST_CHECKS.read(run.name, running.store.get(run.sha256))
    _refuse(preview(rows, bureau=run.bureau, today=trail.today(), tick=tick))
    _write_once(run, rows, actor=run.started_by)


@act
def _write_once(run: HistoryImport, rows: list[Row], *, actor) -> None:
    check(actor)
    run = HistoryImport.objects.select_for_update(of=("self",)).get(pk=run.pk)
    if run.finished_at is None:
        _write(run, rows, trail.today())


def _refuse(found: Preview) -> None:
    if found.rejected:
        raise Refused(f"有 {len(found.rejected)} 处错误，没有补录任何检查。请改正后重新上传。")


def _write(run: HistoryImport, rows: list[Row], on: date) -> None:
    found = preview(rows, bureau=run.bureau, today=on)
    _refuse(found)
    checks = PastCheck.objects.bulk_create(
        [PastCheck(bureau=run.bureau, brought_in=run, **line.facts) for line in found.created],
        BATCH,
    )
    PastFinding.objects.bulk_create(
        [
            PastFinding(check_on_paper=check, text=text, is_fixed=is_fixed)
            for check, line in zip(checks, found.created, strict=True)
            for text, is_fixed in line.findings
        ],
        BATCH,
    )
    set_last_on_paper({row.unit_id for row in checks})
    running.finish(run, found.counts, LABEL, on=on)


@act
def void(past: PastCheck, *, actor, on: date, reason: str) -> PastCheck:
    """作废: the row was written down wrong; it stays with its reason and is counted no more."""
    past = lock(past, actor)
    check(actor)
    if past.voided_on:
        raise Refused("这次历史检查已经作废。")
    if not reason.strip():
        raise Refused("请写明作废的原因，例如：日期抄错，已重新补录。")
    past.voided_on, past.voided_by, past.voided_because = on, actor, reason.strip()
    past.save(update_fields=["voided_on", "voided_by", "voided_because"])
    set_last_on_paper({past.unit_id})
    trail.record(past, "void", "作废历史检查", actor=actor, on=on, note=past.voided_because)
    return past
