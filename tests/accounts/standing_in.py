"""A deputation with the least it needs, and people read anew as every request does."""

from datetime import date

from archives_enforcement.accounts import services
from archives_enforcement.accounts.models import User
from penalties.models import ReviewQualification

TODAY = date(2026, 3, 2)
FIRST, LAST = date(2026, 3, 9), date(2026, 3, 13)


def name_deputy(principal, deputy, role="head", **values):
    """`principal` names `deputy` himself, for a week from next Monday on."""
    given = {
        "first_day": FIRST, "last_day": LAST, "reason": "出差", "actor": principal, "on": TODAY,
    }  # fmt: skip
    return services.deputise(principal, deputy, role, **{**given, **values})


def fresh(person) -> User:
    return User.objects.select_related("bureau").get(pk=person.pk)


def qualify(person, **values) -> ReviewQualification:
    """The certificate that lets a person review decisions of penalty."""
    facts = {"kind": "exam", "number": "A2020", "obtained_on": FIRST, "proof": "证书"}
    return ReviewQualification.objects.create(person=person, **{**facts, **values})
