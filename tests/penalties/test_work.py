"""What the work list asks of each post at each stage."""

import copy

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from archives_enforcement.accounts.models import User
from archives_enforcement.documents import services as documents
from penalties.queries.work import work_for_penalties
from penalties.services import filing
from tests.penalties.case_facts import FILED, make_firm

STAGE = "hear"


def buttons(user):
    return [row.button for row in work_for_penalties(user, timezone.localdate())]


def test_open_leads_and_proposals_wait_for_officer_and_head(walk, bureau):
    walk.firm = make_firm(bureau, "示例档案服务公司二")
    lead = walk.lead()
    assert [row.text for row in work_for_penalties(walk.second, timezone.localdate())][-1] == (
        "核查线索：示例档案服务公司二 投诉举报线索"
    )
    walk.propose(lead)
    assert buttons(walk.head) == ["去审批"]


def test_a_review_waits_for_the_reviewer_alone(walk):
    assert buttons(walk.reviewer) == []
    walk.submit_review()
    assert buttons(walk.reviewer) == ["去审核"]
    assert buttons(walk.officer) == []


def test_a_reviewer_is_not_asked_about_a_case_he_handles(walk):
    walk.submit_review()
    walk.second.groups.add(*walk.reviewer.groups.all())
    assert buttons(walk.second) == []


def test_a_paper_to_sign_waits_for_the_head(walk):
    walk.submit_review()
    walk.give_review()
    paper = walk.draft_decision()
    assert buttons(walk.head) == []
    documents.submit(paper, actor=walk.officer, on=walk.day)
    (item,) = work_for_penalties(walk.head, timezone.localdate())
    assert (item.button, item.text.split("：")[0]) == ("去签发", "签发行政处罚决定书")


@pytest.mark.parametrize("person", ["officer", "second"])
def test_both_officers_are_asked_for_the_next_step(walk, person):
    (item,) = work_for_penalties(getattr(walk, person), timezone.localdate())
    assert "送法制审核" in item.text


def another_case(walk, name):
    """A second case of the same officers, filed, and one more open lead."""
    other = copy.copy(walk)
    other.firm, other.case, other.stage = make_firm(walk.bureau, name), None, None
    filing.approve(other.propose(other.lead()), actor=walk.head, on=FILED)
    other.firm = make_firm(walk.bureau, f"{name}另一家")
    other.lead()


@pytest.mark.parametrize("stage", [None, "decide"])
def test_three_cases_and_leads_cost_the_queries_of_one(walk, stage):
    if stage:
        getattr(walk, stage)()
    another_case(walk, "示例档案服务公司二")

    def asked():
        officer = User.objects.get(pk=walk.officer.pk)
        with CaptureQueriesContext(connection) as seen:
            found = work_for_penalties(officer, timezone.localdate())
        return len(found), len(seen)

    rows, queries = asked()
    for number in "三四":
        another_case(walk, f"示例档案服务公司{number}")
    assert asked() == (rows + 4, queries)


def test_nobody_without_a_part_is_asked(walk):
    assert buttons(walk.clerk) == []
