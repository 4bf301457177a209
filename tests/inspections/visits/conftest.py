"""A check before anybody goes: drafted, waiting for the head, approved."""

import pytest

from tests.inspections import arranging


@pytest.fixture
def visit(officer, unit):
    return arranging.draft_visit(officer, unit)


@pytest.fixture
def pending(officer, second_officer, unit):
    return arranging.make_pending(officer, second_officer, unit)


@pytest.fixture
def approved(officer, second_officer, head, unit):
    return arranging.make_approved(officer, second_officer, head, unit)
