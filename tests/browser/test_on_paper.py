"""A unit without a computer: what it says on paper is entered, and is its own to take away."""

import pytest

from tests.browser import (
    browser,
    founding,
    walk_assessing,
    walk_exemplary,
    walk_on_paper,
    walk_preparing,
    walk_rectifying,
    walk_talks,
)
from tests.browser.walk_preparing import OTHER_UNIT

pytestmark = pytest.mark.full
NO_RECORD = {"2-06": "库房近三个月没有温湿度记录。"}


@pytest.fixture
def site(tmp_path_factory):
    """A bureau of its own that has done nothing yet."""
    with founding.running(tmp_path_factory.mktemp("founded")) as running:
        yield running


def test_question_answer_consent_and_appeal_come_on_paper_and_leave_as_one_zip(
    people, person, problems, tmp_path
):
    clerk, head, officer, (problem,) = people.clerk, people.head, people.officer, NO_RECORD.values()
    walk_preparing.import_units(clerk, tmp_path)
    walk_talks.visit(people, OTHER_UNIT, NO_RECORD, tmp_path, ago=10)
    people.go(0)

    walk_on_paper.ask(clerk, problem, tmp_path)
    walk_exemplary.answer_question(person("assistant"))
    walk_on_paper.answer(clerk, problem, tmp_path)
    walk_rectifying.review(officer, problem, "复核通过", "复核通过并销号", "照片清楚。")
    nomination = walk_exemplary.nominate(clerk, OTHER_UNIT)
    walk_on_paper.consent(clerk, nomination, tmp_path)
    walk_exemplary.decide(head, OTHER_UNIT)

    walk_assessing.set_rule(head)
    walk_assessing.evaluate(clerk, walk_assessing.SCORE, "安全评价结果", tmp_path)
    result = walk_assessing.publish(head, walk_assessing.count(clerk))
    walk_on_paper.appeal(clerk, head, result, tmp_path)
    walk_assessing.decide(clerk, head, result, tmp_path)

    walk_preparing.open_account(person("admin"), "school", "学校经办人", OTHER_UNIT)
    held = " ".join(walk_on_paper.take_away(person("school", browser.PHONE)))
    scans = ("书面提问", "书面回复", "书面意见", "复核申请")
    assert [name for name in scans if name not in held] == []
    for of_page in problems:
        of_page[:] = [text for text in of_page if "status of 4" not in text]
