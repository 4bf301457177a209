"""A visit of today: approved, begun, and recorded but for the signature."""

import pytest
from django.utils import timezone

from tests.inspections import on_site


@pytest.fixture
def today():
    return timezone.localdate()


@pytest.fixture
def visit(unit, head, officer, second_officer, today):
    return on_site.approved(unit, head, officer, second_officer, on=today)


@pytest.fixture
def begun(visit, officer, today):
    return on_site.begin(visit, officer, today)


@pytest.fixture
def ready(begun, officer, today):
    """Everything is recorded but the signature."""
    return on_site.fill(begun, officer, "2-02", on=today)
