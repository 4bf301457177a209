"""How many messages wait, for the head of every page."""

from django.utils.functional import SimpleLazyObject

from archives_enforcement.notifications.models import Message


def unread(request) -> dict:
    """`unread_count` for templates; asked of the database only where a page shows it."""

    def count() -> int:
        return Message.objects.visible_to(request.user).filter(read_at=None).count()

    return {"unread_count": SimpleLazyObject(count)}
