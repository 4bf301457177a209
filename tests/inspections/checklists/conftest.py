"""A clerk, and lists that he has begun to write."""

from datetime import timedelta

import pytest

from tests import factories
from tests.inspections import listing
from tests.inspections.listing import FROM

EVE = FROM - timedelta(days=1)


@pytest.fixture
def clerk(bureau):
    return factories.make_user("clerk", "clerk", "backfiller", bureau=bureau)


@pytest.fixture
def draft(clerk):
    return listing.version(clerk)


@pytest.fixture
def small(clerk):
    return listing.taken(clerk)
