"""What administrators change by hand stands in the trail too, not in Django's own history alone."""

import json

from django.contrib import admin
from django.contrib.admin.models import LogEntry
from django.utils import timezone

from archives_enforcement.audit import trail


def changed_in(message: list) -> str:
    """What Django's own log says was changed, as a sentence."""
    entry = LogEntry(change_message=json.dumps(message))
    return f"{entry.get_change_message().rstrip('。')}。"


class Recorded(admin.ModelAdmin):
    """An administration that writes rows itself; where a service writes them, that records.

    The entry stands in the transaction of the change: without it nothing is changed.
    """

    def log_addition(self, request, obj, message):
        self._record(request, obj, "add", "新增")
        return super().log_addition(request, obj, message)

    def log_change(self, request, obj, message):
        self._record(request, obj, "change", "修改", changed_in(message))
        return super().log_change(request, obj, message)

    @staticmethod
    def _record(request, obj, action, verb, note=""):
        label = f"管理后台{verb}{obj._meta.verbose_name}"
        facts = {"actor": request.user, "on": timezone.localdate(), "note": note}
        trail.record(obj, f"administration_{action}", label, **facts)
