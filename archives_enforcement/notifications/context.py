"""How many messages wait, for the head of every page."""

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce
from django.utils.functional import SimpleLazyObject

from archives_enforcement.notifications.models import Message


def unread(request) -> dict:
    """`unread_count` for templates, as it was when the request came (`unread_of_each`).

    Somebody who did not come by his session is counted where a page shows it.
    """

    def count() -> int:
        if (known := getattr(request.user, "unread_messages", None)) is not None:
            return known
        return Message.objects.visible_to(request.user).filter(read_at=None).count()

    return {"unread_count": SimpleLazyObject(count)}


def unread_of_each():
    """The number of unread messages of each person, as an expression over User."""
    rows = Message.objects.filter(recipient=OuterRef("pk"), read_at=None).order_by()
    counted = rows.values("recipient").annotate(count=Count("pk"))
    return Coalesce(Subquery(counted.values("count")), 0)
