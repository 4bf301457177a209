"""A letter of before the system that was entered by the clerk."""

import pytest

from archives_enforcement.documents import services
from tests.documents.conftest import ON
from tests.documents.entering import enter


@pytest.fixture
def party(unit):
    return unit.party


@pytest.fixture
def start(head):
    return services.set_start(
        "inquiry_letter", 2024, start=40, reason="此前用纸质登记簿。", actor=head, on=ON
    )


@pytest.fixture
def entered(start, clerk, party):
    return enter(clerk, party)
