"""The bureaus of the city, their staff with posts and certificates, and the units."""

from datetime import date

from django.contrib.auth.models import Group

from archives_enforcement.accounts.models import Bureau, Certificate, Grant, Party, User
from archives_enforcement.accounts.roles import ROLES
from bench.loading.copying import copy, next_key
from units.models import Unit

BUREAUS, OFFICERS = 16, 10
STAFF = ("head", "clerk", "reviewer", "section_head")
FIRST_CODE = 990200


def found_bureaus() -> list[Bureau]:
    """A city and its districts, with their staff."""
    city = Bureau.objects.create(
        name="示例市档案局",
        short_name="示例市",
        code="990000",
        document_word="示市档",
        identity_confirmed_on=date(2024, 1, 1),
    )
    _hire("city", ("superior", "clerk"), city)
    return [_found(number, city) for number in range(1, BUREAUS + 1)]


def _found(number: int, city: Bureau) -> Bureau:
    bureau = Bureau.objects.create(
        name=f"示例{number}区档案局", short_name=f"示例{number}区", parent=city,
        code=str(FIRST_CODE + number), document_word=f"示{number}档",
        identity_confirmed_on=date(2024, 1, 1),
    )  # fmt: skip
    posts = [*STAFF, *["officer"] * OFFICERS]
    people = _hire(f"d{number}", posts, bureau)
    Certificate.objects.bulk_create(
        Certificate(
            user=person, number=f"示{number:02}{place:04}", issuer="示例市人民政府",
            valid_from=date(2020, 1, 1), valid_to=date(2030, 12, 31),
        )
        for place, person in enumerate(people)
    )  # fmt: skip
    return bureau


def _hire(prefix: str, posts, bureau: Bureau) -> list[User]:
    people = [
        User(username=f"{prefix}_{post}_{place}", name=f"示例人员{place}", bureau=bureau)
        for place, post in enumerate(posts)
    ]
    User.objects.bulk_create(people)
    for person, post in zip(people, posts, strict=True):
        person.groups.add(Group.objects.get(name=ROLES[post].label))
    return people


def officers_of(bureau: Bureau) -> list[int]:
    people = User.objects.filter(bureau=bureau, groups__name=ROLES["officer"].label)
    return list(people.order_by("pk").values_list("pk", flat=True))


def bureau_of(unit: int) -> int:
    """Where the unit of this number lies: a fifth of the city in its largest district."""
    return 0 if unit % 5 == 0 else 1 + unit % (BUREAUS - 1)


def register_units(bureaus: list[Bureau], numbers: range) -> int:
    """Units with these numbers; returns the key of the first (party and unit alike)."""
    first = max(next_key(Party), next_key(Unit))
    copy(
        Party,
        "id bureau_id name kind",
        (
            (first + place, bureaus[bureau_of(unit)].pk, f"示例单位{unit:05}", "organ")
            for place, unit in enumerate(numbers)
        ),
    )
    copy(
        Unit,
        "id party_id initials system archivist is_key_monitored",
        (
            (first + place, first + place, f"sldw{unit}", "机关", "单位档案员", unit % 10 == 0)
            for place, unit in enumerate(numbers)
        ),
    )
    return first


def name_contact(party: int) -> User:
    """Somebody who signs in for one unit."""
    person = User.objects.create(username="city_contact", name="示例经办人")
    person.groups.add(Group.objects.get(name=ROLES["unit_contact"].label))
    Grant.objects.create(user=person, party_id=party, valid_from=date(2024, 1, 1))
    return person
