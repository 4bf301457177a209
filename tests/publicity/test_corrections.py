"""更正申请: who may ask, who answers, and what the public reads afterwards."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError
from django.urls import reverse

from archives_enforcement.accounts.models import User
from archives_enforcement.notifications.models import Message
from archives_enforcement.workflow import Refused
from publicity.models import CorrectionRequest, Notice
from publicity.queries.correction_work import work_for_corrections
from publicity.services import corrections
from tests import factories

WRONG, RIGHT = "丢失档案 8 件", "丢失档案 6 件"


class Corrections:
    """Brings one request forward, today."""

    def __init__(self, flow):
        self.walk, self.today = flow.walk, flow.today
        self.notice = flow.published(facts=WRONG)

    def by(self, actor):
        return {"actor": actor, "on": self.today}

    def ask(self, **values):
        return corrections.ask(
            self.notice, **self.by(self.walk.contact), request="应当是 6 件", **values
        )

    def propose(self, row, actor=None, **changes):
        return corrections.propose(
            row, **self.by(actor or self.walk.clerk), opinion="经核对卷宗", **changes
        )

    def decide(self, row, actor=None):
        return corrections.decide(row, **self.by(actor or self.walk.head))


@pytest.fixture
def way(flow):
    return Corrections(flow)


def public(client, way) -> str:
    return client.get(reverse("publicity:public-detail", args=[way.notice.pk])).text


def test_the_public_reads_the_corrected_summary_and_that_it_was_corrected(client, way):
    row = way.propose(way.ask(), facts=RIGHT)
    assert WRONG in public(client, way)
    row = way.decide(row)
    page = public(client, way)
    assert RIGHT in page
    assert WRONG not in page
    assert "更正：违法事实" in page
    assert (row.state, row.before) == ("corrected", {"facts": WRONG})
    assert "已更正" in Message.objects.filter(recipient=way.walk.contact).latest("pk").text


def test_a_request_without_ground_is_refused_with_its_reason(client, way):
    row = way.decide(way.propose(way.ask(), facts=WRONG))
    assert row.state == "refused"
    assert WRONG in public(client, way)
    assert "经核对卷宗" in Message.objects.filter(recipient=way.walk.contact).latest("pk").text


def test_a_correction_leaves_nothing_empty(way):
    row = way.ask()
    for name in ("party_name", "facts", "basis", "outcome"):
        with pytest.raises(Refused, match="不能把公开的内容删空"):
            way.propose(row, **{name: " "})
    assert way.propose(row, facts=RIGHT).proposal == {"facts": RIGHT}


def test_only_the_party_itself_asks(way):
    other = factories.make_contact("stranger", factories.make_party(way.walk.bureau, "别的单位"))
    with pytest.raises(Refused, match="不是这件公示的当事人"):
        corrections.ask(way.notice, **way.by(other), request="改")
    with pytest.raises(PermissionDenied):
        corrections.ask(way.notice, **way.by(way.walk.officer), request="改")
    assert way.ask().applicant == way.walk.firm.name


def test_another_unit_reads_why_it_cannot_ask(client, way):
    client.force_login(
        factories.make_contact("stranger", factories.make_party(way.walk.bureau, "别的单位"))
    )
    page = reverse("publicity:correction-ask", args=[way.notice.pk])
    assert "不是这件公示的当事人" in client.get(page).text
    assert client.post(page, {"request": "改"}).status_code == 422
    assert not CorrectionRequest.objects.exists()


def test_a_browsers_line_ends_change_nothing(way):
    Notice.objects.filter(pk=way.notice.pk).update(facts="甲\n乙")
    row = way.propose(way.ask(), facts="甲\r\n乙")
    assert row.proposal == {}


def test_one_request_is_answered_before_the_next(way):
    row = way.ask()
    with pytest.raises(Refused, match="正在办理"):
        way.ask()
    way.decide(way.propose(row))
    assert way.ask().state == "asked"


def test_what_is_no_longer_public_cannot_be_asked_about(way):
    Notice.objects.filter(pk=way.notice.pk).update(expires_on=way.today - timedelta(days=1))
    with pytest.raises(Notice.DoesNotExist):
        way.ask()


def test_what_has_run_out_meanwhile_is_not_corrected(way):
    row = way.propose(way.ask(), facts=RIGHT)
    Notice.objects.filter(pk=way.notice.pk).update(expires_on=way.today - timedelta(days=1))
    with pytest.raises(Refused, match="不再公开"):
        way.decide(row)


def test_who_looked_into_it_does_not_decide(way):
    factories.give(way.walk.clerk, "approve_notice")
    clerk = User.objects.get(pk=way.walk.clerk.pk)
    row = way.propose(way.ask(), facts=RIGHT)
    with pytest.raises(Refused, match="核实人不能决定"):
        way.decide(row, clerk)
    with pytest.raises(PermissionDenied):
        way.decide(row, way.walk.colleague)


def test_nothing_private_comes_in_by_a_correction(way):
    row, private = way.ask(), "法定代表人甲丢失档案"
    with pytest.raises(Refused, match="法定代表人的姓名"):
        way.propose(row, facts=private)
    row = way.propose(row, facts=RIGHT)
    type(row).objects.filter(pk=row.pk).update(proposal={"facts": private})
    with pytest.raises(Refused, match="法定代表人的姓名"):
        way.decide(row)
    back = corrections.return_request(row, **way.by(way.walk.head), note="删去姓名")
    assert way.decide(way.propose(back, facts=RIGHT)).state == "corrected"


def test_a_correction_is_of_the_day_itself(way):
    row = way.propose(way.ask(), facts=RIGHT)
    with pytest.raises(Refused, match="不能补录"):
        corrections.decide(row, actor=way.walk.head, on=way.today - timedelta(days=1))


def test_the_workbench_tells_clerk_and_head_in_turn(way):
    row, walk = way.ask(), way.walk
    assert [item.button for item in work_for_corrections(walk.clerk, way.today)] == ["去核实"]
    assert work_for_corrections(walk.head, way.today) == []
    way.propose(row)
    assert [item.button for item in work_for_corrections(walk.head, way.today)] == ["去决定"]


def test_the_party_asks_on_the_page_and_reads_the_answer_once_it_is_given(client, way):
    client.force_login(way.walk.contact)
    page = reverse("publicity:correction-ask", args=[way.notice.pk])
    assert WRONG in client.get(page).text
    answer = client.post(page, {"request": "应当是 6 件"}, follow=True)
    row = CorrectionRequest.objects.get()
    assert "局里正在核实" in answer.text
    way.propose(row, facts=RIGHT)
    own = reverse("publicity:correction-detail", args=[row.pk])
    assert "经核对卷宗" not in client.get(own).text
    way.decide(row)
    assert "经核对卷宗" in client.get(own).text


def test_the_database_knows_one_open_request(way):
    row = way.ask()
    row.pk = None
    with pytest.raises(DatabaseError):
        row.save(force_insert=True)
