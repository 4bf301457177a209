"""Builders of the least valid record; the same for every test, nothing random."""

from datetime import date
from functools import cache

from django.contrib.auth.models import Group, Permission

from archives_enforcement.accounts.models import Bureau, Certificate, Grant, Party, Post, User
from archives_enforcement.accounts.roles import ROLES
from units.credit_code import check_character
from units.models import Unit

IDENTITY = {
    "subject_name": "示例市示例区档案局",
    "seal_name": "示例市示例区档案局",
    "reconsideration_body": "示例市示例区人民政府",
    "court": "示例市示例区人民法院",
    "address": "示例路1号",
    "phone": "000-00000000",
}


def make_bureau(name="示例区档案局", code="120110", *, parent=None, confirmed=True, **fields):
    word = fields.pop("document_word", f"示{code[-2:]}档")
    return Bureau.objects.create(
        name=name,
        short_name=name,
        code=code,
        document_word=word,
        parent=parent,
        identity_confirmed_on=date(2021, 1, 1) if confirmed else None,
        **{**IDENTITY, **fields},
    )


def make_user(username, *roles, bureau=None, **fields):
    """A person with the given roles (codes of accounts.roles.ROLES); password is the username."""
    user = User.objects.create_user(
        username, password=username, name=fields.pop("name", username), bureau=bureau, **fields
    )
    held = User.groups.through
    held.objects.bulk_create(held(user=user, group_id=post_of(role)) for role in roles)
    return user


@cache
def post_of(role: str) -> int:
    """The key of a role's group, which stands in the test database from the start."""
    return Group.objects.get(name=ROLES[role].label).pk


def give(user, *codenames):
    """One post more, which has these permissions and no other."""
    post = Group.objects.create(name=f"岗位{Group.objects.count()}")
    post.permissions.set(Permission.objects.filter(codename__in=codenames))
    user.groups.add(post)


def make_officer(
    username, bureau, *roles, valid_from=date(2021, 1, 1), valid_to=date(2030, 12, 31)
):
    """A licensed officer; further roles may be added."""
    user = make_user(username, "officer", *roles, bureau=bureau)
    Certificate.objects.create(
        user=user,
        number=f"证-{username}",
        issuer="示例市司法局",
        valid_from=valid_from,
        valid_to=valid_to,
    )
    return user


def make_credit_code() -> str:
    """A 统一社会信用代码 that holds and belongs to nobody."""
    body = f"91999901MA{Party.objects.count():07d}"
    return body + check_character(body)


def make_party(bureau, name="示例街道一", kind=Party.Kind.TOWNSHIP, **fields):
    return Party.objects.create(bureau=bureau, name=name, kind=kind, **fields)


def make_unit(bureau, name="示例街道一", kind=Party.Kind.TOWNSHIP, **fields):
    return Unit.objects.create(party=make_party(bureau, name, kind), **fields)


def make_contact(username, *parties, post=Post.MANAGER):
    """A person who acts for parties (单位经办人), as their manager."""
    user = make_user(username, "unit_contact")
    for party in parties:
        Grant.objects.create(user=user, party=party, post=post, valid_from=date(2021, 1, 1))
    return user
