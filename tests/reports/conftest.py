"""A bureau's year to be filled."""

import pytest

from tests.reports.years import YearMaker


@pytest.fixture
def maker(other_bureau):
    """The year 2024 of another bureau than the usual one."""
    return YearMaker(other_bureau, 2024)
