"""The year is over: assessed in January, the weak are warned before its last day."""

from datetime import date

import pytest

from tests.browser import (
    browser,
    founding,
    walk_assessing,
    walk_papers,
    walk_preparing,
    walk_year,
)
from tests.browser.visitors import Staff
from tests.browser.walk_preparing import OTHER_UNIT
from tests.browser.walk_year import LAST_YEAR

pytestmark = pytest.mark.full
JANUARY = date(LAST_YEAR + 1, 1, 20)


def test_a_weak_unit_is_warned_before_the_end_of_january(on_day, tmp_path_factory, tmp_path):
    """J12: due on 31 January, published in time; the warning is read and signed for by the unit."""
    folder = tmp_path_factory.mktemp("founded") / "site"
    founding.build(folder)
    with on_day(JANUARY, folder) as person:
        people = Staff(person)
        clerk, head = people.clerk, people.head
        walk_preparing.confirm_identity(head)
        walk_preparing.import_units(clerk, tmp_path)
        walk_year.enter_last_year(clerk, people.officer, head, tmp_path)
        walk_assessing.set_rule(head, walk_assessing.WEAK_POINTS)
        clerk.open("/")
        assert f"准备{LAST_YEAR}年度档案工作考核" in clerk.reads()
        walk_assessing.evaluate(clerk, walk_assessing.WEAK_SCORE, "安全评价结果")
        year = walk_assessing.count(clerk)
        assert f"{JANUARY.year}年1月31日" in clerk.reads()
        walk_assessing.publish(head, year)
        number = walk_assessing.warn(clerk, people.reviewer, head, year)

        walk_preparing.open_account(person("admin"), "school", "学校经办人", OTHER_UNIT, JANUARY)
        unit = person("school", browser.PHONE)
        unit.open("/")
        unit.follow("看文书", unit.row(number))
        words = walk_papers.text_of_pdf(unit)
        assert "不合格" in words and walk_assessing.RISKS in words
        walk_papers.acknowledge(unit, number)
