"""The two Celery tasks of the project, look at one row and sweep, and the work of the site."""

from importlib import import_module

from celery import shared_task
from django.conf import settings

from archives_enforcement.accounts import sent_forms
from archives_enforcement.jobs import queue, tick


@shared_task(name=queue.TASK)
def run(job_id: int) -> None:
    queue.run(job_id)


@shared_task
def sweep() -> int:
    tick.note()
    queue.plan_day()
    return queue.sweep()


def clear_sessions(_key: int) -> None:
    """What is over leaves the database, sessions and forms once sent; else it grew for ever."""
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
    sent_forms.forget_old()


CLEAR_SESSIONS = "clear_sessions"
queue.register_for_the_site(CLEAR_SESSIONS, clear_sessions, at="03:30")
