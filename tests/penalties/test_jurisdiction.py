"""管辖争议 (行政处罚法第二十五条第二款): first it is answered who is competent."""

import pytest

from archives_enforcement.documents import services as documents
from archives_enforcement.workflow import Refused
from penalties.services import filing
from tests.penalties.test_papers_as_acts import issue

STAGE = "propose"


def answer(walk, paper):
    documents.register_answer(
        paper, "D-P28", actor=walk.officer, on=walk.day, note="复函：由示例区管辖。"
    )


def approve(walk):
    return filing.approve(walk.fresh(), actor=walk.head, on=walk.day)


def test_a_case_is_not_filed_while_jurisdiction_is_disputed(walk):
    paper = issue(walk, "jurisdiction_letter")
    with pytest.raises(Refused, match=f"{paper.number}还没有答复.*第二十五条第二款"):
        approve(walk)
    answer(walk, paper)
    assert approve(walk).filed_on == walk.day


@pytest.mark.parametrize("staged", ["review"], indirect=True)
def test_nothing_is_decided_while_the_superior_has_not_designated(walk):
    answer(walk, issue(walk, "jurisdiction_letter"))
    request = issue(walk, "jurisdiction_request")
    paper = walk.draft_decision()
    documents.submit(paper, actor=walk.officer, on=walk.day)
    with pytest.raises(Refused, match=f"{request.number}还没有答复.*第二十五条第二款"):
        documents.sign(paper, actor=walk.head, on=walk.day)
    answer(walk, request)
    assert documents.sign(paper, actor=walk.head, on=walk.day).number
