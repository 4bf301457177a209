"""撤回听证要求: the hearing falls and the case goes on as if nobody had asked for it."""

from datetime import date

import pytest
from django.urls import reverse

from archives_enforcement.notifications.models import Message
from archives_enforcement.workflow import Refused
from penalties.models import Hearing
from penalties.queries import papers
from penalties.queries.dossier import dossiers
from penalties.queries.evaluation import evaluated
from penalties.queries.portal import cases_of
from penalties.queries.progress import next_step
from penalties.queries.work import work_for_penalties
from penalties.services import hearing, statements
from tests import factories
from tests.penalties.case_facts import HELD, make_scan

STAGE = "notify"
HELD_ON = date(2024, 10, 22)


@pytest.fixture
def arranged(walk):
    """A hearing of which the party holds the notice."""
    walk.chair = factories.make_user("chair", "hearing_chair", "backfiller", bureau=walk.bureau)
    request = walk.enter("hearing")
    made = hearing.arrange(
        request, actor=walk.officer, on=walk.day, chair=walk.chair, scheduled_on=HELD_ON,
        place="会议室",
    )  # fmt: skip
    walk.announce()
    walk.fresh()
    return made


def take_back(walk, text=""):
    return walk.enter("withdrawal", text)


def hearings_of(user):
    return [row.text for row in work_for_penalties(user, HELD_ON) if "主持听证" in row.text]


def test_the_hearing_falls_and_the_case_goes_to_the_review(walk, arranged):
    assert hearings_of(walk.chair)
    walk.terms_end()
    with pytest.raises(Refused, match="听证还没有举行.*撤回.*第六十四条"):
        walk.submit_review()
    take_back(walk)
    assert not hearings_of(walk.chair)
    told = Message.objects.filter(text__contains="不再举行").values_list("recipient", flat=True)
    assert set(told) == {walk.chair.pk, walk.contact.pk}
    walk.fresh()
    assert "请送法制审核" in next_step(dossiers([walk.case])[0])
    walk.submit_review()
    walk.give_review()
    walk.stage = "review"
    answer = "".join(walk.decide().fields["answer"])
    assert "当事人要求听证，2024年10月12日撤回。" in answer and "没有要求听证" not in answer
    [(_, score)] = evaluated([walk.fresh()], walk.day)
    assert not any("听证" in gap.rule.text for gap in score.vetoes)


def test_within_the_five_days_it_is_waited_for_and_may_be_asked_for_again(walk, arranged):
    take_back(walk)
    clock = papers.clock_on(walk.paper, papers.HEARING_CLOCK)
    assert clock.is_open
    assert "也可以要求听证" in cases_of(walk.contact, walk.day)[0].text
    walk.answer(walk.enter("statement"))
    with pytest.raises(Refused, match="听证的期限还没有届满"):
        walk.submit_review()
    second = walk.enter("hearing", "又有新的证据。")
    assert not papers.clock_on(walk.paper, papers.HEARING_CLOCK).is_open
    again = hearing.arrange(
        second, actor=walk.officer, on=walk.day, chair=walk.chair,
        scheduled_on=date(2024, 10, 23), place="会议室",
    )  # fmt: skip
    assert Hearing.objects.count() == 2 and again.request == second


def test_a_hearing_that_fell_is_not_held_nor_announced(walk, arranged):
    take_back(walk)
    walk.day = HELD_ON
    with pytest.raises(Refused, match="已经撤回听证要求.*第六十三条"):
        hearing.hold(arranged, actor=walk.chair, on=walk.day, **HELD)
    with pytest.raises(Refused, match="没有待安排的听证要求.*第六十四条"):
        hearing.arrange(
            arranged.request, actor=walk.officer, on=walk.day, chair=walk.chair,
            scheduled_on=date(2024, 11, 12), place="会议室",
        )  # fmt: skip


def test_nothing_is_taken_back_that_was_not_asked_for_or_was_held(walk):
    with pytest.raises(Refused, match="没有可以撤回的听证要求.*第六十四条"):
        take_back(walk)
    walk.enter("hearing")
    assert take_back(walk).kind == "withdrawal"
    with pytest.raises(Refused, match="没有可以撤回的听证要求.*第六十四条"):
        take_back(walk, text="再撤回一次。")


def test_a_hearing_that_was_held_is_not_taken_back(walk, arranged):
    walk.day = HELD_ON
    hearing.hold(arranged, actor=walk.chair, on=walk.day, **HELD)
    with pytest.raises(Refused, match="听证已经举行.*第六十四条"):
        take_back(walk)


def test_on_the_pages_of_staff_and_of_the_party(client, walk, arranged):
    page, portal = (
        walk.case.get_absolute_url(),
        reverse("penalties:portal-case", args=[walk.case.pk]),
    )
    staff = reverse("penalties:hearing-take-back", args=[walk.case.pk])
    own = reverse("penalties:portal-take-back", args=[walk.case.pk])
    client.force_login(walk.clerk)
    assert staff in client.get(page).text
    assert client.post(staff, {"text": "电话里说不要听证。"}).status_code == 422  # no record
    assert walk.case.hearings.get().request.taken_back is None
    client.force_login(walk.contact)
    assert own in client.get(portal).text
    assert client.post(own, {}).status_code == 422  # not confirmed
    client.post(own, {"confirmed": "on"})
    shown = client.get(portal).text
    assert "已撤回" in shown and own not in shown
    assert reverse("penalties:portal-hearing", args=[walk.case.pk]) not in shown  # long ago
    client.force_login(walk.clerk)
    assert staff not in client.get(page).text


def test_staff_enter_it_with_its_record(walk, arranged):
    made = statements.enter(
        walk.case, actor=walk.clerk, on=walk.day, kind="withdrawal", files=[make_scan()]
    )
    arranged.request.refresh_from_db()
    assert made.on_behalf and arranged.request.taken_back == made
