"""Bureaus and people of the demonstration: the only things set up directly."""

import secrets
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.utils import timezone

from archives_enforcement.accounts.models import Bureau, Certificate, Grant, Post, User
from archives_enforcement.accounts.roles import ROLES
from penalties.models import ReviewQualification
from reports.demo.tables import day


class SignIns:
    """Accounts with passwords made at this run, to be written to a private file.

    A digest takes a third of a second: they are worked out beside what goes on, and given to their
    accounts when the file is written.
    """

    def __init__(self):
        self.known: dict[str, tuple[User, str, str]] = {}
        self._beside = ThreadPoolExecutor(1)
        self._digests: dict[str, Future] = {}

    def add(self, username: str, roles: tuple[str, ...], *, opens=True, **fields) -> User:
        """Create a person; `roles` are codes of roles.ROLES, `opens` gives him a password."""
        user = User(username=username, is_staff="administrator" in roles, **fields)
        user.set_unusable_password()
        if opens:
            password = secrets.token_urlsafe(9)
            self._digests[username] = self._beside.submit(make_password, password)
            self.known[username] = (user, password, self._label(roles))
        user.save()
        user.groups.set(Group.objects.filter(name__in=[ROLES[role].label for role in roles]))
        return user

    def _open(self) -> None:
        """From now on everybody known can sign in."""
        for username, digest in self._digests.items():
            accounts = User.objects.filter(username=username)
            accounts.update(password=digest.result(), password_set_at=timezone.now())
        self._digests.clear()

    @staticmethod
    def _label(roles: tuple[str, ...]) -> str:
        return "、".join(ROLES[role].label for role in roles if role != "backfiller")

    def lines(self, usernames) -> list[str]:
        """One line for each account, as a person reads it; they can sign in from now on."""
        self._open()
        found = []
        for username in usernames:
            user, password, label = self.known[username]
            place = user.bureau.name if user.bureau else user.employer
            found.append(f"{label}　{place}　{user.name}　用户名 {username}　密码 {password}")
        return found


def make_bureau(about: dict, parent: Bureau | None = None) -> Bureau:
    fields = {key: value for key, value in about.items() if key != "parent_code"}
    return Bureau.objects.create(parent=parent, **fields)


def add_people(sign_ins: SignIns, bureau: Bureau, rows: list[dict], prefix: str) -> dict[str, User]:
    """The people of a sample by their short names; observers belong to no bureau.

    Only the first of each post can sign in.
    """
    people, posts = {}, set()
    for row in rows:
        roles = tuple(row["岗位"].split(";"))
        observer = roles == ("observer",)
        user = sign_ins.add(
            f"{prefix}_{row['账号']}",
            roles,
            opens=roles not in posts,
            name=row["姓名"],
            bureau=None if observer else bureau,
            employer="基层单位" if observer else "",
        )
        posts.add(roles)
        people[row["账号"]] = user
        if "reviewer" in roles:
            qualify(user, f"{prefix}-A{len(people):04d}")
        if row["证件编号"]:
            Certificate.objects.create(
                user=user,
                number=row["证件编号"],
                issuer=row["发证机关"],
                valid_from=day(row["有效期自"]),
                valid_to=day(row["有效期至"]),
                note=row["备注"],
            )
    return people


def qualify(reviewer: User, number: str) -> None:
    """What lets him review decisions of penalty; the number belongs to nobody."""
    ReviewQualification.objects.create(
        person=reviewer,
        kind=ReviewQualification.Kind.EXAM,
        number=f"示例-{number}",
        obtained_on=date(2019, 3, 1),
        proof="法律职业资格证书（假设数据）",
    )


def add_contact(sign_ins: SignIns, username: str, party, since: date) -> User:
    """A person who acts for a unit."""
    user = sign_ins.add(
        username, ("unit_contact",), name=f"{party.name}经办人", employer=party.name
    )
    Grant.objects.create(user=user, party=party, post=Post.MANAGER, valid_from=since)
    return user
