"""事先告知: signed by the head from the frozen proposal, then the party's clocks run."""

import pytest

from archives_enforcement.documents import services as documents
from archives_enforcement.notifications.models import Message
from archives_enforcement.workflow import Refused
from penalties.services import notice
from tests import factories

STAGE = "weigh"


def test_a_second_draft_is_refused(walk):
    walk.draft_notice()
    with pytest.raises(Refused, match="请在原来的文书上办理"):
        walk.draft_notice()


def test_the_notice_needs_a_telephone(walk):
    with pytest.raises(Refused, match="联系电话"):
        notice.draft(walk.case, actor=walk.officer, on=walk.day, phone=" ")


def test_signing_moves_the_case_to_notified(walk):
    walk.sign(walk.draft_notice())
    assert walk.case.state == "notified"


def test_a_paper_that_says_something_else_is_not_signed(walk):
    paper = walk.draft_notice()
    documents.revise(
        paper, actor=walk.officer, on=walk.day, fields={"proposal": ["罚款人民币一元。"]}
    )
    with pytest.raises(Refused, match="与案件现在的记录不一致"):
        walk.sign(paper)
    assert walk.fresh().state == "proposed"


def test_an_officer_of_the_case_does_not_sign_the_notice(walk, bureau):
    chief = factories.make_officer("chief", bureau, "head", "backfiller")
    walk.case.officers.filter(user=walk.second).update(user=chief)
    paper = documents.submit(walk.draft_notice(), actor=walk.officer, on=walk.day)
    with pytest.raises(Refused, match="承办人员"):
        documents.sign(paper, actor=chief, on=walk.day)


def test_delivery_tells_the_party_where_to_answer(walk):
    walk.notify()
    told = Message.objects.filter(recipient=walk.contact).values_list("url", flat=True)
    assert f"/penalties/portal/{walk.case.pk}/" in told
