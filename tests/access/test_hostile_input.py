"""Whatever is sent, by whatever way in, is answered: never with an error of ours."""

import logging

import pytest

from tests.access.hostile_input import Tries, try_address, try_forms
from tests.access.policy import TABLE
from tests.access.test_matrix import NO_ACTS

pytestmark = pytest.mark.django_db

PARTS, LEAST_OF_A_PART = 8, 1_250  # ten thousand in all
LEAST_FIELDS_OF_A_PART, LEAST_RECORDED_OF_A_PART = 100, 20
ONE_IN = 90  # lines of the short run


@pytest.fixture(autouse=True)
def quiet(world):
    """A thousand refusals are what is asked for; the log need not have them."""
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


def tried(world, lines) -> Tries:
    tries = Tries(world)
    for place, row in lines:
        if tries.person(row):
            try_forms(tries, row, place)
            try_address(tries, row, place)
    return tries


@pytest.mark.full
@pytest.mark.parametrize("part", range(PARTS))
def test_nothing_that_is_sent_is_an_error_of_ours(world, record_property, part):
    tries = tried(world, list(enumerate(TABLE))[part::PARTS])
    record_property("asked", dict(tries.asked))
    assert not tries.faults, tries.told()
    assert sum(tries.asked.values()) >= LEAST_OF_A_PART
    assert len(tries.fields) >= LEAST_FIELDS_OF_A_PART
    assert sorted(tries.unrecorded - tries.recorded - NO_ACTS) == []
    assert len(tries.recorded) >= LEAST_RECORDED_OF_A_PART


@pytest.mark.whole_set
def test_some_of_what_is_sent_is_no_error_of_ours(world):
    tries = tried(world, list(enumerate(TABLE))[::ONE_IN])
    assert not tries.faults, tries.told()
