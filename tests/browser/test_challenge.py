"""A decision that its party takes to 行政复议: what that does to the case and what is public."""

import pytest

from tests.browser import (
    founding,
    walk_case,
    walk_challenge,
    walk_disclosing,
    walk_papers,
    walk_preparing,
    walk_verdict,
)

pytestmark = pytest.mark.full


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A bureau of its own that has done nothing yet."""
    with founding.running(tmp_path_factory.mktemp("founded")) as running:
        yield running


def test_a_decision_is_challenged_answered_and_changed(person, visit, problems, tmp_path):
    """J25: its clocks begin and end on the case, and the public page is withdrawn."""
    clerk, head, officer, reviewer = map(person, ("clerk", "head", "officer", "reviewer"))
    walk_preparing.confirm_identity(head)
    walk_case.register_firm(clerk)
    walk_preparing.open_account(person("admin"), "firm", "公司经办人", walk_case.FIRM)
    case = walk_case.propose(officer, walk_case.register_lead(clerk, tmp_path))
    walk_case.approve(head)
    walk_case.investigate(officer, case, tmp_path)
    walk_case.weigh(officer)
    number = walk_verdict.notify(officer, head, case)
    firm = person("firm")
    walk_verdict.agree_to_delivery(clerk, number, tmp_path)
    walk_papers.acknowledge(firm, number)
    walk_verdict.be_heard(firm, lambda party: None)
    walk_verdict.answer(officer, case)
    walk_verdict.review(officer, reviewer)
    number = walk_verdict.decide(officer, head, case)
    walk_papers.acknowledge(firm, number)
    page = visit(walk_verdict.publish(clerk, head, number))

    walk_challenge.register(officer, case)
    walk_challenge.answer(officer, reviewer, head, case)
    walk_challenge.conclude(officer, firm, case)

    walk_disclosing.withdraw_changed(clerk)
    assert page.reload().status == 410
    for of_page in problems:
        of_page[:] = [text for text in of_page if "status of 410" not in text]
