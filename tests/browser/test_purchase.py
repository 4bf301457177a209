"""征购: what the bureau may not decide goes upward, and its answer stays with the case."""

import pytest

from tests.browser import (
    founding,
    walk_case,
    walk_enforcing,
    walk_file,
    walk_organ,
    walk_papers,
    walk_preparing,
    walk_purchase,
    walk_verdict,
)

pytestmark = pytest.mark.full  # a minute and a half


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A bureau of its own that has done nothing yet."""
    with founding.running(tmp_path_factory.mktemp("founded")) as running:
        yield running


def test_sold_archives_are_reported_upward_and_the_answer_is_filed(person, tmp_path):
    clerk, head, officer, reviewer = (
        person("clerk"), person("head"), person("officer"), person("reviewer"),
    )  # fmt: skip
    walk_preparing.confirm_identity(head)
    lead = walk_purchase.register(clerk, tmp_path)
    walk_purchase.determine(officer, lead)
    case = walk_purchase.propose(officer)
    walk_case.approve(head)
    walk_case.investigate(officer, case, tmp_path, walk_purchase.FACTS, elements=2)
    walk_purchase.weigh(officer)
    paper = walk_purchase.report_upward(officer, reviewer, head, case)
    walk_papers.deliver(
        clerk, walk_verdict.notify(officer, head, case, walk_purchase.SELLER), tmp_path
    )
    walk_organ.give_up(clerk, case, tmp_path)
    officer.open(case)
    walk_verdict.review(officer, reviewer, walk_purchase.SELLER)
    number = walk_verdict.decide(officer, head, case, walk_purchase.SELLER)
    walk_papers.deliver(clerk, number, tmp_path)
    walk_enforcing.pay(officer, case, walk_purchase.FINE, "示例票据3001", tmp_path)
    walk_purchase.receive_answer(officer, paper, tmp_path)
    officer.open(case)
    walk_verdict.close(officer, head, case)
    address = walk_file.compile_file(officer, case)
    assert "征购报告的答复（报请征购档案的报告）" in officer.reads()
    walk_file.archive(clerk, address)
