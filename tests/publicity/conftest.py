"""A decided case and the people who publish it."""

import copy

import pytest
from django.utils import timezone

from archives_enforcement.accounts.models import User
from publicity.services import notices
from tests import factories
from tests.penalties.walk import Walk
from tests.sharing import kept


@pytest.fixture(scope="module")
def decided_once(django_db_setup, django_db_blocker):
    """One decided case for all tests of a file; each works on savepoints above it."""
    with kept(django_db_blocker):
        walk = Walk(factories.make_bureau())
        walk.serve()
        walk.colleague = factories.make_user("colleague", "clerk", bureau=walk.bureau)
        yield walk


@pytest.fixture
def walk(decided_once, db):
    own = copy.copy(decided_once)
    for name in ("officer", "head", "clerk", "colleague", "contact"):
        setattr(own, name, User.objects.get(pk=getattr(own, name).pk))
    own.fresh()
    own.paper.refresh_from_db()
    return own


class Notices:
    """Brings one notice forward; publishing happens on the day itself."""

    def __init__(self, walk):
        self.walk = walk
        self.today = timezone.localdate()

    def create(self, **values):
        facts = {"credit_class": "none", "credit_reason": "本机关设定"}
        return notices.create(
            self.walk.paper, actor=self.walk.clerk, on=self.today, **{**facts, **values}
        )

    def review(self, notice, actor=None):
        return notices.review_secrecy(
            notice,
            actor=actor or self.walk.colleague,
            on=self.today,
            note="不涉密。",
            redacted=True,
        )

    def approve(self, notice):
        return notices.approve(notice, actor=self.walk.head, on=self.today)

    def publish(self, notice, on=None):
        return notices.publish(notice, actor=self.walk.clerk, on=on or self.today)

    def approved(self, **values):
        return self.approve(self.review(self.create(**values)))

    def published(self, **values):
        return self.publish(self.approved(**values))

    def change(self, notice, **values):
        facts = {"changed_on": self.today, "ground": "行政复议决定撤销"}
        return notices.report_change(
            notice, actor=self.walk.clerk, on=self.today, **{**facts, **values}
        )

    def withdraw(self, notice, reason="原决定已被撤销。"):
        return notices.withdraw(notice, actor=self.walk.clerk, on=self.today, reason=reason)


@pytest.fixture
def flow(walk):
    return Notices(walk)
