"""A clerk, and lists that he has begun to write."""

from datetime import timedelta

import pytest

from tests import casting
from tests.inspections import listing
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
