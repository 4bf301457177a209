"""What is made public of the work, from the paper to the reader and back, as its people do it."""

import pytest

from tests.browser import founding, walk_disclosing, walk_preparing, walk_year
from tests.browser.walk_preparing import OTHER_UNIT

pytestmark = pytest.mark.full
PUBLIC = "/publicity/public/results/"
CORRECTED = "发现问题1项，已书面反馈。"


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A bureau of its own that has done nothing yet."""
    with founding.running(tmp_path_factory.mktemp("founded")) as running:
        yield running


def test_the_result_of_a_check_walks_to_the_public_and_back(person, visit, problems, tmp_path):
    """D06: withheld and released, published, corrected, brought up to date, withdrawn."""
    clerk, head, officer = person("clerk"), person("head"), person("officer")
    walk_preparing.confirm_identity(head)
    walk_preparing.import_units(clerk, tmp_path)
    check = walk_year.arrange(clerk, head)
    walk_year.record(officer, check, tmp_path)
    walk_year.tell(clerk, officer, head, check)
    paper = "反馈意见书"
    walk_disclosing.withhold_and_release(clerk, head, paper)
    assert OTHER_UNIT not in visit(PUBLIC).get_by_role("main").inner_text()
    notice = walk_disclosing.publish_result(clerk, head, paper)

    page = visit(PUBLIC)
    page.get_by_role("link", name=OTHER_UNIT).click()
    words = page.get_by_role("main").inner_text()
    for wanted in (OTHER_UNIT, "发现问题1项", "正在整改1项", "示例-新区-03"):
        assert wanted in words
    assert walk_year.PROBLEM not in words

    walk_disclosing.correct_on_paper(clerk, head, notice, CORRECTED, tmp_path)
    walk_year.settle(clerk, officer, check, tmp_path)
    walk_disclosing.bring_up_to_date(clerk)
    page.reload()
    words = page.get_by_role("main").inner_text()
    for wanted in (CORRECTED, "已全部整改", "更正：检查结果"):
        assert wanted in words

    walk_disclosing.withdraw(clerk, notice)
    assert page.reload().status == 410
    words = page.get_by_role("main").inner_text()
    assert walk_disclosing.WITHDRAWN in words
    assert OTHER_UNIT not in words
    for of_page in problems:
        of_page[:] = [text for text in of_page if "status of 410" not in text]
