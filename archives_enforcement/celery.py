"""Celery carries job numbers only; the job table is the truth (see `jobs`)."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archives_enforcement.settings")

app = Celery("archives_enforcement")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
