"""Celery carries job numbers only; the job table is the truth (see `jobs`)."""

import os

from celery import Celery
from celery.signals import after_setup_logger, after_setup_task_logger
from django.conf import settings

from archives_enforcement.logs import JsonLines

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archives_enforcement.settings")

app = Celery("archives_enforcement")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()


@after_setup_logger.connect
@after_setup_task_logger.connect
def write_like_the_site(logger, **kwargs):
    """The worker sets up logging of its own; its lines take the form of the site's."""
    if settings.LOG_FORMAT == "json":
        for handler in logger.handlers:
            handler.setFormatter(JsonLines())
