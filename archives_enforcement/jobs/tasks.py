"""The two Celery tasks of the project: look at one row, and sweep."""

from celery import shared_task

from archives_enforcement.jobs import queue, tick


@shared_task(name=queue.TASK)
def run(job_id: int) -> None:
    queue.run(job_id)


@shared_task
def sweep() -> int:
    tick.note()
    queue.plan_day()
    return queue.sweep()
