"""举报投诉 from its arrival to its answer: sorted by a person, each with its clock."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from inspections.models import Lead, Tip
from inspections.queries import tips as queries
from inspections.queries.tip_work import work_for_tips
from inspections.services import tips
from tests.inspections.tips.conftest import FACTS

S = Tip.State
TODAY = timezone.localdate()


def open_clocks(tip) -> set[str]:
    return {clock.code for clock in deadlines.for_subject(tip) if clock.is_open}


def test_it_becomes_a_lead_is_settled_and_answered_by_its_code(accept, clerk):
    tip, code = accept(name="反映人甲", contact="000")
    assert (tip.state, tip.lead.source, tip.lead.received_on) == (S.ACCEPTED, "tip", TODAY)
    assert open_clocks(tip) == {"D-S08"}
    said = {"actor": clerk, "on": TODAY, "answer": "已责令整改。", "way": "page"}
    with pytest.raises(Refused, match="线索还没有办结"):
        tips.answer(tip, **said)
    Lead.objects.filter(pk=tip.lead_id).update(state="settled")
    assert [item.button for item in work_for_tips(clerk, TODAY)] == ["去答复"]
    assert tips.answer(tip, **said).state == S.ANSWERED
    told = queries.by_code(code.lower())
    assert (told.answer, told.answered_on) == ("已责令整改。", TODAY)


def test_a_complaint_about_access_is_answered_within_its_time(send, clerk):
    tip, _ = send(about="access")
    assert open_clocks(tip) == {"D-I16", "D-I17"}
    tips.refuse(tip, actor=clerk, on=TODAY, reason="已开放", answer="已经开放。", way="page")
    assert open_clocks(tip) == set()


def test_the_same_matter_is_proposed_and_merged_by_a_person(send, clerk):
    first, _ = send(text="街道办事处库房漏水，档案受潮没有人管。")
    far, _ = send(text="库房漏水，档案受潮。", on=TODAY - timedelta(days=300))
    other, _ = send(concerning="示例公司", text="擅自销毁会计档案，没有鉴定。")
    again, code = send()
    assert [one.tip for one in queries.candidates(again, clerk)] == [first]
    with pytest.raises(Refused, match="另一件"):
        tips.merge(again, actor=clerk, on=TODAY, into=again)
    tips.merge(again, actor=clerk, on=TODAY, into=first)
    with pytest.raises(Refused, match="另一件"):
        tips.merge(first, actor=clerk, on=TODAY, into=again)
    tips.refuse(first, actor=clerk, on=TODAY, reason="查过", answer="以前已查处。", way="page")
    assert queries.by_code(code).answer == "以前已查处。"


def test_whoever_can_be_told_is_told(clerk, send):
    tip, code = tips.register(
        actor=clerk, on=TODAY, received_on=TODAY, source="transfer", body="区审计局", **FACTS
    )
    assert code == ""
    said = {"actor": clerk, "on": TODAY, "reason": "不属职权", "answer": "请另行反映。"}
    for way in ("none", "page", "pigeon"):
        with pytest.raises(Refused):
            tips.refuse(tip, way=way, **said)
    assert tips.refuse(tip, way="letter", **said).state == S.REFUSED
    nameless, _ = send()
    with pytest.raises(Refused, match="没有留下联系方式"):
        tips.refuse(nameless, way="call", **said)


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"source": "web"}, "来源"),
        ({"source": "superior", "body": " "}, "机关"),
        ({"about": "enforcement"}, "对执法的投诉"),
        ({"received_on": TODAY + timedelta(days=1)}, "收到日期"),
        ({"text": " "}, "反映的内容"),
    ],
)
def test_what_staff_register_is_whole(clerk, facts, why):
    whole = {"actor": clerk, "on": TODAY, "received_on": TODAY, "source": "call", **FACTS}
    with pytest.raises(Refused, match=why):
        tips.register(**{**whole, **facts})
    assert tips.register(**whole)[1]


def test_only_the_clerk_sorts_and_only_officers_handle(send, officer, clerk, head, unit):
    tip, _ = send()
    facts = {"on": TODAY, "party": unit.party, "text": "漏水"}
    with pytest.raises(PermissionDenied):
        tips.accept(tip, actor=head, handler=officer, **facts)
    with pytest.raises(Refused, match="承办人"):
        tips.accept(tip, actor=clerk, handler=head, **facts)


def test_a_list_asks_as_much_for_many_as_for_one(
    send, clerk, client, django_assert_max_num_queries
):
    client.force_login(clerk)
    send()
    page = reverse("inspections:tip-list")
    client.get(page)
    with django_assert_max_num_queries(100) as one:
        client.get(page)
    for _ in range(3):
        send()
    with django_assert_max_num_queries(len(one)):
        client.get(page)
