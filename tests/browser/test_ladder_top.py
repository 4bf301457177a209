"""The ladder walked to its top: each rung has its paper, and none is taken before its time."""

from datetime import date, timedelta

import pytest

from tests.browser import (
    browser,
    founding,
    walk_ladder,
    walk_papers,
    walk_preparing,
    walk_talks,
)
from tests.browser.walk_preparing import OTHER_UNIT
from tests.browser.walk_talks import CALLED, PROMISE, PROMISED

pytestmark = pytest.mark.full
NO_RECORD = {"2-06": "库房近三个月没有温湿度记录。"}


@pytest.fixture
def site(tmp_path_factory):
    """A bureau of its own that has done nothing yet."""
    with founding.running(tmp_path_factory.mktemp("founded")) as running:
        yield running


def test_from_a_letter_to_a_lead_each_rung_is_asked_to_its_end(people, person, tmp_path):
    """D14, D15: 提醒函, 约谈, 函询 that the unit answers on a phone, 工作通报, 线索; 批评教育."""
    officer, (problem,) = people.officer, NO_RECORD.values()
    walk_preparing.import_units(people.clerk, tmp_path)
    visit = walk_talks.visit(people, OTHER_UNIT, NO_RECORD, tmp_path)
    people.go(CALLED)
    walk_ladder.climb(officer, visit, "发提醒函", "提醒", request=walk_ladder.TOLD)
    walk_talks.issue(people, OTHER_UNIT, tmp_path)
    talk = walk_talks.call_in(officer, visit)
    walk_talks.notify(people, talk, OTHER_UNIT, tmp_path)
    due = date.today() - timedelta(days=PROMISED)
    walk_talks.hold(officer, talk, promise_1=PROMISE, due_1=due.isoformat())

    people.go(0)
    walk_ladder.climb(officer, visit, "函询", "函询", questions=walk_ladder.ASKED)
    walk_papers.submit(officer)
    number = walk_papers.sign(people.head, OTHER_UNIT)
    officer.open(visit)
    assert "答复期限也没有届满的不算" in officer.reads()
    walk_preparing.open_account(person("admin"), "school", "学校经办人", OTHER_UNIT)
    walk_ladder.answer(person("school", browser.PHONE), number)

    demanded = {"requirements": walk_ladder.DEMANDED}
    walk_ladder.climb(officer, visit, "工作通报", "工作通报", **demanded)
    walk_papers.send_reviewed(officer, people.reviewer, people.head, OTHER_UNIT)
    walk_ladder.climb(officer, visit, "转为线索", "转为线索")
    assert problem.rstrip("。") in officer.reads()
    assert problem.rstrip("。") in walk_ladder.educate(officer, problem, tmp_path)
