"""What must not be, each with a lawful twin that differs in one fact.

One table: the fact that is wrong, the sentence with its article, and the same fact put right.
"""

from datetime import timedelta

import pytest

from archives_enforcement.workflow import Refused
from tests.inspections.checking_firms import DAY, TODAY, Case, start


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(TODAY)


@pytest.fixture
def case(bureau, clerk, officer, second_officer, head):
    return Case(bureau, clerk, officer, second_officer, head)


def one_officer(case):
    case.members = [case.officer]


def same_twice(case):
    case.members = [case.officer, case.officer]


def expired(case):
    case.expire(DAY - timedelta(1))


def expires_on_the_day(case):
    case.expire(DAY)


def unpublished(case):
    case.publishes = False


def capped(case):
    case.cap = 1


def below_the_cap(case):
    case.cap = 2


def asked_by_the_firm(case):
    case.cap, case.exception = 1, {"cap_exception": "request", "reason": "企业书面申请"}


def nothing(case):
    """Everything is in order."""


TABLE = [
    (one_officer, "不足两人.*《中华人民共和国档案法实施条例》第四十七条", nothing),
    (same_twice, "列了两次.*《中华人民共和国档案法实施条例》第四十七条", nothing),
    (expired, "没有有效的执法证件.*第四十七条", expires_on_the_day),
    (unpublished, "还没有公布.*国办发〔2024〕54号", nothing),
    (capped, "达到上限 1 次.*依据", below_the_cap),
    (capped, "达到上限 1 次.*依据", asked_by_the_firm),
]


@pytest.mark.parametrize(("wrong", "sentence", "right"), TABLE)
def test_what_is_wrong_is_refused_with_its_article(case, wrong, sentence, right):
    wrong(case)
    with pytest.raises(Refused, match=sentence):
        case.run()


@pytest.mark.parametrize(("wrong", "sentence", "right"), TABLE)
def test_its_lawful_twin_passes(case, wrong, sentence, right):
    right(case)
    assert case.run().state in ("pending", "approved")


def test_nobody_goes_without_approval(case, time_machine):
    case.approves = False
    visit = case.run()
    time_machine.move_to(DAY)
    with pytest.raises(Refused, match="还没有批准，不能开始.*国办发〔2024〕54号"):
        start(case, visit)
    visit.refresh_from_db()
    assert visit.state == "pending"


def test_with_approval_they_go(case, time_machine):
    visit = case.run()
    time_machine.move_to(DAY)
    assert start(case, visit).state == "on_site"


def test_a_certificate_that_ran_out_since_the_approval_stops_them(case, time_machine):
    visit = case.run()
    time_machine.move_to(DAY)
    case.expire(DAY - timedelta(1))
    with pytest.raises(Refused, match="不足两人.*《中华人民共和国档案法实施条例》第四十七条"):
        start(case, visit)
    case.expire(DAY)
    assert start(case, visit).state == "on_site"
