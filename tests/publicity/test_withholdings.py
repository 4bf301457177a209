"""不予公开: only on a ground that the law knows, and only by decision."""

import pytest
from django.urls import reverse

from archives_enforcement.accounts.models import Party
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from publicity import withholding_guards
from publicity.models import Withholding
from publicity.queries.notices import clock_of_paper, decisions_to_publish
from publicity.services import withholdings
from reports.queries.work import SOURCES
from tests import factories


@pytest.fixture
def propose(walk, flow):
    def propose(**values):
        facts = {"ground": "state_secret", "reasons": "定密机关认定。", "redaction": "全文涉密。"}
        return withholdings.propose(
            walk.paper, actor=walk.clerk, on=flow.today, **{**facts, **values}
        )

    return propose


def test_a_decision_of_the_head_answers_the_clock_and_is_reported(propose, walk, flow):
    row = propose()
    assert clock_of_paper(walk.paper).is_open
    assert not decisions_to_publish(walk.clerk).exists()
    withholdings.decide(row, actor=walk.head, on=flow.today, note="同意。")
    clock = clock_of_paper(walk.paper)
    assert (clock.met_on, clock.met_note) == (flow.today, "决定不予公开（国家秘密）")
    filing = deadlines.for_subject(row).get()
    assert (filing.code, filing.is_open) == ("D-G04", True)
    withholdings.file(row, actor=walk.clerk, on=flow.today, filed_with="示例区司法局")
    filing.refresh_from_db()
    assert not filing.is_open


def test_what_the_law_does_not_know_is_no_ground(propose, walk):
    with pytest.raises(Refused, match="影响声誉、当事人要求"):
        propose(ground="reputation")
    with pytest.raises(Refused, match="不是自然人"):
        propose(ground="privacy")
    person = factories.make_party(walk.bureau, "甲乙丙", Party.Kind.PERSON)
    assert withholding_guards.ground_lawful("privacy", person) is None
    with pytest.raises(Refused, match="能够隐去的应当公开"):
        propose(redaction=" ")


def test_a_slight_penalty_need_not_be_published_and_nothing_is_reported(propose, walk, flow):
    """行政处罚法第四十八条第一款: only what has 一定社会影响 must be public."""
    said = {"ground": "slight", "reasons": "警告，没有一定社会影响。", "redaction": ""}
    with pytest.raises(Refused, match="一般、严重的请照常公示"):
        propose(**said, credit_class="general")
    with pytest.raises(Refused, match="一般、严重的请照常公示"):
        propose(**said)
    letter = type(walk.paper)(kind="correction_order")
    assert "只有行政处罚决定" in withholding_guards.slight_enough("slight", letter, "minor")
    row = propose(**said, credit_class="minor")
    assert clock_of_paper(walk.paper).is_open
    row = withholdings.decide(row, actor=walk.head, on=flow.today, note="同意。")
    assert clock_of_paper(walk.paper).met_note == "决定不予公开（处罚轻微，没有一定社会影响）"
    assert row.basis.endswith("第四十八条第一款") and not deadlines.for_subject(row).exists()
    with pytest.raises(Refused):
        withholdings.file(row, actor=walk.clerk, on=flow.today, filed_with="示例区司法局")
    waiting = [item.url for source in SOURCES for item in source(walk.clerk, flow.today)]
    assert row.get_absolute_url() not in waiting
    withholdings.lift(row, actor=walk.head, on=flow.today, note="引起关注。")
    assert list(decisions_to_publish(walk.clerk)) == [walk.paper]


def test_who_proposes_it_does_not_decide_it(propose, walk, flow):
    row = propose()
    factories.give(walk.clerk, "approve_notice")
    clerk = type(walk.clerk).objects.get(pk=walk.clerk.pk)
    with pytest.raises(Refused, match="提出人不能决定"):
        withholdings.decide(row, actor=clerk, on=flow.today, note="同意。")


def test_refused_or_lifted_it_is_published_as_any_other(propose, walk, flow):
    withholdings.refuse(propose(), actor=walk.head, on=flow.today, note="可以隐去。")
    assert list(decisions_to_publish(walk.clerk)) == [walk.paper]
    row = withholdings.decide(propose(), actor=walk.head, on=flow.today, note="同意。")
    with pytest.raises(Refused, match="已有公示|不予公开"):
        propose()
    withholdings.lift(row, actor=walk.head, on=flow.today, note="已解密。")
    assert flow.create().number == walk.paper.number


def test_the_pages_lead_from_the_waiting_paper_to_the_decision(walk, flow, client):
    client.force_login(walk.clerk)
    url = reverse("publicity:withholding-create", args=[walk.paper.pk])
    form = client.get(reverse("publicity:notice-create", args=[walk.paper.pk]))
    assert url in form.text
    data = {
        "ground": "safety", "reasons": "影响安全。", "redaction": "不能区分。",
        "on": flow.today.isoformat(),
    }  # fmt: skip
    slight = data | {"ground": "slight", "redaction": ""}
    back = client.post(url, slight)
    assert back.status_code == 422 and "请填写“信用信息分类”" in back.text
    assert client.post(url, data | {"redaction": ""}).status_code == 422
    assert "一般、严重的请照常公示" in client.post(url, slight | {"credit_class": "general"}).text
    assert client.post(url, data).status_code == 302
    row = Withholding.objects.get()
    work = [item.url for source in SOURCES for item in source(walk.head, flow.today)]
    assert row.get_absolute_url() in work
    client.force_login(walk.head)
    assert "决定不予公开" in client.get(row.get_absolute_url()).text
    assert "第十四条" in client.get(reverse("publicity:notice-list")).text
