"""回避 (行政处罚法第四十三条、第六十四条第四项): raised, decided by the head, with its effect."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from archives_enforcement.documents import services as documents
from archives_enforcement.workflow import Refused
from penalties.models import CaseOfficer
from penalties.queries.work import work_for_penalties
from penalties.services import execution, hearing, recusals
from tests import factories
from tests.penalties.case_facts import make_scan
from tests.penalties.test_review import arrange, chair_of, hold

STAGE = "file"


def enter(walk, person=None, raised_by="party", **values):
    facts = {"raised_on": walk.day, "reason": "是当事人的近亲属", "files": [make_scan()]}
    return recusals.enter(
        walk.fresh(), actor=values.pop("actor", walk.clerk), on=walk.day,
        person=person or walk.officer, raised_by=raised_by, **{**facts, **values},
    )  # fmt: skip


def decide(walk, row, granted=True, **values):
    made = recusals.decide(
        row, actor=values.pop("actor", walk.head), on=walk.day, granted=granted,
        **{"answer": "已经核实。", **values},
    )  # fmt: skip
    walk.fresh()
    return made


@pytest.fixture
def third(walk):
    return factories.make_officer("third", walk.bureau, "backfiller")


@pytest.mark.parametrize(
    ("raised_by", "values", "why"),
    [
        ("party", {"files": []}, "申请书或者记录的扫描件"),
        ("self", {}, "由本人登记"),
        ("bureau", {"reason": " "}, "写明申请回避的理由"),
        ("nobody", {}, "由谁提出"),
        ("bureau", {"raised_on": date(2026, 1, 1)}, "不能晚于办理日期"),
        ("bureau", {"files": []}, None),
    ],
)
def test_an_application_says_who_asks_and_why(walk, raised_by, values, why):
    if why is None:
        assert enter(walk, raised_by=raised_by, **values).pk
        return
    with pytest.raises(Refused, match=why):
        enter(walk, raised_by=raised_by, **values)


def test_only_who_has_a_part_is_asked_to_stand_aside(walk, third):
    with pytest.raises(Refused, match="没有参与本案.*第四十三条"):
        enter(walk, third)
    assert enter(walk, walk.reviewer).pk
    with pytest.raises(Refused, match="已经登记"):
        enter(walk, walk.reviewer)


def test_the_investigation_goes_on_until_it_is_decided(walk):
    enter(walk)
    assert walk.evidence().pk


def test_who_stands_aside_is_replaced_and_acts_no_more(walk, third):
    row = enter(walk)
    with pytest.raises(Refused, match="不足两人.*第四十二条、第四十三条"):
        decide(walk, row)
    decide(walk, row, replacement=third)
    in_charge = walk.case.officers.in_charge().values_list("user", flat=True)
    assert set(in_charge) == {walk.second.pk, third.pk}
    with pytest.raises(Refused, match="只有本案的承办人员"):
        walk.evidence()
    with pytest.raises(Refused, match="已经决定"):
        decide(walk, row)


def test_who_stood_aside_does_not_take_the_case_over_again(walk, third):
    decide(walk, enter(walk), replacement=third)
    row = enter(walk, third)
    with pytest.raises(Refused, match="已经决定回避，不能承办.*第四十三条"):
        decide(walk, row, replacement=walk.officer)
    fourth = factories.make_officer("fourth", walk.bureau)
    assert decide(walk, row, replacement=fourth).granted


def test_a_replacement_is_licensed_and_new_to_the_case(walk, bureau):
    row = enter(walk)
    unlicensed = factories.make_user("unlicensed", "officer", bureau=bureau)
    for person, why in ((unlicensed, "没有有效的执法证件"), (walk.second, "已是承办人员")):
        with pytest.raises(Refused, match=why):
            decide(walk, row, replacement=person)


def test_where_two_are_left_nobody_has_to_replace(walk, third):
    CaseOfficer.objects.create(case=walk.case, user=third)
    assert decide(walk, enter(walk)).granted
    assert walk.case.officers.in_charge().count() == 2


def test_the_head_decides_and_not_about_himself(walk, bureau):
    row = enter(walk, walk.head)
    with pytest.raises(PermissionDenied):
        decide(walk, row, actor=walk.officer)
    with pytest.raises(Refused, match="您本人.*第四十三条第三款"):
        decide(walk, row)
    other = factories.make_user("other_head", "head", "backfiller", bureau=bureau)
    assert decide(walk, row, actor=other).granted


@pytest.mark.parametrize("staged", ["review"], indirect=True)
@pytest.mark.parametrize("granted", [True, False])
def test_no_decision_while_it_is_open_nor_by_who_stands_aside(walk, bureau, granted):
    other = factories.make_user("other_head", "head", "backfiller", bureau=bureau)
    row = enter(walk, walk.head)
    walk.refute()
    paper = documents.submit(walk.draft_decision(), actor=walk.officer, on=walk.day)
    with pytest.raises(Refused, match="还没有决定.*第四十三条"):
        documents.sign(paper, actor=walk.head, on=walk.day)
    with pytest.raises(Refused, match="还没有决定.*第四十三条"):
        execution.end_without_penalty(
            walk.fresh(), actor=other, on=walk.day, outcome="not_established", note="不成立"
        )
    decide(walk, row, granted, actor=other)
    if granted:
        with pytest.raises(Refused, match="您在本案中已经决定回避.*第四十三条"):
            documents.sign(paper, actor=walk.head, on=walk.day)
        paper = documents.sign(paper, actor=other, on=walk.day)
    else:
        paper = documents.sign(paper, actor=walk.head, on=walk.day)
    assert paper.number


@pytest.mark.parametrize("staged", ["hear"], indirect=True)
def test_a_reviewer_who_stands_aside_does_not_review(walk, bureau):
    walk.submit_review()
    row = enter(walk, walk.reviewer)
    with pytest.raises(Refused, match="还没有决定"):
        walk.give_review()
    decide(walk, row)
    with pytest.raises(Refused, match="您在本案中已经决定回避"):
        walk.give_review()
    other = factories.make_user("other_reviewer", "reviewer", "backfiller", bureau=bureau)
    assert walk.give_review(actor=other).pk


@pytest.mark.parametrize("staged", ["notify"], indirect=True)
def test_a_chair_who_stands_aside_is_replaced(walk):
    request = walk.enter("hearing")
    held = arrange(walk, request)
    with pytest.raises(Refused, match="没有待安排的听证要求"):
        arrange(walk, request, chair=chair_of(walk, "second_chair"))
    row = enter(walk, held.chair)
    day, walk.day = walk.day, held.scheduled_on
    with pytest.raises(Refused, match="不能主持听证.*第六十四条第四项"):
        hold(walk, held)
    walk.day = day
    decide(walk, row)
    request = walk.case.statements.get(pk=request.pk)
    with pytest.raises(Refused, match="第六十四条第四项"):
        arrange(walk, request, chair=held.chair)
    moved = arrange(walk, request, chair=chair_of(walk, "third_chair"))
    walk.day = moved.scheduled_on
    assert hold(walk, moved).held_on == walk.day
    assert hearing.chairs(walk.case).filter(pk=held.chair_id).count() == 0


def test_it_is_asked_for_and_decided_on_its_pages(client, walk, third):
    client.force_login(walk.clerk)
    url = reverse("penalties:recusal-add", args=[walk.case.pk])
    assert url in client.get(walk.case.get_absolute_url()).text
    assert client.post(url, {}).status_code == 422
    day = walk.day.isoformat()
    typed = {
        "person": walk.officer.pk, "raised_by": "party", "raised_on": day, "on": day,
        "reason": "是当事人的近亲属", "files": make_scan(),
    }  # fmt: skip
    assert client.post(url, typed).status_code == 302
    client.force_login(walk.head)
    url = reverse("penalties:recusal-decide", args=[walk.case.recusals.get().pk])
    assert url in client.get(walk.case.get_absolute_url()).text
    assert "是当事人的近亲属" in client.get(url).text and "陈述.png" in client.get(url).text
    asked = [item.text for item in work_for_penalties(walk.head, walk.day)]
    assert any(text.startswith(f"决定回避：{walk.officer}") for text in asked)
    typed = {"granted": "yes", "replacement": third.pk, "answer": "情况属实", "on": walk.day}
    assert client.post(url, typed).status_code == 302
    assert "决定回避" in client.get(walk.case.get_absolute_url()).text
