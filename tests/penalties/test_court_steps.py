"""After the application to the court, after a 复议: each term starts and ends."""

from datetime import timedelta

import pytest
from django.urls import reverse

from archives_enforcement.workdays import deadlines, limits
from archives_enforcement.workflow import Refused
from penalties.queries import papers
from penalties.services import court_steps, review_opinions
from tests import factories
from tests.penalties.test_challenges import conclude, enter
from tests.penalties.test_drafting import demand
from tests.penalties.test_papers_as_acts import issue

STAGE = "serve"


@pytest.fixture
def walk(walk):
    walk.chair = factories.make_user("chair", "hearing_chair", "backfiller", bureau=walk.bureau)
    return walk


@pytest.fixture
def asked(walk):
    """The application to the court is signed."""
    demand(walk)
    ends = limits.compute(papers.SUIT_CLOCK, papers.delivered_on(walk.paper)).due_on
    walk.day = ends + timedelta(1)
    walk.application = issue(walk, "enforcement_application")
    return walk


def step(walk, kind, day=None, **values):
    facts = {"happened_on": day or walk.day, "note": "（2025）示例行审1号"}
    return court_steps.record(
        walk.fresh(), actor=walk.officer, on=day or walk.day, kind=kind, **{**facts, **values}
    )


def clock(walk, code):
    return papers.clock_on(walk.application, code)


@pytest.mark.parametrize(("doubted", "code"), [(False, "D-R19"), (True, "D-R19-2")])
def test_the_court_has_its_terms_to_accept_and_to_rule(asked, doubted, code):
    step(asked, "submitted")
    assert clock(asked, "D-R17").due_on == limits.compute("D-R17", asked.day).due_on
    step(asked, "accepted", doubted=doubted)
    assert clock(asked, "D-R17").met_on == asked.day
    assert clock(asked, code).due_on == limits.compute(code, asked.day).due_on
    step(asked, "execute")
    assert clock(asked, code).met_on == asked.day
    with pytest.raises(Refused, match="不能登记这一项.*第五十六条"):
        step(asked, "appealed")


@pytest.mark.parametrize(
    ("before", "ruling", "code", "article"),
    [
        ((), "not_accepted", "D-R18", "第五十六条第二款"),
        (("accepted",), "not_execute", "D-R20", "第五十八条第三款"),
    ],
)
def test_a_ruling_against_it_is_brought_up_within_fifteen_days(
    asked, before, ruling, code, article
):
    for kind in ("submitted", *before, ruling):
        step(asked, kind)
    last = limits.compute(code, asked.day).due_on
    assert clock(asked, code).due_on == last
    with pytest.raises(Refused, match=f"不能再向上一级人民法院申请复议.*{article}"):
        step(asked, "appealed", last + timedelta(1))
    step(asked, "appealed", last)
    assert clock(asked, code).met_on == last


def test_its_page_offers_only_what_may_follow(asked, client):
    client.force_login(asked.officer)
    url = reverse("penalties:court-step", args=[asked.case.pk])
    assert [value for value, _ in client.get(url).context["form"].fields["kind"].choices] == [
        "submitted"
    ]
    typed = {"happened_on": asked.day, "note": "回执", "on": asked.day}
    assert client.post(url, typed | {"kind": "execute"}).status_code == 422
    assert client.post(url, typed | {"kind": "submitted"}).status_code == 302
    assert "向人民法院提交申请" in client.get(asked.case.get_absolute_url()).text


def test_nothing_is_entered_before_the_application_is_signed(walk):
    with pytest.raises(Refused, match="还没有签发.*第五十五条"):
        step(walk, "submitted")


@pytest.mark.parametrize(("kind", "code"), [("review", "D-R09"), ("simple_review", "D-R09-2")])
def test_the_review_body_has_its_time_to_decide(walk, kind, code):
    made = enter(walk, kind, accepted_on=walk.day)
    found = deadlines.for_subject(made).get(code=code)
    assert found.due_on == limits.compute(code, walk.day).due_on
    conclude(walk, made)
    found.refresh_from_db()
    assert found.met_on == walk.day


def test_no_court_accepts_a_review(walk):
    with pytest.raises(Refused, match="受理日期只在行政复议时填写.*第三十条"):
        enter(walk, "suit", accepted_on=walk.day)
    with pytest.raises(Refused, match="受理日期"):
        enter(walk, accepted_on=walk.day - timedelta(1))


def test_a_review_opinion_is_put_right_and_reported_in_sixty_days(walk, client):
    who = {"actor": walk.officer, "on": walk.day}
    with pytest.raises(Refused, match="第七十六条"):
        review_opinions.receive(walk.case, **who, received_on=walk.day, opinion="改正程序")
    made = enter(walk)
    with pytest.raises(Refused, match="没有等待报告.*第七十六条"):
        review_opinions.report(walk.case, **who, reported_on=walk.day, text="已改正")
    client.force_login(walk.officer)
    url = reverse("penalties:review-opinion", args=[walk.case.pk])
    typed = {"received_on": walk.day, "opinion": "改正送达程序", "on": walk.day}
    assert client.post(url, typed).status_code == 302
    found = deadlines.for_subject(made).get(code="D-R10")
    assert found.due_on == limits.compute("D-R10", walk.day).due_on
    assert "还没有报告纠正情况" in client.get(walk.case.get_absolute_url()).text
    url = reverse("penalties:correction-report", args=[walk.case.pk])
    typed = {"reported_on": walk.day, "text": "已重新送达", "on": walk.day}
    assert client.post(url, typed).status_code == 302
    found.refresh_from_db()
    assert found.met_on == walk.day
