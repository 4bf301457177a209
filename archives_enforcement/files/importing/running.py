"""Writing a list: a short one at once, a long one as a job that says how far it has come."""

from collections.abc import Callable

from django.utils import timezone

from archives_enforcement.audit import trail
from archives_enforcement.files import store
from archives_enforcement.jobs import queue
from archives_enforcement.workflow import Refused

AT_ONCE = 300  # rows: what a person does not wait for
STEP = 100  # rows between two words on how far it has come

Tick = Callable[[int], None]


def begin(model, rows: list, *, bureau, actor, name: str, content: bytes):
    """The record of an import, with its file kept; part of the act that starts it."""
    return model.objects.create(
        bureau=bureau, name=name[-200:], sha256=store.put(content), sm3=store.sm3(content),
        rows=len(rows), started_by=actor, started_at=timezone.now(),
    )  # fmt: skip


def finish(run, counts: dict, label: str, *, on) -> None:
    """Note what the rows did, with one entry of the trail; the last thing in the act."""
    run.counts, run.finished_at = counts, timezone.now()
    run.save(update_fields=["counts", "finished_at"])
    details = counts | {"file": run.name, "sha256": run.sha256, "sm3": run.sm3}
    trail.record(run, "import", label, actor=run.started_by, on=on, details=details)


def as_job(model, write: Callable[[object, Tick], None]) -> Callable[[int], None]:
    """The work of the queue on runs of `model`; what no longer holds is told on the run's page."""

    def work(run_id: int) -> None:
        run = model.objects.select_related("bureau", "started_by").get(pk=run_id)
        if run.finished_at or run.refusal:
            return

        def tick(done: int) -> None:
            if done % STEP == 0 or done == run.rows:
                queue.say(model.job_kind, run_id, done=done, total=run.rows)

        try:
            with trail.asked(run.started_at):
                write(run, tick)
        except Refused as why:
            model.objects.filter(pk=run_id).update(refusal="".join(why.messages))

    return work
