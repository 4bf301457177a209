"""How many messages wait, for the head of every page."""

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils.functional import SimpleLazyObject

from archives_enforcement.accounts.backends import RoleBackend
from archives_enforcement.notifications.models import Message


def unread(request) -> dict:
    """`unread_count` for templates, as it was when the request came (`come_with_the_person`).

    Somebody who did not come by his session is counted where a page shows it.
    """

    def count() -> int:
        if (known := getattr(request.user, "unread_messages", None)) is not None:
            return known
        return Message.objects.visible_to(request.user).filter(read_at=None).count()

    return {"unread_count": SimpleLazyObject(count)}


def come_with_the_person() -> None:
    """Have the number of unread messages read with whoever is signed in."""
    rows = Message.objects.filter(recipient=OuterRef("pk"), read_at=None).order_by()
    counted = rows.values("recipient").annotate(count=Count("pk"))
    RoleBackend.beside["unread_messages"] = Coalesce(Subquery(counted.values("count")), 0)
