"""The platform: what every app of 档案行政执法系统 stands on."""

from archives_enforcement.celery import app as celery_app

__all__ = ["celery_app"]
