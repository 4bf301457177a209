"""Cases handled by chance through the services: what was decided in the end is lawful all the same.

Every other try is the next lawful step; the others come from any hand, on any day, with any
figure. An independent judge reads the rows.
"""

import copy

import pytest
from django.db import transaction

from archives_enforcement.accounts.models import User
from tests import factories
from tests.sharing import kept
from tests.unlawful.drifting import Drift, Everybody
from tests.unlawful.judging import faults

NORMAL, WHOLE = 10, 300


@pytest.fixture(scope="module")
def people(django_db_setup, django_db_blocker):
    with kept(django_db_blocker):
        yield Everybody(factories.make_bureau())


def judged(people, seed: int) -> tuple[bool, list[str]]:
    """Whether the case came to a decision, and what is unlawful in it; nothing of it stays."""
    walk = copy.copy(people)
    for name, value in vars(people).items():
        if isinstance(value, User):
            setattr(walk, name, User.objects.get(pk=value.pk))
    walk.people = [walk.officer, walk.second, walk.head, walk.reviewer, walk.chair]
    with transaction.atomic():
        case = Drift(walk, seed).drift()
        found = bool(case and hasattr(case, "decision")), faults(case) if case else []
        transaction.set_rollback(True)
    return found


@pytest.mark.big_set
def test_what_is_decided_is_lawful(people, db):
    found = [judged(people, seed) for seed in range(NORMAL)]
    assert [(seed, why) for seed, (_, why) in enumerate(found) if why] == []
    assert sum(decided for decided, _ in found) >= NORMAL // 4


@pytest.mark.full
@pytest.mark.parametrize("first", range(NORMAL, WHOLE, 10))
def test_so_it_is_with_hundreds(people, db, first):
    found = {seed: judged(people, seed) for seed in range(first, first + 10)}
    assert {seed: why for seed, (_, why) in found.items() if why} == {}
