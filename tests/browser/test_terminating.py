"""A unit is dissolved with nobody to go on: what it left open ends truthfully, by clicks."""

import pytest

from tests.browser import (
    browser,
    founding,
    walk_preparing,
    walk_succession,
    walk_talks,
    walk_terminating,
)
from tests.browser.walk_on_site import photo
from tests.browser.walk_preparing import OTHER_UNIT

pytestmark = pytest.mark.full
NO_RECORD = {"2-06": "库房近三个月没有温湿度记录。"}


@pytest.fixture
def site(tmp_path_factory):
    """A bureau of its own that has done nothing yet."""
    with founding.running(tmp_path_factory.mktemp("founded")) as running:
        yield running


def test_what_nobody_goes_on_with_ends_and_is_not_put_right(people, person, tmp_path):
    """Issue of the letter, end of the unit, proposal, refusal, proposal, decision, close."""
    clerk, officer, head, (problem,) = people.clerk, people.officer, people.head, NO_RECORD.values()
    walk_preparing.import_units(clerk, tmp_path)
    admin = person("admin")
    walk_preparing.open_account(admin, "school", f"{OTHER_UNIT}经办人", OTHER_UNIT)
    visit = walk_talks.visit(people, OTHER_UNIT, NO_RECORD, tmp_path, ago=10)
    walk_terminating.keep_record(officer, visit)
    people.go(0)
    unit = person("school", browser.PHONE)
    unit.open("/")
    assert problem in unit.reads()

    walk_succession.dissolve(clerk, OTHER_UNIT)
    assert "请执法人员提出终结整改" in clerk.reads() and "示例新区档案馆" in clerk.reads()
    walk_terminating.propose(officer, OTHER_UNIT, problem, photo(tmp_path, "撤销文件"))
    walk_terminating.send_back(head, OTHER_UNIT, "请写明档案移交的情况。")
    walk_terminating.propose_anew(officer, OTHER_UNIT, "请写明档案移交的情况。")
    walk_terminating.decide(head, OTHER_UNIT, problem)

    unit.open("/")
    assert "1个因单位撤销不用再回复" in unit.reads() and "不用再回复" in unit.reads()
    assert "没有要您回复的问题" in unit.reads()
    assert not unit.out_of_reach()
    officer.menu("整改")
    assert "1项都因单位撤销终结，不计整改率" in officer.reads()
    walk_terminating.close(officer, visit)
    officer.open("/")
    assert OTHER_UNIT not in officer.reads()
