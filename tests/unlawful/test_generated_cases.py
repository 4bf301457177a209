"""Cases handled by chance through the services: what was decided in the end is lawful all the same.

Every other try is the next lawful step; the others come from any hand, on any day, with any
figure, and end the case on any ground. An independent judge reads the rows. No paper is typeset:
the judge reads its content.
"""

import copy
import os

import pytest
from django.db import transaction

from archives_enforcement.accounts.models import User
from tests import factories
from tests.sharing import kept
from tests.unlawful.branching import FORKS, endings
from tests.unlawful.drifting import Drift, Everybody
from tests.unlawful.judging import faults

NORMAL, BLOCK = 8, 100
WHOLE = int(os.environ.get("GENERATED_CASES", "1000"))  # of a full run; 10000 asks them all


@pytest.fixture(scope="module")
def people(django_db_setup, django_db_blocker):
    with kept(django_db_blocker):
        yield Everybody(factories.make_bureau())


def judge(case) -> tuple[bool, list[str]]:
    """Whether the case came to a decision, and what is unlawful in it."""
    return bool(case and hasattr(case, "decision")), faults(case) if case else []


def judged(people, seed: int, forks=()) -> list[tuple[bool, list[str]]]:
    """Of each ending of the case that begins with `seed`; nothing of it stays."""
    walk = copy.copy(people)
    for name, value in vars(people).items():
        if isinstance(value, User):
            setattr(walk, name, User.objects.get(pk=value.pk))
    walk.people = [walk.officer, walk.second, walk.head, walk.reviewer, walk.chair]
    with transaction.atomic():
        found = endings(Drift(walk, seed), judge, forks)
        transaction.set_rollback(True)
    return found


@pytest.mark.whole_set
def test_what_is_decided_is_lawful(people, db):
    found = [(seed, *judged(people, seed)[0]) for seed in range(NORMAL)]
    assert [(seed, why) for seed, _, why in found if why] == []
    assert sum(decided for _, decided, _ in found) >= NORMAL // 8


@pytest.mark.full
@pytest.mark.parametrize("block", range(WHOLE // BLOCK))
def test_so_it_is_with_thousands(people, db, block):
    seed, found = block * 10_000 + NORMAL, []
    while len(found) < BLOCK:
        found += [(seed, *ending) for ending in judged(people, seed, FORKS)]
        seed += 1
    assert [(at, why) for at, _, why in found if why] == []
    assert any(decided for _, decided, _ in found)
