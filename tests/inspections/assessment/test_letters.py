"""Circulars and warnings after an assessment: what they say, whom they go to, by when."""

from datetime import date

import pytest

from archives_enforcement.documents import services as documents
from archives_enforcement.workflow import Refused
from inspections.queries.assessment_work import work_for_assessment
from inspections.services import assessment as services
from tests.inspections import assessing
from tests.inspections.assessing import SUMMED, result_of


def notices(published, clerk, *results, kind="assessment_circular", requirements="请认真整改。"):
    return services.draft_notices(
        published, results, actor=clerk, on=SUMMED, kind=kind, requirements=requirements,
        risks="档案安全",
    )  # fmt: skip


def test_a_circular_says_the_score_and_its_parts(result, published, clerk):
    (paper,) = notices(published, clerk, result)
    assert (paper.kind, paper.party) == ("assessment_circular", result.unit.party)
    assert paper.title == f"{result.assessment.year}年度考核情况通报"
    assert "得分 55.00 分，等级为不合格" in paper.fields["facts"]
    assert paper.fields["facts"].endswith(
        "得分按有记录的各部分折算成百分制。"
    )  # of 10 points alone
    with pytest.raises(Refused, match="已经有一份通报"):
        notices(published, clerk, result)
    documents.void(paper, actor=clerk, on=SUMMED, note="写错")
    result.refresh_from_db()
    assert notices(published, clerk, result, kind="warning_circular")[0].kind == "warning_circular"


@pytest.mark.parametrize(
    "words, why",
    [("现予通报批评", "第九条"), ("限期缴纳罚款", "第七十四条"), ("处罚件数", "第七十四条")],
)
def test_a_circular_is_no_penalty_and_names_no_fine(result, published, clerk, words, why):
    with pytest.raises(Refused, match=why):
        notices(published, clerk, result, requirements=words)


def test_a_warning_goes_to_the_weak_alone(january, unit, clerk, head):
    assessing.evaluate(unit, clerk, "60")
    published = assessing.published(clerk, head)
    with pytest.raises(Refused, match="等级不是不合格"):
        notices(published, clerk, result_of(published, unit), kind="warning_circular")


def test_no_circular_before_the_publication(evaluated, clerk, unit):
    assessment = assessing.counted(clerk)
    with pytest.raises(Refused, match="还没有公布"):
        notices(assessment, clerk, result_of(assessment, unit))


def test_a_warning_waits_until_it_is_issued_and_is_late_in_february(
    result, published, clerk, reviewer, head
):
    """The end of January is the day for what follows from the score, too."""
    february = date(2027, 2, 1)

    def due():
        return [item.due for item in work_for_assessment(clerk, february)]

    (paper,) = notices(published, clerk, result, kind="warning_circular")
    assert due() == [date(2027, 1, 31)]
    who = {"on": SUMMED}
    documents.submit_review(paper, actor=clerk, **who)
    documents.pass_review(paper, actor=reviewer, **who)
    assert due() == [date(2027, 1, 31)]
    documents.sign(paper, actor=head, **who)
    assert due() == []


def issue(paper, clerk, reviewer, head):
    documents.submit_review(paper, actor=clerk, on=SUMMED)
    documents.pass_review(paper, actor=reviewer, on=SUMMED)
    documents.sign(paper, actor=head, on=SUMMED)


def test_a_circular_is_no_warning_and_the_warning_may_follow_it(
    result, published, clerk, reviewer, head
):
    def waiting():
        return [item.text for item in work_for_assessment(clerk, SUMMED)]

    (circular,) = notices(published, clerk, result)
    with pytest.raises(Refused, match="已经有一份通报"):
        notices(published, clerk, result, kind="warning_circular")
    issue(circular, clerk, reviewer, head)
    assert len(waiting()) == 1 and "还没有预警通报" in waiting()[0]
    (warning,) = notices(published, clerk, result, kind="warning_circular")
    issue(warning, clerk, reviewer, head)
    assert waiting() == []
    with pytest.raises(Refused, match="已经有一份通报"):
        notices(published, clerk, result)


def test_who_passes_is_not_warned(january, unit, clerk, head):
    assessing.evaluate(unit, clerk, "60")
    assessing.published(clerk, head)
    assert work_for_assessment(clerk, SUMMED) == []
