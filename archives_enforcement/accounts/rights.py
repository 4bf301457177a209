"""What one person may do, read in one query."""

from collections import defaultdict
from datetime import date
from typing import NamedTuple

from django.db import connection

from archives_enforcement.audit import trail

NOT_DEPUTISED = frozenset({"accounts.name_deputy"})  # a deputy names no deputy

# Asked by every request and for every person of an act: in Django's own terms this union takes six
# times as long to be put into words as to be answered. A deputation gives its rights on its days
# (`Deputation.valid_on`) as long as both belong to its bureau and the other still has the post.
QUESTION = """
SELECT post.id, post.name, area.app_label, permission.codename, 0, 0, '', ''
FROM accounts_user_groups held
JOIN auth_group post ON post.id = held.group_id
LEFT JOIN auth_group_permissions given ON given.group_id = post.id
LEFT JOIN auth_permission permission ON permission.id = given.permission_id
LEFT JOIN django_content_type area ON area.id = permission.content_type_id
WHERE held.user_id = %(user)s
UNION ALL
SELECT post.id, post.name, area.app_label, permission.codename,
    deputation.id, principal.id, principal.name, CAST(deputation.first_day AS char(10))
FROM accounts_deputation deputation
JOIN accounts_user principal ON principal.id = deputation.principal_id
    AND principal.is_active AND principal.bureau_id = deputation.bureau_id
JOIN accounts_user deputy ON deputy.id = deputation.deputy_id
    AND deputy.bureau_id = deputation.bureau_id
JOIN accounts_user_groups held ON held.user_id = principal.id AND held.group_id = deputation.role_id
JOIN auth_group post ON post.id = held.group_id
JOIN auth_group_permissions given ON given.group_id = post.id
JOIN auth_permission permission ON permission.id = given.permission_id
JOIN django_content_type area ON area.id = permission.content_type_id
WHERE deputation.deputy_id = %(user)s
    AND deputation.first_day <= %(today)s AND deputation.last_day >= %(today)s
    AND (deputation.ended_on IS NULL OR deputation.ended_on > %(today)s)
"""


class Capacity(NamedTuple):
    """For whom one acts who stands in for another (代理（AB角）)."""

    deputation: int
    principal: int
    deputy: str
    whom: str  # post and name: 机关负责人丁
    since: date

    @property
    def words(self) -> str:
        """How the trail says it."""
        return f"代理（AB角）：{self.deputy}代{self.whom}"

    def signed(self, act: str) -> str:
        """How a paper says by whom it was signed, in one line and without brackets."""
        return f"{self.deputy}代理{self.whom}{act}"


class Rights(NamedTuple):
    roles: tuple[str, ...]  # Chinese names, in the order of the table of roles
    posts: tuple[int, ...]  # keys of the roles he holds himself, in order
    permissions: frozenset[str]  # `app.codename`
    deputised: dict[str, Capacity]  # those he has as a deputy and not himself, and for whom
    principals: dict[str, set[int]]  # whose work with a permission is his today, own or not


class _Row(NamedTuple):
    """One permission of one role, held by oneself or, with `deputation`, for another."""

    role: int
    post: str
    app: str | None  # none with a post that has no permission
    codename: str | None
    deputation: int
    principal: int
    name: str
    since: str  # as 2024-10-10; the two databases agree on no other form

    @property
    def permission(self) -> str:
        return f"{self.app}.{self.codename}"

    @property
    def whom(self) -> str:
        """Post and name; a name that begins with the post says it already."""
        return self.name if self.name.startswith(self.post) else f"{self.post}{self.name}"


def rights_of(user) -> Rights:
    """What `user` may do by his posts, by himself, and today in place of another."""
    with connection.cursor() as cursor:
        cursor.execute(QUESTION, {"user": user.pk, "today": trail.today()})
        return _sorted_out(user, [_Row(*row) for row in cursor.fetchall()])


def _sorted_out(user, rows: list[_Row]) -> Rights:
    own = {row.permission for row in rows if row.codename and not row.deputation}
    posts, deputised, principals = {}, {}, defaultdict(set)
    for row in sorted(rows, key=lambda row: (row.deputation, row.role)):
        if not row.deputation:
            posts[0, row.role] = row.post
            continue
        posts[row.deputation, row.role] = f"{row.post}（代{row.name}）"
        principals[row.permission].add(row.principal)
        if row.permission not in own | NOT_DEPUTISED:
            deputised[row.permission] = Capacity(
                row.deputation, row.principal, str(user), row.whom, date.fromisoformat(row.since)
            )
    permissions = frozenset(own | deputised.keys())
    held = tuple(role for deputation, role in posts if not deputation)
    return Rights(tuple(posts.values()), held, permissions, deputised, dict(principals))
