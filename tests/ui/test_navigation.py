"""Who sees which line of the menu, and what is offered on a record."""

from types import SimpleNamespace

import pytest

from archives_enforcement.navigation import NAV, PageAct, acts_from, menu_for
from archives_enforcement.templatetags.icons import ICONS
from archives_enforcement.workflow import Offer
from tests.ui.samples import Person

pytestmark = pytest.mark.urls("tests.ui.urls")
EVERYTHING = [entry.permission for section in NAV for entry in section.entries]


def labels(menu):
    return {section: [line.entry.label for line in lines] for section, lines in menu}


def test_the_menu_shows_what_the_post_allows_and_no_empty_section():
    user = Person("inspections.view_plan", "penalties.view_case")
    assert labels(menu_for(user)) == {"监督检查": ["年度计划"], "行政处罚": ["案件"]}


def test_a_page_that_is_not_installed_is_not_offered():
    assert labels(menu_for(Person(*EVERYTHING))) == {
        "": ["工作台"],
        "监督检查": ["年度计划", "检查"],
        "行政处罚": ["案件"],
    }


@pytest.mark.parametrize(
    ("view_name", "current"),
    [
        ("inspections:inspection-detail", ["检查"]),
        ("inspections:plan-list", ["年度计划"]),
        ("penalties:hearing-detail", ["案件"]),
        ("", []),
    ],
)
def test_a_page_lights_up_its_entry(view_name, current):
    menu = menu_for(Person(*EVERYTHING), view_name)
    found = [line.entry.label for _, lines in menu for line in lines if line.current]
    assert found == current


def test_an_entry_counts_what_waits_there():
    menu = menu_for(Person(*EVERYTHING), badges={"cases": 2})
    assert {line.entry.label: line.waiting for _, lines in menu for line in lines} == {
        "工作台": 0,
        "年度计划": 0,
        "检查": 0,
        "案件": 2,
    }


def test_every_entry_has_an_icon():
    assert [entry.label for _, entries in NAV for entry in entries if entry.icon not in ICONS] == []


def test_the_first_open_act_is_the_primary_one_and_a_closed_act_leads_nowhere():
    offers = [
        Offer(SimpleNamespace(name="close", label="销号"), "还没有复核。"),
        Offer(SimpleNamespace(name="review", label="复核"), None),
        Offer(SimpleNamespace(name="remind", label="催办"), None),
    ]
    assert acts_from(offers, "/1/{}/".format) == [
        PageAct("销号", why="还没有复核。"),
        PageAct("复核", "/1/review/", primary=True),
        PageAct("催办", "/1/remind/"),
    ]


@pytest.mark.parametrize(("name", "primary"), [("discard", False), ("publish", True)])
def test_a_way_back_is_never_the_primary_act(name, primary):
    offers = [
        Offer(SimpleNamespace(name="submit", label="提交"), "还没有公布。"),
        Offer(SimpleNamespace(name=name, label="办理"), None),
    ]
    assert [act.primary for act in acts_from(offers, "/1/{}/".format)] == [False, primary]
