"""People of 执法监督: each may enter acts of past days."""

import pytest

from tests import factories
from tests.supervision.papers import Paper


@pytest.fixture
def paper(bureau, head, officer):
    clerk = factories.make_user("desk", "clerk", bureau=bureau)
    lawyer = factories.make_user("lawyer", "reviewer", "backfiller", bureau=bureau)
    return Paper(clerk, lawyer, head, officer)
