"""听证权利: told where the law gives it, by the sums a bureau has set for the day (第六十三条)."""

from datetime import date

import pytest
from django.urls import reverse

from archives_enforcement.accounts.models import Party
from archives_enforcement.documents import services as documents
from archives_enforcement.workflow import Refused
from penalties.models import HearingThreshold
from penalties.queries import hearings, papers
from penalties.queries.portal import cases_of
from penalties.services import review
from tests.penalties.case_facts import DELIVERED, WEIGHED, working_days_after

STAGE = "weigh"
FINE = 47_000


def set_from(walk, day, *, organisation, person=1_000, gains=10_000):
    return HearingThreshold.objects.create(
        bureau=walk.bureau, effective_from=day, person=person, organisation=organisation,
        gains=gains, source="示例规定",
    )  # fmt: skip


def due(walk, **changes):
    proposal = walk.case.assessment
    for name, value in changes.items():
        setattr(proposal, name, value)
    return hearings.due(walk.case, proposal, walk.day)


def test_without_a_figure_every_fine_and_confiscation_counts(walk):
    assert due(walk)
    assert due(walk, fine=0, gains=1)
    assert not due(walk, fine=0, gains=0)


def test_the_figure_itself_counts_for_whom_it_is_set(walk):
    set_from(walk, WEIGHED, organisation=FINE + 1)
    assert not due(walk)
    assert due(walk, gains=10_000) and not due(walk, gains=9_999)
    walk.case.party.kind = Party.Kind.PERSON
    assert due(walk, fine=1_000) and not due(walk, fine=999)
    HearingThreshold.objects.update(organisation=FINE)
    walk.case.party.kind = Party.Kind.SERVICE_ENTERPRISE
    assert due(walk)


def test_a_figure_counts_from_its_day(walk):
    set_from(walk, date(2024, 9, 28), organisation=100_000)
    assert due(walk)  # a day earlier
    set_from(walk, date(2024, 9, 1), organisation=50_000)
    assert not due(walk)


@pytest.fixture
def small(walk):
    """A proposal below the figure, told to the party; the day after the delivery."""
    set_from(walk, date(2024, 9, 1), organisation=50_000)
    return walk


def test_a_small_fine_is_told_without_a_hearing(small):
    paper = small.notify()
    text = str(paper.content["paragraphs"])
    assert paper.title == "行政处罚事先告知书"
    assert hearings.NO_RIGHT in text and hearings.RIGHT not in text
    assert papers.clock_on(paper, papers.STATEMENT_CLOCK).is_open
    assert papers.clock_on(paper, papers.HEARING_CLOCK) is None


def test_a_large_fine_is_told_with_one(walk):
    paper = walk.notify()
    assert paper.title == "行政处罚事先（听证）告知书"
    assert hearings.RIGHT in str(paper.content["paragraphs"])
    assert papers.clock_on(paper, papers.HEARING_CLOCK).is_open


def test_where_there_is_no_right_none_is_asked_for(small, client):
    small.notify()
    with pytest.raises(Refused, match="不属于应当听证的情形.*第六十三条"):
        small.enter("hearing")
    client.force_login(small.contact)
    notice = client.get(papers.issued(small.case, papers.NOTICE).get_absolute_url()).text
    assert ">提意见</a>" in notice and "要求听证</a>" not in notice
    page = client.get(reverse("penalties:portal-case", args=[small.case.pk])).text
    assert "要求听证" not in page
    assert reverse("penalties:portal-statement", args=[small.case.pk]) in page
    text = cases_of(small.contact, small.day)[0].text
    assert "您可以提意见。" in text
    assert small.enter("statement").kind == "statement"


def test_the_case_goes_on_when_the_days_for_a_statement_are_over(small):
    small.notify()
    small.day = working_days_after(DELIVERED, 5)
    with pytest.raises(Refused, match="陈述、申辩的期限还没有届满"):
        review.submit(small.case, actor=small.officer, on=small.day)
    small.day = working_days_after(DELIVERED, 6)
    small.submit_review()
    small.give_review()
    small.stage = "review"
    answer = "".join(small.decide().fields["answer"])
    assert "听证" not in answer and "没有提出陈述、申辩" in answer


def test_a_figure_that_changes_before_the_signature_is_told_anew(small):
    draft = small.draft_notice()
    HearingThreshold.objects.update(organisation=FINE)
    with pytest.raises(Refused, match="内容与案件现在的记录不一致"):
        small.sign(draft)
    HearingThreshold.objects.update(organisation=50_000)
    draft.refresh_from_db()
    assert documents.sign(draft, actor=small.head, on=small.day).number
