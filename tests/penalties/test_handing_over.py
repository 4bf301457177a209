"""移交工作: cases go to a colleague; who took part in them stays out of what others decide."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import services as documents
from archives_enforcement.workflow import Refused
from inspections.services.handing_over import hand_over
from penalties.queries.cases import officers_in_words as officers
from penalties.queries.cases import people_on
from penalties.services.hearing import chairs
from tests import factories

STAGE = "investigate"


@pytest.fixture
def taker(bureau):
    return factories.make_officer("taker", bureau, "backfiller")


def give(walk, taker, **changed):
    facts = {"actor": walk.head, "on": walk.day, "reason": "调离"}
    return hand_over(walk.officer, taker, **{**facts, **changed})


def again(person):
    """With rights read anew."""
    return type(person).objects.get(pk=person.pk)


def test_the_taker_investigates_from_now_on_and_the_giver_no_longer(walk, taker):
    assert give(walk, taker) == {"案件": 1}
    assert {row.user for row in walk.case.officers.in_charge()} == {taker, walk.second}
    entry = AuditEntry.objects.about(walk.case).get(action="hand_over")
    assert (entry.details, entry.note) == ({"from": "officer", "to": "taker"}, "调离")
    with pytest.raises(Refused, match="只有本案的承办人员"):
        walk.weigh()
    walk.stage, walk.officer = "investigate", taker
    walk.weigh()
    assert walk.fresh().state == "proposed"


def test_papers_name_those_in_charge_on_their_day(walk, taker):
    walk.day += timedelta(days=1)
    give(walk, taker)
    before = officers(walk.case, walk.day - timedelta(days=1))
    now = officers(walk.case, walk.day)
    assert ("（执法证件编号 证-officer）" in before, "taker" in before) == (True, False)
    assert ("证-officer" in now, "证-taker" in now) == (False, True)


def test_the_page_of_the_case_says_who_was_relieved(walk, taker):
    give(walk, taker)
    parts = dict(people_on(walk.fresh()))
    assert parts["officer"] == "调查，承办人员（2024年9月27日移交）"
    assert parts["taker"] == "调查，承办人员"


def test_who_was_relieved_does_not_chair(walk, taker, bureau):
    chair = factories.make_user("chair", "hearing_chair", bureau=bureau)
    walk.officer.groups.add(chair.groups.get())
    give(walk, taker)
    assert set(chairs(walk.case)) == {chair}


def test_who_was_relieved_neither_reviews_nor_decides(walk, taker):
    former = walk.officer
    former.groups.add(*walk.head.groups.all(), *walk.reviewer.groups.all())
    give(walk, taker)
    walk.officer = taker
    walk.hear()
    walk.submit_review()
    with pytest.raises(Refused, match="参与办理了本案"):
        walk.give_review(actor=again(former))
    walk.give_review()
    paper = documents.submit(walk.draft_decision(), actor=taker, on=walk.day)
    with pytest.raises(Refused, match="您是本案的承办人员"):
        documents.sign(paper, actor=again(former), on=walk.day)
    documents.sign(paper, actor=walk.head, on=walk.day)
    assert walk.fresh().state == "decided"


def test_what_the_giver_drafted_the_taker_finishes(walk, taker):
    walk.weigh()
    notice = walk.draft_notice()
    give(walk, taker)
    documents.submit(notice, actor=taker, on=walk.day)
    documents.sign(notice, actor=walk.head, on=walk.day)
    notice.refresh_from_db()
    assert notice.state == "issued"


def test_two_officers_do_not_become_one(walk, taker):
    with pytest.raises(Refused, match="不足两人"):
        give(walk, walk.second)
    give(walk, taker)


def test_the_taker_needs_a_certificate(walk, bureau, taker):
    late = factories.make_officer("late", bureau, valid_to=walk.day - timedelta(days=1))
    with pytest.raises(Refused, match="没有有效的执法证件.*第四十二条"):
        give(walk, late)
    give(walk, taker)


def test_who_reviewed_the_case_does_not_investigate_it(walk, bureau, taker):
    both = factories.make_officer("both", bureau, "reviewer", "backfiller")
    walk.reviewer = both
    walk.review()
    with pytest.raises(Refused, match="法制审核.*第五十八条"):
        give(walk, both)
    give(walk, taker)


def test_an_officer_of_the_case_does_not_change_its_officers(walk, taker):
    factories.give(walk.second, "approve_inspection", "approve_case")
    with pytest.raises(Refused, match="您是本案的承办人员"):
        give(walk, taker, actor=type(walk.second).objects.get(pk=walk.second.pk))
    give(walk, taker)


def test_whoever_may_not_file_cases_does_not_change_their_officers(walk, taker, bureau):
    planner = factories.make_user("planner", "backfiller", bureau=bureau)
    factories.give(planner, "approve_inspection")
    with pytest.raises(PermissionDenied):
        give(walk, taker, actor=planner)
    assert not walk.case.officers.filter(user=taker).exists()


def test_a_case_can_come_back(walk, taker):
    give(walk, taker)
    hand_over(taker, walk.officer, actor=walk.head, on=walk.day, reason="调回")
    assert {row.user for row in walk.case.officers.in_charge()} == {walk.officer, walk.second}


def test_a_closed_case_stays_where_it_is(walk, taker):
    walk.case.state = "closed"
    type(walk.case).objects.filter(pk=walk.case.pk).update(state="closed")
    with pytest.raises(Refused, match="没有还在办理的检查或者案件"):
        give(walk, taker)


def test_the_page_counts_cases_too(client, walk, taker):
    client.force_login(walk.head)
    url = reverse("inspections:inspection-hand-over")
    assert "officer（1）" in client.get(url).text
    sent = {"giver": walk.officer.pk, "taker": taker.pk, "reason": "调离", "on": f"{walk.day}"}
    page = client.post(url, sent, follow=True)
    assert "已移交：案件 1 件。" in page.text
