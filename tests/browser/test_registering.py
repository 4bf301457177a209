"""Twenty units, their yearly reports, a merger in between, and a letter from before the system."""

import pytest

from tests.browser import founding, walk_preparing, walk_registering
from tests.browser.walk_registering import LAST_YEAR, UNITS

pytestmark = pytest.mark.full


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A bureau of its own that has done nothing yet."""
    with founding.running(tmp_path_factory.mktemp("founded")) as running:
        yield running


def test_twenty_units_report_and_an_older_letter_finds_its_place(person, tmp_path):
    clerk, head = person("clerk"), person("head")
    walk_preparing.confirm_identity(head)
    walk_registering.import_units(clerk, tmp_path)
    walk_registering.register_twice(clerk)
    asked = walk_registering.open_round(clerk, head)
    walk_registering.enter_report(clerk, asked, UNITS[2], tmp_path)
    walk_registering.merge(clerk, asked, UNITS[0], UNITS[1])
    walk_registering.prepare_spot_check(clerk, asked)

    walk_registering.set_start(head, 12)
    walk_registering.enter_letter(clerk, UNITS[1], tmp_path)
    numbers = walk_registering.numbers_in_the_register(clerk)
    assert f"示新档函询〔{LAST_YEAR}〕7号" in numbers
