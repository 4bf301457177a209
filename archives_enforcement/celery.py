"""Celery carries job numbers only; the job table is the truth (see `jobs`)."""

import os

from celery import Celery

from archives_enforcement.documents.typesetting import press

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archives_enforcement.settings")

# A worker loads the typesetting engine once, before it forks; other processes may never need it.
app = Celery("archives_enforcement", include=[press.ENGINE])
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
