"""What one person may do, read in one query."""

from typing import NamedTuple

from django.contrib.auth.models import Group, Permission
from django.db.models import Value


class Rights(NamedTuple):
    roles: tuple[str, ...]  # Chinese names, in the order of the table of roles
    permissions: frozenset[str]  # `app.codename`


def rights_of(user) -> Rights:
    """The roles of `user` and what they permit, with the permissions given to him alone."""
    by_role = Group.objects.filter(user=user).values_list(
        "pk", "name", "permissions__content_type__app_label", "permissions__codename"
    )
    alone = Permission.objects.filter(user=user).values_list(
        Value(0), Value(""), "content_type__app_label", "codename"
    )
    rows = list(by_role.order_by().union(alone.order_by(), all=True))
    roles = dict(sorted({(key, name) for key, name, _, _ in rows if key}))
    return Rights(
        tuple(roles.values()), frozenset(f"{app}.{name}" for _, _, app, name in rows if name)
    )
