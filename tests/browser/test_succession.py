"""A unit is renamed and divided, its heirs merged and dissolved: each person sees what is his."""

import pytest

from tests.browser import (
    browser,
    founding,
    walk_preparing,
    walk_rectifying,
    walk_succession,
    walk_talks,
)
from tests.browser.walk_on_site import photo
from tests.browser.walk_preparing import OTHER_UNIT, UNIT

pytestmark = pytest.mark.full
NO_RECORD = {"2-06": "库房近三个月没有温湿度记录。"}
RENAMED, PRIMARY, MIDDLE = "示例实验学校", "示例小学甲", "示例中学乙"


@pytest.fixture
def site(tmp_path_factory):
    """A bureau of its own that has done nothing yet."""
    with founding.running(tmp_path_factory.mktemp("founded")) as running:
        yield running


def test_what_a_unit_left_walks_to_its_heirs(people, person, tmp_path):
    """J28: what was open is answered by the heirs; who is no heir finds nothing."""
    clerk, officer, (problem,) = people.clerk, people.officer, NO_RECORD.values()
    walk_preparing.import_units(clerk, tmp_path)
    for number, name in enumerate((PRIMARY, MIDDLE), 11):
        walk_succession.register(clerk, name, number)
    admin = person("admin")
    for username, party in (
        ("school", OTHER_UNIT), ("primary", PRIMARY), ("middle", MIDDLE), ("street", UNIT),
    ):  # fmt: skip
        walk_preparing.open_account(admin, username, f"{party}经办人", party)
    walk_talks.visit(people, OTHER_UNIT, NO_RECORD, tmp_path, ago=10)
    people.go(0)
    old, primary, middle, street = (
        person(name, browser.PHONE) for name in ("school", "primary", "middle", "street")
    )

    walk_succession.rename(clerk, OTHER_UNIT, RENAMED)
    old.open("/")
    assert RENAMED in old.reads()
    page = path_of_problem(old, problem)
    assert primary.status_of(page) == 404

    walk_succession.split(clerk, RENAMED, PRIMARY, MIDDLE)
    for heir in (primary, middle):
        assert heir.status_of(page) == 200
        heir.open("/")
        assert problem in heir.reads()
    assert street.status_of(page) == 404

    walk_succession.merge(clerk, PRIMARY, UNIT)
    assert street.status_of(page) == 200
    walk_rectifying.answer(street, problem, "由承继的街道改好。", photo(tmp_path, "甲"))
    walk_rectifying.review(officer, problem, "复核通过", "复核通过并销号", "同意。")
    walk_succession.dissolve(clerk, MIDDLE)
    for one, units in (
        (old, (RENAMED,)), (primary, (RENAMED, PRIMARY)), (middle, (MIDDLE, RENAMED)),
        (street, (RENAMED, PRIMARY, UNIT)),
    ):  # fmt: skip
        one.open("/")
        assert one.reads().startswith(f"{'、'.join(units)}，您好")
        assert "1个已经改好" in one.reads()
        assert f"分立，由{PRIMARY}、{MIDDLE}承继" in one.reads()


def path_of_problem(unit, problem) -> str:
    """The address on which the unit answers."""
    card = unit.page.locator("article.prob").filter(has_text=problem)
    return card.get_by_role("link", name="回复第").get_attribute("href")
