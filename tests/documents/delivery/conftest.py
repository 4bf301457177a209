"""Papers to be delivered: to a receiver that agreed to every channel, and to one that did not."""

from datetime import date

import pytest

from tests import casting, factories
from tests.documents.conftest import ON, affecting_rights, inquiry, issue
from tests.documents.delivering import agree, fail_both_ways
from tests.sharing import own

DAY = date(2024, 7, 8)


cast, bureau, unit = casting.cast, casting.bureau, casting.unit
head, officer, clerk = casting.head, casting.officer, casting.clerk


@pytest.fixture(scope="module")
def tried(cast):
    """A paper whose receiver has agreed to every channel and was not reached twice."""
    unit = factories.make_unit(cast.bureau, "示例街道二")
    cast.reached = factories.make_contact("reached", unit.party)
    paper = issue(inquiry(unit, cast.officer), cast.officer, cast.head)
    with pytest.MonkeyPatch.context() as patch:
        affecting_rights(paper, patch)
        agree(paper.party, cast.clerk, ON)
        fail_both_ways(paper, cast.clerk, DAY)
    return paper


@pytest.fixture
def contact(request, cast, unit):
    """Who signs in for the receiver."""
    if "ready" in request.fixturenames:
        return own(cast.reached)
    return factories.make_contact("contact", unit.party)


@pytest.fixture
def ready(tried, monkeypatch, db):
    return affecting_rights(own(tried), monkeypatch)
