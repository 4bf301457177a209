"""请假: who is away on which days, in words."""

from datetime import date

from inspections.models import Leave


def leaves(user, first: date, last: date) -> dict[int, list[Leave]]:
    """The leaves that touch these days, by the key of the officer."""
    found: dict[int, list[Leave]] = {}
    for row in Leave.objects.visible_to(user).between(first, last).select_related("officer"):
        found.setdefault(row.officer_id, []).append(row)
    return found


def in_words(leave: Leave) -> str:
    return f"{leave.in_words}请假（{leave.reason}）"
