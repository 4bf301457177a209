"""Talks and the yearly assessment, each walked to its end; earlier days are entered late."""

from datetime import date, timedelta

import pytest

from tests.browser import (
    browser,
    founding,
    walk_assessing,
    walk_case,
    walk_papers,
    walk_preparing,
    walk_talks,
    walk_year,
)
from tests.browser.walk_preparing import OTHER_UNIT
from tests.browser.walk_talks import CALLED, CHECKED_TOO_SOON, PROMISE, PROMISED, SEEN

pytestmark = pytest.mark.full
FIRM = "示例档案服务公司一"
HAZARD = {"2-02": "库房2具灭火器压力不足，检验标签已过期。"}
NO_RECORD = {"2-06": "库房近三个月没有温湿度记录。"}


@pytest.fixture
def site(tmp_path_factory):
    """A bureau for each walk: numbers never go back to an earlier day."""
    with founding.running(tmp_path_factory.mktemp("founded")) as running:
        yield running


def test_a_promise_that_is_not_kept_leads_to_the_next_rung(people, person, tmp_path):
    """D14: talk, promise, its day passes, checked as broken; the unit reads it, 函询 is open."""
    officer, (problem,) = people.officer, NO_RECORD.values()
    walk_preparing.import_units(people.clerk, tmp_path)
    visit = walk_talks.visit(people, OTHER_UNIT, NO_RECORD, tmp_path)
    people.go(CALLED)
    walk_talks.urge(officer, visit, problem)
    talk = walk_talks.call_in(officer, visit)
    walk_talks.notify(people, talk, OTHER_UNIT, tmp_path)
    due = date.today() - timedelta(days=PROMISED)
    walk_talks.hold(officer, talk, promise_1=PROMISE, due_1=due.isoformat())
    assert PROMISE.rstrip("。") in walk_talks.keep_minutes(officer, talk, tmp_path)
    people.go(CHECKED_TOO_SOON)
    walk_talks.check_promise(officer, talk)
    people.go(0)
    officer.open("/")
    officer.follow(f"核实{OTHER_UNIT}的承诺")
    walk_talks.check_promise(officer, talk)
    assert "有承诺没有做到" in officer.reads()
    officer.follow("函询", walk_talks.ladder(officer))
    officer.fill(
        reason="约谈时承诺的事没有做到。",
        questions="为什么没有做到。",
        reply_due="收到本函之日起10个工作日内",
    )
    assert "已登记“函询”" in officer.send("函询")
    walk_preparing.open_account(person("admin"), "school", "学校经办人", OTHER_UNIT)
    unit = person("school", browser.PHONE)
    unit.open("/")
    unit.follow("回复第")
    unit.follow("的检查")
    assert SEEN in unit.reads()


def test_a_statutory_talk_orders_and_keeps_its_minutes(people, tmp_path):
    """条例第五十一条: a firm that knows of a hazard; the order goes with the talk."""
    officer = people.officer
    walk_case.register_firm(people.clerk, FIRM, number=1)
    walk_talks.publish_list(people.clerk)
    visit = walk_talks.visit(people, FIRM, HAZARD, tmp_path)
    people.go(CALLED)
    talk = walk_talks.call_in(officer, visit, "法定约谈")
    officer.act("责令限期改正")
    officer.send("责令限期改正")
    number = walk_papers.send_reviewed(officer, people.reviewer, people.head, FIRM)
    walk_papers.deliver(people.clerk, number, tmp_path)
    walk_talks.notify(people, talk, FIRM, tmp_path)
    walk_talks.hold(officer, talk)
    words = walk_talks.keep_minutes(officer, talk, tmp_path)
    assert walk_talks.MINUTES in words
    assert "没有作出承诺" in words


def test_a_years_assessment_is_appealed_put_right_and_told(people, person, tmp_path):
    """J12: from points to grade, appeal and notice; the 体检卡 opens for bureau and unit."""
    clerk, head = people.clerk, people.head
    walk_preparing.import_units(clerk, tmp_path)
    walk_year.enter_last_year(clerk, people.officer, head, tmp_path)
    walk_assessing.set_rule(head)
    walk_assessing.evaluate(clerk, walk_assessing.SCORE, "安全评价结果", tmp_path)
    year = walk_assessing.count(clerk)
    result = walk_assessing.publish(head, year)
    walk_preparing.open_account(person("admin"), "school", "学校经办人", OTHER_UNIT)
    unit = person("school", browser.PHONE)
    page = walk_assessing.appeal(unit, tmp_path)
    walk_assessing.decide(clerk, head, result, tmp_path)
    assert walk_assessing.tell(clerk, people.reviewer, head, year)
    for reader, at in ((clerk, result), (unit, page)):
        words = walk_assessing.card(reader, at, "体检卡")
        assert OTHER_UNIT in words
        assert "体检卡" in words
