"""What is known of 反映人 without opening anything."""

from django.contrib.contenttypes.models import ContentType

from archives_enforcement.audit.models import AuditEntry
from inspections.models import Reporter

SEEN = "see_reporter"  # the entry in the trail


def sealed_name(record) -> str:
    """The name to which an identity is bound when it is sealed."""
    return f"{record._meta.label_lower}:{record.pk}"


def reporter_of(record) -> Reporter | None:
    """Who told it, sealed; of a record that came of a tip, the tip's (`told_in`)."""
    source = getattr(record, "told_in", record)
    kind = ContentType.objects.get_for_model(source)
    return Reporter.objects.filter(content_type=kind, object_id=source.pk).first()


def in_words(kept: Reporter | None) -> str:
    """What everybody who reads the record may know."""
    if kept is None:
        return "匿名，没有留下姓名和联系方式"
    left = [
        word
        for word, is_left in (("姓名", kept.is_named), ("联系方式", kept.is_reachable))
        if is_left
    ]
    return f"留有{'和'.join(left)}，已封存"


def looks_at(record, user):
    """Who has looked at the identity, newest first; each entry says why."""
    rows = AuditEntry.objects.visible_to(user).about(record)
    return rows.filter(action=SEEN).select_related("actor")
