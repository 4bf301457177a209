"""Setting the 单位档案体检卡 as a PDF, while somebody waits for it."""

from django.utils import timezone

from archives_enforcement.documents.typesetting.child import TypesettingFailed, typeset_in_child
from archives_enforcement.documents.typesetting.glyphs import legible
from archives_enforcement.workflow import Refused
from inspections.queries import health_card
from units.models import Unit

LIMITS = {"cpu_seconds": 10, "wall_seconds": 15}


def card(unit: Unit) -> bytes:
    """The PDF; Refused with the reason when it cannot be set."""
    now = timezone.localtime()
    content = legible(health_card.content(unit, now.date()))
    try:
        return typeset_in_child(content, created=now.isoformat(timespec="seconds"), **LIMITS)
    except TypesettingFailed as failure:
        raise Refused(f"体检卡不能生成：{failure}") from failure
