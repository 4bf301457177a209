"""Reads of people: who may stand in for whom."""

from django.db.models import QuerySet

from archives_enforcement.accounts.models import User
from archives_enforcement.accounts.roles import DEPUTISED, ROLES, STAFF


def deputised_posts_of(user) -> list[tuple[str, str]]:
    """Code and name of the posts that `user` holds himself and a colleague may take over."""
    own = set(user.groups.values_list("name", flat=True))
    return [(code, ROLES[code].label) for code in DEPUTISED if ROLES[code].label in own]


def holding(bureau, role: str) -> QuerySet[User]:
    """Who holds a post in a bureau."""
    return User.objects.filter(bureau=bureau, is_active=True, groups__name=ROLES[role].label)


def colleagues_of(user) -> QuerySet[User]:
    """The other staff of the bureau in posts from which one may stand in."""
    people = User.objects.filter(bureau=user.bureau_id, is_active=True).exclude(pk=user.pk)
    posts = [ROLES[code].label for code in STAFF]
    return people.filter(groups__name__in=posts).order_by("name", "pk").distinct()
