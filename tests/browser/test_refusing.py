"""拒不改正, walked from the order that was not followed to 处理建议, its answer, the archives."""

import pytest

from tests.browser import (
    founding,
    walk_case,
    walk_file,
    walk_lead,
    walk_preparing,
    walk_refusing,
    walk_talks,
)
from tests.browser.walk_preparing import OTHER_UNIT

pytestmark = pytest.mark.full
ORDERED, TOO_SOON, PROPOSED, ANSWERED = 120, 100, 60, 40  # days ago


@pytest.fixture
def site(tmp_path_factory):
    """A bureau of its own that has done nothing yet."""
    with founding.running(tmp_path_factory.mktemp("founded")) as running:
        yield running


def test_a_refused_order_walks_to_a_proposal_and_to_the_archives(people, tmp_path):
    """V06: the order, its delivery, its day past; then 处理建议, the written reply, the end."""
    clerk, head, officer = people.clerk, people.head, people.officer
    walk_preparing.import_units(clerk, tmp_path)
    visit = walk_talks.visit(people, OTHER_UNIT, walk_refusing.KEPT_BACK, tmp_path)
    people.go(ORDERED)
    walk_refusing.order(people, visit, OTHER_UNIT, tmp_path)
    people.go(TOO_SOON)
    lead = walk_case.register_lead(clerk, tmp_path, walk_refusing.TIP, OTHER_UNIT)
    walk_refusing.determine(officer, lead)
    people.go(PROPOSED)
    walk_refusing.determine_refusal(officer, lead)
    paper = walk_lead.propose(officer, people.reviewer, head)
    people.go(ANSWERED)
    walk_lead.settle(officer, head, lead, paper, tmp_path)
    people.go(0)
    walk_file.archive(clerk, walk_file.compile_file(officer, lead))
