"""What units think of their visits, from their pages to the bureau above, and nowhere else."""

from datetime import date, timedelta

import pytest

from tests.browser import (
    browser,
    founding,
    walk_preparing,
    walk_rating,
    walk_succession,
    walk_talks,
)
from tests.browser.visitors import Staff
from tests.browser.walk_preparing import OTHER_UNIT, UNIT

pytestmark = pytest.mark.full
NO_RECORD = {"2-06": "库房近三个月没有温湿度记录。"}
YEAR = date.today().year - 1  # over, so that none of its days is still to come
GIVEN, READ = date(YEAR, 9, 25), date(YEAR, 10, 8)
THIRD_UNIT, OFFICER = "示例小学甲", "执法人员寅"


def test_ratings_are_read_as_sums_once_their_quarter_is_over(on_day, tmp_path_factory, tmp_path):
    """J25: three units rate, each once; who inspected them reads none of it."""
    folder = tmp_path_factory.mktemp("founded") / "site"
    founding.build(folder, "found_below")
    with on_day(GIVEN, folder) as person:
        people = Staff(person)
        walk_preparing.confirm_identity(people.head)
        walk_preparing.import_units(people.clerk, tmp_path)
        walk_succession.register(people.clerk, THIRD_UNIT, 11)
        named = {"street": UNIT, "school": OTHER_UNIT, "primary": THIRD_UNIT}
        ago = (date.today() - GIVEN).days
        for place, (username, unit) in enumerate(named.items()):
            walk_preparing.open_account(
                person("admin"), username, f"{unit}经办人", unit, since=GIVEN - timedelta(days=99)
            )
            walk_talks.visit(people, unit, NO_RECORD, tmp_path, ago=ago + 9 - place)
        for username in named:
            walk_rating.rate(person(username, browser.PHONE), OFFICER)
        superior = person("superior")
        walk_rating.read_nothing_yet(superior)
        assert people.head.status_of("/supervision/ratings/") in (403, 404)

    with on_day(READ, folder, RATINGS_SHOWN_FROM="3") as person:
        line = walk_rating.read_sums(person("superior"))
        assert line[0] == f"{YEAR}年第三季度"
        assert line[1:] == ["3", "5.0", "5.0", "5.0", "4.0", "2.0", "4.2", "3 题次"]
