"""January: last year is assessed, and who did well or badly is told before the month is over."""

from datetime import date

import pytest

from tests.browser import browser, founding, walk_assessing, walk_preparing
from tests.browser.visitors import Staff
from tests.browser.walk_preparing import OTHER_UNIT, UNIT
from tests.browser.walk_year import LAST_YEAR

pytestmark = pytest.mark.full
JANUARY = date(LAST_YEAR + 1, 1, 20)


@pytest.fixture
def folder(tmp_path_factory):
    """A bureau of its own that has done nothing yet."""
    folder = tmp_path_factory.mktemp("founded") / "site"
    founding.build(folder)
    return folder


def test_circular_and_warning_are_with_the_units_by_the_end_of_january(on_day, folder, tmp_path):
    """J12: from the desk of January to both notices, signed, read on a phone and received."""
    with on_day(JANUARY, folder) as person:
        people = Staff(person)
        clerk, head, reviewer = people.clerk, people.head, people.reviewer
        walk_preparing.confirm_identity(head)
        walk_preparing.import_units(clerk, tmp_path)
        walk_assessing.set_rule(head)
        walk_assessing.evaluate(clerk, walk_assessing.CORRECTED, "安全评价结果", tmp_path)
        walk_assessing.evaluate(clerk, walk_assessing.WEAK, "安全评价结果", tmp_path, UNIT)
        assert_due(clerk, "准备")
        year = walk_assessing.count(clerk)
        assert_due(head, "公布")
        walk_assessing.publish(head, year)
        assert_due(clerk, "发预警通报：")

        told = walk_assessing.tell(clerk, reviewer, head, year)
        assert_due(clerk, "发预警通报：")  # the other unit is still to be told
        clerk.open(year)
        assert "还有1个单位没有通报，其中1个不合格" in clerk.reads()
        warned = walk_assessing.warn(clerk, reviewer, head, year, UNIT)
        clerk.open("/")
        assert f"发预警通报：{LAST_YEAR}年度" not in clerk.reads().replace(" ", "")

        admin = person("admin")
        for username, name, party in (
            ("school", "学校经办人", OTHER_UNIT), ("street", "街道经办人", UNIT),
        ):  # fmt: skip
            admin.open("/admin/")
            walk_preparing.open_account(admin, username, name, party)
        school, street = (person(name, browser.PHONE) for name in ("school", "street"))
        words = walk_assessing.read_on_phone(school, told)
        assert "等级为优秀" in words and walk_assessing.RISK not in words
        words = walk_assessing.read_on_phone(street, warned)
        assert "等级为不合格" in words and walk_assessing.RISK in words
        assert street.status_of(path_of(school.page.url)) == 404
        clerk.menu("文书")
        assert {received(clerk, number) for number in (told, warned)} == {True}


def assert_due(worker, what: str) -> None:
    """The desk asks for it in time."""
    worker.open("/")
    words = worker.page.get_by_role("main").inner_text().replace(" ", "")
    assert f"{what}{LAST_YEAR}年度档案工作考核" in words


def received(clerk, number: str) -> bool:
    return "网上签收" in clerk.row(number).inner_text()


def path_of(address: str) -> str:
    return "/" + address.split("/", 3)[3]
