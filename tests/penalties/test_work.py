"""What the work list asks of each post at each stage."""

import pytest
from django.utils import timezone

from archives_enforcement.documents import services as documents
from penalties.queries.work import work_for_penalties
from tests.penalties.walk import make_firm

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


def test_nobody_without_a_part_is_asked(walk):
    assert buttons(walk.clerk) == []
