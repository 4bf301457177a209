"""From a question about a problem to the case that everybody may read, and back again."""

import pytest

from tests.browser import (
    browser,
    founding,
    walk_exemplary,
    walk_preparing,
    walk_rectifying,
    walk_talks,
)
from tests.browser.walk_preparing import OTHER_UNIT

pytestmark = pytest.mark.full
NO_RECORD = {"2-06": "库房近三个月没有温湿度记录。"}
PUBLIC = "/publicity/public/"


@pytest.fixture
def site(tmp_path_factory):
    """A bureau of its own that has done nothing yet."""
    with founding.running(tmp_path_factory.mktemp("founded")) as running:
        yield running


def test_a_question_and_a_model_rectification_walk_to_the_public(
    people, person, visit, problems, tmp_path
):
    """J19, D14: asked and answered, put right, nominated, agreed to, public, taken back."""
    clerk, head, officer, (problem,) = people.clerk, people.head, people.officer, NO_RECORD.values()
    walk_preparing.import_units(clerk, tmp_path)
    walk_preparing.open_account(person("admin"), "school", "学校经办人", OTHER_UNIT)
    walk_talks.visit(people, OTHER_UNIT, NO_RECORD, tmp_path, ago=10)
    people.go(0)

    unit = person("school", browser.PHONE)
    walk_exemplary.ask(unit, problem)
    walk_exemplary.answer_question(person("assistant"))
    walk_exemplary.read_answer(unit, problem)
    walk_exemplary.show_pair(unit, tmp_path)
    walk_rectifying.review(officer, problem, "复核通过", "复核通过并销号", "照片清楚。")

    nomination = walk_exemplary.nominate(clerk, OTHER_UNIT)
    consented = walk_exemplary.consent(unit)
    walk_exemplary.decide(head, OTHER_UNIT)
    words = walk_exemplary.issue(officer, head, nomination, OTHER_UNIT)
    assert (problem.rstrip("。") in words, walk_exemplary.DONE in words) == (True, True)
    walk_exemplary.publish(clerk, head)
    page = visit(PUBLIC)
    walk_exemplary.read_in_public(page, OTHER_UNIT, problem)

    walk_exemplary.take_back(unit, consented)
    page.reload()
    assert OTHER_UNIT not in page.get_by_role("main").inner_text()
    for of_page in problems:
        of_page[:] = [text for text in of_page if "status of 4" not in text]
