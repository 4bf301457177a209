"""听证, 法制审核: nothing is reviewed before the party was heard; nobody reviews his own case."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from archives_enforcement.workdays import deadlines, limits
from archives_enforcement.workflow import Refused
from penalties.models import ReviewQualification
from penalties.services import hearing, review
from tests import factories
from tests.penalties.case_facts import ASPECTS, HELD, QUALIFICATION, qualify, working_days_after

STAGE = "notify"
DELIVERED = date(2024, 9, 29)


def say_nothing(walk):
    pass


def speak(walk):
    walk.answer(walk.enter("statement"))


def speak_unanswered(walk):
    walk.enter("statement")


def give_up(walk):
    walk.enter("waiver")


# 行政处罚法 62: terms run out, used, or expressly given up.
@pytest.mark.parametrize(
    ("said", "days_after", "why"),
    [
        (say_nothing, 5, "还没有届满"),
        (say_nothing, 6, None),
        (speak, 5, "还没有届满"),
        (speak, 6, None),
        (speak_unanswered, 6, "还没有复核和答复"),
        (give_up, 1, None),
    ],
)
def test_the_party_is_heard_before_the_review(walk, said, days_after, why):
    said(walk)
    walk.day = working_days_after(DELIVERED, days_after)
    if why is None:
        assert walk.submit_review().state == "in_review"
        return
    with pytest.raises(Refused, match=why):
        walk.submit_review()


def test_without_delivery_there_is_no_review(walk):
    walk.paper.deliveries.update(delivered_on=None)
    walk.terms_end()
    with pytest.raises(Refused, match="还没有送达"):
        walk.submit_review()


def chair_of(walk, name="chair"):
    return factories.make_user(name, "hearing_chair", "backfiller", bureau=walk.bureau)


def arrange(walk, request, **values):
    day = date(2024, 10, 22)
    facts = {"chair": values.pop("chair", None) or chair_of(walk), "scheduled_on": day}
    made = hearing.arrange(
        request, actor=walk.officer, on=walk.day, place="会议室", **{**facts, **values}
    )
    walk.announce()
    return made


# 行政处罚法 64(二): seven full working days between notice and hearing.
@pytest.mark.parametrize(("late", "lawful"), [(0, True), (1, False)])
def test_the_hearing_is_announced_seven_working_days_ahead(walk, late, lawful):
    request = walk.enter("hearing")
    day = date(2024, 10, 22)
    walk.day = limits.compute("D-P08", day).due_on + timedelta(days=late)
    if lawful:
        assert arrange(walk, request).scheduled_on == day
        return
    with pytest.raises(Refused, match="第六十四条第二项"):
        arrange(walk, request)


def test_an_officer_of_the_case_does_not_chair(walk):
    walk.second.groups.set(chair_of(walk).groups.all() | walk.second.groups.all())
    with pytest.raises(Refused, match="第六十四条第四项"):
        arrange(walk, walk.enter("hearing"), chair=walk.second)


def hold(walk, held, actor=None, **values):
    return hearing.hold(held, actor=actor or held.chair, on=walk.day, **{**HELD, **values})


def test_a_hearing_asked_for_is_held_before_the_review(walk):
    held = arrange(walk, walk.enter("hearing"))
    walk.day = date(2024, 10, 22)
    with pytest.raises(Refused, match="听证还没有举行"):
        walk.submit_review()
    hold(walk, held)
    assert walk.submit_review().state == "in_review"


# 行政处罚法 64(八), 65: the record is signed, or says that the party refused; the chair reports.
@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({}, None),
        ({"signing": ""}, "签字情况.*第六十四条第八项"),
        ({"signing": "refused"}, "拒绝签字或者盖章的情况.*第六十四条第八项"),
        ({"signing": "refused", "signing_note": "当事人认为记录不全"}, None),
        ({"report": " "}, "听证报告.*第六十五条"),
        ({"absent": True, "signing": "", "report": ""}, None),
    ],
)
def test_the_record_is_signed_and_reported(walk, said, why):
    held = arrange(walk, walk.enter("hearing"))
    walk.day = date(2024, 10, 22)
    if why:
        with pytest.raises(Refused, match=why):
            hold(walk, held, **said)
        return
    assert hold(walk, held, **said).held_on == walk.day


# 行政处罚法 58¶2
def test_a_reviewer_says_what_qualifies_him(walk):
    walk.hear()
    walk.submit_review()
    facts = {"actor": walk.reviewer, "on": walk.day, "outcome": "passed", "opinion": "同意"}
    row = walk.reviewer.review_qualifications.get()
    row.withdrawn_on = walk.day
    row.save()
    with pytest.raises(Refused, match="法律职业资格.*第五十八条第二款"):
        review.give(walk.case, **facts, **ASPECTS)
    row.withdrawn_on = None
    row.save()
    assert walk.give_review().qualification == QUALIFICATION


def test_who_has_reviewed_before_needs_no_examination(walk):
    walk.reviewer.review_qualifications.all().delete()
    qualify(walk.reviewer, kind="experienced", number="", obtained_on=date(2016, 5, 1))
    walk.hear()
    walk.submit_review()
    assert walk.give_review().qualification.startswith("2016年5月1日起从事法制审核")
    with pytest.raises(ValidationError, match="证书编号"):
        ReviewQualification(person=walk.reviewer, kind="exam", obtained_on=walk.day).clean()


def test_only_the_chair_records_the_hearing(walk):
    held = arrange(walk, walk.enter("hearing"))
    walk.day = date(2024, 10, 22)
    with pytest.raises(Refused, match="由主持人登记"):
        hold(walk, held, actor=chair_of(walk, "second_chair"))


def test_a_hearing_is_not_recorded_before_its_day(walk):
    held = arrange(walk, walk.enter("hearing"))
    walk.day = date(2024, 10, 21)
    with pytest.raises(Refused, match="没有到期"):
        hold(walk, held)


def test_the_review_has_its_own_clock(walk):
    walk.hear()
    walk.submit_review()
    assert deadlines.for_subject(walk.case).get(code="D-P09").is_open
    walk.give_review()
    assert deadlines.for_subject(walk.case).get(code="D-P09").met_on == walk.day


@pytest.mark.parametrize(("outcome", "state"), [("passed", "reviewed"), ("returned", "notified")])
def test_the_review_passes_or_returns(walk, outcome, state):
    walk.hear()
    walk.submit_review()
    walk.give_review(outcome)
    assert walk.case.state == state


def test_nobody_reviews_a_case_he_handled(walk):
    walk.hear()
    walk.submit_review()
    walk.second.groups.set(walk.reviewer.groups.all())
    with pytest.raises(Refused, match="您参与办理了本案"):
        walk.give_review(actor=walk.second)


def test_an_officer_has_no_review(walk):
    walk.hear()
    walk.submit_review()
    with pytest.raises(PermissionDenied):
        walk.give_review(actor=walk.officer)


@pytest.mark.parametrize("aspect", ASPECTS)
def test_a_review_answers_every_aspect(walk, aspect):
    walk.hear()
    walk.submit_review()
    with pytest.raises(Refused, match=review.ASPECTS[aspect]):
        review.give(
            walk.case,
            actor=walk.reviewer,
            on=walk.day,
            outcome="passed",
            opinion="同意",
            **{**ASPECTS, aspect: " "},
        )


@pytest.mark.parametrize("staged", ["hear"], indirect=True)
def test_the_page_shows_who_handles_it_and_where_the_file_is(walk, client):
    walk.submit_review()
    client.force_login(walk.reviewer)
    url = reverse("penalties:case-review", args=[walk.case.pk])
    page = client.get(url).text
    assert "执法证件编号 证-officer" in page
    for name in ("case-evidence", "case-documents"):
        assert reverse(f"penalties:{name}", args=[walk.case.pk]) in page
    assert "请填写“主体和人员资格”" in client.post(url, {}).text
