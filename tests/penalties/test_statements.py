"""The party is heard until the decision; a hearing is asked for in time (第六十四条)."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.files.queries import files_of
from archives_enforcement.notifications.models import Message
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from penalties.models import Case
from penalties.queries import owing
from penalties.services import statements
from tests.penalties.case_facts import make_answering_contact, make_firm, working_days_after
from tests.unlawful.papers import term_to_sue_over

STAGE = "notify"
DELIVERED = date(2024, 9, 29)


# 行政处罚法 64(一): five working days; 62: a statement counts until the decision.
@pytest.mark.parametrize(
    ("kind", "days_after", "lawful"),
    [
        ("hearing", 1, True),
        ("hearing", 5, True),
        ("hearing", 6, False),
        ("statement", 5, True),
        ("statement", 6, True),
        ("statement", 30, True),
        ("waiver", 1, True),
    ],
)
def test_what_may_be_said_until_when(walk, kind, days_after, lawful):
    day = working_days_after(DELIVERED, days_after)
    if lawful:
        assert walk.enter(kind, on=day).kind == kind
        return
    with pytest.raises(Refused, match="视为放弃听证"):
        walk.enter(kind, on=day)


@pytest.mark.parametrize(
    ("kind", "met"),
    [("statement", {"D-P06"}), ("hearing", {"D-P07"}), ("waiver", {"D-P06", "D-P07"})],
)
def test_each_meets_its_own_clock(walk, kind, met):
    walk.enter(kind)
    rows = deadlines.for_subject(walk.paper)
    assert {row.code for row in rows if row.met_on} == met


def test_entering_for_the_party_needs_its_paper(walk):
    with pytest.raises(Refused, match="扫描件"):
        statements.enter(walk.case, actor=walk.clerk, on=walk.day, kind="statement", text="意见")


def test_entering_is_marked_and_the_scan_is_shown_to_the_party(walk):
    made = walk.enter("statement")
    assert made.on_behalf is True
    assert [file.name for file in files_of(made, walk.contact)] == ["陈述.png"]


def test_nothing_is_said_before_the_notice_was_delivered(walk):
    walk.paper.deliveries.update(delivered_on=None)
    with pytest.raises(Refused, match="还没有送达"):
        walk.enter("statement")


def test_nothing_is_dated_before_the_delivery(walk):
    walk.paper.deliveries.update(delivered_on=date(2024, 10, 8))
    with pytest.raises(Refused, match="不能早于告知书的送达日期"):
        walk.enter("statement", on=date(2024, 9, 30))


def test_a_statement_must_say_something(walk):
    with pytest.raises(Refused, match="请写明陈述、申辩的内容"):
        walk.enter("statement", text=" ")


def test_a_hearing_is_asked_for_once(walk):
    walk.enter("hearing")
    with pytest.raises(Refused, match="已经办理过"):
        walk.enter("hearing")


def test_the_party_itself_answers_and_the_officers_hear_of_it(walk):
    made = statements.make(
        walk.case, actor=walk.contact, on=timezone.localdate(), kind="statement", text="意见"
    )
    assert made.on_behalf is False
    told = Message.objects.filter(recipient__in=[walk.officer, walk.second], text__contains="陈述")
    assert told.count() == 2


def test_another_firm_cannot_answer(walk, bureau):
    other = make_answering_contact("other_contact", make_firm(bureau, "另一档案服务公司"))
    with pytest.raises(Case.DoesNotExist):
        statements.make(
            walk.case, actor=other, on=timezone.localdate(), kind="statement", text="意见"
        )


def test_staff_do_not_speak_as_the_party(walk):
    with pytest.raises(PermissionDenied):
        statements.make(walk.case, actor=walk.officer, on=walk.day, kind="statement", text="意见")


@pytest.mark.parametrize("reached", ["submit_review", "give_review"])
def test_a_late_statement_takes_the_case_back_before_the_review(walk, reached):
    walk.hear()
    walk.submit_review()
    if reached == "give_review":
        walk.give_review()
    walk.enter("statement", text="补充意见")
    assert walk.case.state == "notified"


def test_giving_up_is_only_for_the_time_of_the_notice(walk):
    walk.hear()
    walk.submit_review()
    with pytest.raises(Refused, match="不用再办理放弃"):
        walk.enter("waiver")


def answer(walk, statement, **values):
    facts = {"answer": "adopted", "reexamination": "复核了证据", "reason": "属实"}
    return statements.answer(statement, actor=walk.officer, on=walk.day, **{**facts, **values})


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"reexamination": " "}, "复核了哪些"),
        ({"reason": ""}, "理由"),
        ({"answer": "ignored"}, "请选择复核结果"),
    ],
)
def test_an_answer_is_whole(walk, values, why):
    statement = walk.enter("statement")
    with pytest.raises(Refused, match=why):
        answer(walk, statement, **values)
    assert answer(walk, statement).answered_on == walk.day


@pytest.mark.parametrize("kind", ["hearing", "waiver"])
def test_only_statements_are_re_examined(walk, kind):
    with pytest.raises(Refused, match="不需要复核"):
        answer(walk, walk.enter(kind))


def test_a_statement_is_answered_once(walk):
    statement = walk.enter("statement")
    answer(walk, statement)
    with pytest.raises(Refused, match="已经复核"):
        answer(walk, statement)


def test_the_same_statement_is_taken_once_until_it_is_answered(walk):
    first = walk.enter("statement")
    with pytest.raises(Refused, match="已经提交过"):
        walk.enter("statement")
    assert walk.enter("statement", text="另一点意见。").pk
    answer(walk, first)
    assert walk.enter("statement").pk


@pytest.mark.parametrize("staged", ["serve"], indirect=True)
def test_what_is_said_to_a_demand_is_heard_answered_and_told_to_the_court(
    walk, client, time_machine
):
    """行政强制法第三十六条: on the party's own page, and then among the acts of the officer."""
    page = reverse("penalties:portal-case", args=[walk.case.pk])
    client.force_login(walk.contact)
    assert "对催告有意见的" not in client.get(page).text
    term_to_sue_over(walk)
    time_machine.move_to(f"{walk.day}T10:00:00+08:00")
    assert "对催告有意见的" in client.get(page).text
    speak = reverse("penalties:portal-statement", args=[walk.case.pk])
    assert client.post(speak, {"text": "暂时没有能力缴纳。"}).status_code == 302
    client.force_login(walk.officer)
    shown = client.get(walk.case.get_absolute_url()).text
    assert "当事人对催告书提出了陈述、申辩，请复核并答复" in shown and "复核陈述申辩" in shown
    with pytest.raises(Refused, match="不能再要求听证或者放弃.*第三十六条"):
        walk.enter("hearing")
    walk.answer(walk.case.statements.last())
    told = owing.words(walk.fresh(), "enforcement_application")["opinions"]
    assert "提出：暂时没有能力缴纳。复核结果：不予采纳" in told
