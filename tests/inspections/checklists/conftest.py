"""A clerk, and lists that he has begun to write."""

from datetime import timedelta

import pytest
import time_machine

from inspections.services import scoring as services
from tests import casting
from tests.inspections import listing
from tests.inspections.checklists.grading import BEFORE, RULE
from tests.inspections.listing import FROM
from tests.sharing import own

EVE = FROM - timedelta(days=1)


cast, bureau, unit = casting.cast, casting.bureau, casting.unit
head, clerk = casting.head, casting.clerk
officer, second_officer = casting.officer, casting.second_officer


@pytest.fixture(scope="module")
def whole_list(cast):
    return listing.version(cast.clerk)


@pytest.fixture(scope="module")
def small_list(cast):
    return listing.taken(cast.clerk)


@pytest.fixture
def draft(whole_list, db):
    return own(whole_list)


@pytest.fixture
def small(small_list, db):
    return own(small_list)


@pytest.fixture
def set_rule(head):
    def make(valid_from=BEFORE + timedelta(days=1), **values):
        with time_machine.travel(f"{BEFORE} 10:00", tick=False):
            return services.set_rule(
                actor=head, on=BEFORE, valid_from=valid_from, **{**RULE, **values}
            )

    return make
