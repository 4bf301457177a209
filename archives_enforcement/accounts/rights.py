"""What one person may do, read in one query."""

from collections import defaultdict
from datetime import date
from typing import NamedTuple

from django.contrib.auth.models import Group, Permission
from django.db.models import DateField, Value
from django.db.models.functions import Cast
from django.utils import timezone

NOT_DEPUTISED = frozenset({"accounts.name_deputy"})  # a deputy names no deputy
HIMSELF = (Value(0), Value(0), Value(""), Cast(Value(None), DateField()))
AS_DEPUTY = ("pk", "principal_id", "principal__name", "first_day")


class Capacity(NamedTuple):
    """For whom one acts who stands in for another (代理（AB角）)."""

    deputation: int
    principal: int
    words: str
    since: date


class Rights(NamedTuple):
    roles: tuple[str, ...]  # Chinese names, in the order of the table of roles
    permissions: frozenset[str]  # `app.codename`
    deputised: dict[str, Capacity]  # those he has as a deputy and not himself, and for whom
    principals: dict[str, set[int]]  # whose work with a permission is his today, own or not


class _Row(NamedTuple):
    """One permission of one role, held by oneself or, with `deputation`, for another."""

    role: int
    post: str
    app: str
    codename: str
    deputation: int
    principal: int
    name: str
    since: date | None

    @property
    def permission(self) -> str:
        return f"{self.app}.{self.codename}"


def rights_of(user) -> Rights:
    """What `user` may do by his roles, by himself, and today in place of another."""
    by_role = Group.objects.filter(user=user).values_list(
        "pk", "name", "permissions__content_type__app_label", "permissions__codename", *HIMSELF
    )
    alone = Permission.objects.filter(user=user).values_list(
        Value(0), Value(""), "content_type__app_label", "codename", *HIMSELF
    )
    granted = user.deputations.conferring_on(timezone.localdate()).values_list(
        "role_id",
        "role__name",
        "role__permissions__content_type__app_label",
        "role__permissions__codename",
        *AS_DEPUTY,
    )
    parts = [granted.order_by(), alone.order_by()]
    rows = by_role.order_by().union(*parts, all=True)
    return _sorted_out(user, [_Row(*row) for row in rows])


def _sorted_out(user, rows: list[_Row]) -> Rights:
    own = {row.permission for row in rows if row.codename and not row.deputation}
    posts, deputised, principals = {}, {}, defaultdict(set)
    for row in sorted(rows, key=lambda row: (row.deputation, row.role)):
        if not row.deputation:
            posts |= {(0, row.role): row.post} if row.role else {}
            continue
        posts[row.deputation, row.role] = f"{row.post}（代{row.name}）"
        principals[row.permission].add(row.principal)
        if row.codename and row.permission not in own | NOT_DEPUTISED:
            words = f"代理（AB角）：{user}代{row.post}{row.name}"
            deputised[row.permission] = Capacity(row.deputation, row.principal, words, row.since)
    permissions = frozenset(own | deputised.keys())
    return Rights(tuple(posts.values()), permissions, deputised, dict(principals))
