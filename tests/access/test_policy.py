"""Every page, every method, every person: the answer is the one that the table says."""

import pytest

from tests.access.policy import TABLE
from tests.access.walking import walk

pytestmark = pytest.mark.django_db


@pytest.mark.big_set
@pytest.mark.parametrize("row", TABLE, ids=str)
def test_a_page_answers_everybody_as_the_table_says(world, row):
    if found := walk(row, world):
        pytest.fail("\n".join(found), pytrace=False)
