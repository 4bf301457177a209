"""Who belongs to the collective of a bureau, as far as the posts tell."""

from archives_enforcement.accounts.roles import ROLES
from inspections.queries.teams import with_role
from penalties.models import Case

LEADING = ("head", "deputy_head")


def collective(case: Case) -> list[tuple[str, str]]:
    """Name and post of each head who did not investigate or review the case."""
    part = {*case.officers.values_list("user_id", flat=True)}
    part |= {*case.reviews.values_list("reviewed_by_id", flat=True)}
    found: dict[str, str] = {}
    for code in LEADING:
        for person in with_role(code).filter(bureau=case.bureau).exclude(pk__in=part):
            found.setdefault(str(person), ROLES[code].label)
    return list(found.items())
