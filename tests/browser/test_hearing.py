"""Fines that take their time, each walked from the tip to the archives, its days entered late."""

from datetime import date, timedelta

import pytest

from tests.browser import (
    founding,
    walk_case,
    walk_enforcing,
    walk_file,
    walk_hearing,
    walk_organ,
    walk_papers,
    walk_preparing,
    walk_verdict,
)

pytestmark = pytest.mark.full
FIRM, ORGAN = "示例档案服务公司一", "示例新区规划局"
GRAVE = "丢失永久档案，社会影响较大"


@pytest.fixture
def site(tmp_path_factory):
    """A bureau for each walk: numbers never go back to an earlier day."""
    with founding.running(tmp_path_factory.mktemp("founded")) as running:
        yield running


@pytest.fixture
def people(person):
    """Everybody by name; `people.go(days)` sets the day on which all of them act."""

    class People:
        def __init__(self):
            for name in ("clerk", "head", "officer", "reviewer", "chair"):
                setattr(self, name, person(name))

        def go(self, ago: int) -> date:
            day = date.today() - timedelta(days=ago)
            for each in vars(self).values():
                each.today = day
            return day

    found = People()
    walk_preparing.confirm_identity(found.head)
    return found


def test_a_hearing_and_a_late_payment_walk_to_the_archives(people, site, tmp_path):
    case = investigated(people, tmp_path)
    people.go(80)
    walk_case.weigh(people.officer)
    number = walk_verdict.notify(people.officer, people.head, case, FIRM)
    walk_papers.deliver(people.clerk, number, tmp_path)
    heard(people, case, tmp_path)
    walk_verdict.review(people.officer, people.reviewer, FIRM, heard="已举行听证")
    walk_verdict.hand_in_decision(people.officer, case)
    walk_hearing.discuss(people.head, case, tmp_path)
    number = walk_papers.sign(people.head, FIRM)
    walk_papers.deliver(people.clerk, number, tmp_path)
    paid_late(people, case, tmp_path)
    people.go(10)
    people.officer.open(case)
    walk_verdict.close(people.officer, people.head, case)
    archived(people, case, site, tmp_path)


def test_an_organ_that_lost_holdings_of_the_hall_walks_to_the_archives(people, site, tmp_path):
    """第四十九条第一款 reaches a 机关 for what it used, and nothing else of it."""
    clerk, head, officer, reviewer = people.clerk, people.head, people.officer, people.reviewer
    people.go(60)
    walk_organ.register(clerk, ORGAN)
    lead = walk_case.register_lead(clerk, tmp_path, walk_organ.TIP, ORGAN)
    walk_organ.determine(officer, lead)
    case = walk_organ.propose(officer, ORGAN)
    walk_case.approve(head)
    walk_case.investigate(officer, case, tmp_path, facts=walk_organ.FACTS)
    people.go(58)
    walk_organ.weigh(officer)
    walk_papers.deliver(clerk, walk_verdict.notify(officer, head, case, ORGAN), tmp_path)
    walk_organ.give_up(clerk, case, tmp_path)
    officer.open(case)
    assert "已经明确放弃" in officer.reads()
    walk_verdict.review(officer, reviewer, ORGAN)
    walk_papers.deliver(clerk, walk_verdict.decide(officer, head, case, ORGAN), tmp_path)
    people.go(55)
    walk_organ.propose_sanctions(officer, reviewer, head, case, tmp_path)
    walk_enforcing.pay(officer, case, walk_organ.FINE, "示例票据2001", tmp_path)
    walk_verdict.close(officer, head, case)
    archived(people, case, site, tmp_path)


def investigated(people, folder) -> str:
    """From the tip to the report, which calls the act grave; returns the case."""
    people.go(84)
    walk_case.register_firm(people.clerk, FIRM, number=1)
    lead = walk_case.register_lead(people.clerk, folder, party=FIRM)
    case = walk_case.propose(people.officer, lead)
    walk_case.approve(people.head)
    people.go(82)
    walk_case.investigate(people.officer, case, folder, grave=GRAVE)
    return case


def heard(people, case, folder) -> None:
    """Asked for within five working days, announced seven ahead, held, and no earlier reviewed."""
    people.go(78)
    walk_hearing.ask(people.clerk, case, folder)
    today, day = people.go(77), date.today() - timedelta(days=55)
    walk_hearing.arrange(people.officer, case, today + timedelta(days=7), day)
    number = walk_hearing.announce(people.officer, people.head, FIRM)
    walk_papers.deliver(people.clerk, number, folder)
    people.go(55)
    walk_hearing.hold(people.chair, folder)
    people.head.open(case)
    assert "还没有送法制审核" in people.head.why_not("作出处罚决定")
    people.officer.open(case)


def paid_late(people, case, folder) -> None:
    """The fifteen days pass; what is added is counted from the record and paid with the fine."""
    people.go(28)
    number = walk_enforcing.urge(people.officer, people.head, case, FIRM)
    walk_papers.deliver(people.clerk, number, folder)
    people.go(25)
    number = walk_enforcing.raise_fine(people.officer, people.head, case, FIRM)
    walk_papers.deliver(people.clerk, number, folder)
    people.go(20)
    walk_enforcing.pay(people.officer, case, walk_case.FINE, "示例票据1001", folder)
    late = walk_enforcing.owed(people.officer, case)
    assert 0 < late <= walk_case.FINE and late % (walk_case.FINE * 3 // 100) == 0
    walk_enforcing.pay(people.officer, case, late, "示例票据1002", folder)
    assert f"（¥{late:,}）" in walk_enforcing.read(people.clerk, number)


def archived(people, case, site, folder) -> None:
    people.go(0)
    address = walk_file.compile_file(people.officer, case)
    assert "缺：缴款凭据" not in people.officer.reads()
    walk_file.archive(people.clerk, address)
    assert "全部相符" in walk_file.verify(people.clerk, address, site, folder)
