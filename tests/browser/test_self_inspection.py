"""年度自查 of two years: in the first nobody may be ordered, in the second an article allows it."""

from datetime import date, timedelta

import pytest

from tests.browser import (
    browser,
    founding,
    walk_preparing,
    walk_registering,
    walk_self_inspection,
    walk_talks,
)
from tests.browser.visitors import Staff
from tests.browser.walk_preparing import OTHER_UNIT
from tests.browser.walk_registering import UNITS

pytestmark = pytest.mark.full
NO_RECORD = {"2-06": "库房近三个月没有温湿度记录。"}
YEAR = date.today().year - 1  # over, so that none of its days is still to come
FIRST, SECOND = date(YEAR - 1, 5, 20), date(YEAR, 5, 20)
THIRD, FOURTH = date(YEAR, 11, 20), date(YEAR, 12, 22)  # the day of the letter is over
MISSING = UNITS[0]


@pytest.fixture
def folder(tmp_path_factory):
    """A bureau of its own that has done nothing yet."""
    folder = tmp_path_factory.mktemp("founded") / "site"
    founding.build(folder)
    return folder


def test_two_years_of_self_inspection_walk_to_an_order(on_day, folder, tmp_path):
    """D12, J09: pledged, returned, accepted, summed up; urged, and ordered where law allows it."""
    with on_day(FIRST, folder) as person:
        clerk, head = person("clerk"), person("head")
        walk_preparing.confirm_identity(head)
        walk_preparing.import_units(clerk, tmp_path)
        walk_registering.import_units(clerk, tmp_path)
        admin = person("admin")
        walk_preparing.open_account(admin, "school", "学校经办人", OTHER_UNIT, since=FIRST)
        walk_registering.open_round(clerk, head, FIRST.year - 1)

    with on_day(SECOND, folder) as person:
        people = Staff(person)
        clerk, head = people.clerk, people.head
        walk_talks.visit(people, OTHER_UNIT, NO_RECORD, tmp_path, (date.today() - SECOND).days + 9)
        people.go(0)
        clerk.open("/")
        clerk.follow("催报：")
        first = clerk.page.url
        report = walk_self_inspection.urge(
            clerk, head, first, MISSING, f"{SECOND.year}-06-30", tmp_path
        )
        assert "没有登记可以责令的地方性法规条文" in clerk.why_not("责令限期报送")

        walk_self_inspection.record_article(person("admin"))
        walk_self_inspection.set_rule(head)
        asked = walk_registering.open_round(clerk, head, SECOND.year - 1)
        unit = person("school", browser.PHONE)
        walk_self_inspection.fill_in(unit)
        walk_self_inspection.pledge(unit, tmp_path)
        walk_self_inspection.send_back(clerk, OTHER_UNIT, f"{SECOND.year}-06-20")
        walk_self_inspection.answer_again(unit, tmp_path)
        walk_self_inspection.accept(clerk, asked, OTHER_UNIT, "自查答“是”")
        walk_self_inspection.choose_spot_checks(
            clerk, asked, OTHER_UNIT, SECOND + timedelta(days=2)
        )
        people.go((date.today() - SECOND).days)
        walk_self_inspection.look_on_the_spot(people, OTHER_UNIT, NO_RECORD, tmp_path)

    with on_day(THIRD, folder) as person:
        clerk, head = person("clerk"), person("head")
        asked = path_of(asked)
        report = walk_self_inspection.urge(
            clerk, head, asked, MISSING, f"{THIRD.year}-12-19", tmp_path
        )
        assert "没有届满，不能责令" in clerk.why_not("责令限期报送")

    with on_day(FOURTH, folder) as person:
        clerk, head, reviewer = (person(name) for name in ("clerk", "head", "reviewer"))
        report = path_of(report)
        words = walk_self_inspection.order(clerk, reviewer, head, report, MISSING)
        assert walk_self_inspection.ARTICLE in words
        words, rows = walk_self_inspection.sum_up(clerk, head, asked)
        assert "应报22个，已报1个（已审核1个）" in words.replace("报送范围", "")  # beside it
        assert MISSING in words and walk_self_inspection.CONCLUSION in words
        told = {row[0]: row for row in rows if row[0]}
        assert "已审核" in told[OTHER_UNIT] and "待报送" in told[MISSING]


def path_of(address: str) -> str:
    """The site has another port on another day."""
    return "/" + address.split("/", 3)[3]
