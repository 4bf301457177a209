"""A party with one started clock."""

import pytest

from archives_enforcement.workdays import deadlines
from tests import factories
from tests.workdays.starting import SERVED


@pytest.fixture
def party(bureau):
    return factories.make_party(bureau)


@pytest.fixture
def deadline(party, bureau):
    """要求听证: five working days for the party, due on 2024-10-09."""
    return deadlines.start(party, "D-P07", bureau=bureau, party=party, on=SERVED)
