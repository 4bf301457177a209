"""What is told to other bodies, and what they send: walked from the first paper to the last."""

from datetime import date

import pytest

from tests.browser import (
    browser,
    founding,
    walk_papers,
    walk_preparing,
    walk_reporting,
    walk_talks,
    walk_tips,
)
from tests.browser.walk_preparing import OTHER_UNIT, UNIT
from tests.browser.walk_reporting import ABOVE, COMPLEX, HANDED_OVER, RECEIVERS, SENDER

pytestmark = pytest.mark.full


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A bureau of its own that has done nothing yet."""
    with founding.running(tmp_path_factory.mktemp("founded")) as running:
        yield running


def test_dangers_and_transfers_walk_to_their_receipt(person, tmp_path):
    """J20: ordered at once, reported to four bodies, each 收悉; J16: transfer and superior."""
    clerk, head, officer, reviewer = map(person, ("clerk", "head", "officer", "reviewer"))
    walk_preparing.confirm_identity(head)
    walk_preparing.import_units(clerk, tmp_path)
    visit = walk_talks.arrange(clerk, head, OTHER_UNIT, date.today())
    walk_reporting.order_at_once(person("officer", browser.PHONE), head, visit, OTHER_UNIT)
    walk_reporting.report(officer, visit)
    for receiver in RECEIVERS:
        officer.open(visit)
        officer.go(officer.row(f"报{receiver}").get_by_role("link").first)
        number = walk_papers.send_reviewed(officer, reviewer, head, receiver)
        walk_reporting.receive(officer, receiver, number)
    officer.open(visit)
    assert officer.reads().count("已收悉") == len(RECEIVERS)

    walk_reporting.register(clerk, "部门移送", SENDER, UNIT, HANDED_OVER)
    case_visit = walk_reporting.arrange_from_lead(officer, UNIT, "其他机关移送")
    officer.open(case_visit)
    assert "其他机关移送" in officer.reads()
    walk_reporting.register(clerk, "上级交办", ABOVE, OTHER_UNIT, COMPLEX)
    officer.open("/")
    officer.follow(f"核查线索：{OTHER_UNIT}")
    lead = officer.page.url
    walk_reporting.report_to_superior(officer, lead)
    number = walk_papers.send_reviewed(officer, reviewer, head, ABOVE)
    walk_reporting.receive(officer, ABOVE, number)
    officer.open(lead)
    walk_tips.settle_shown(officer, head)
    walk_reporting.answer_body(clerk)
