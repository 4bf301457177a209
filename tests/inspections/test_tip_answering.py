"""举报投诉: the time for the answer, its one extension, and matters told again in a chain."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import deadlines
from archives_enforcement.workdays import services as clocks
from archives_enforcement.workflow import Refused
from inspections.models import Lead, Tip
from inspections.queries import tips as queries
from inspections.queries.tip_work import work_for_tips
from inspections.services import tips
from reports.queries.work import work_for_deadlines

TODAY = timezone.localdate()
LONG_AGO = TODAY - timedelta(days=61)
FACTS = {"about": "unit", "concerning": "示例街道", "text": "库房漏水，部分档案受潮，没有人管。"}


@pytest.fixture
def send(bureau):
    def send(on=TODAY):
        code = tips.send(bureau, on=on, **FACTS)
        return Tip.objects.latest("pk"), code

    return send


@pytest.fixture
def accept(send, clerk, unit, officer):
    def accept(tip=None, on=TODAY):
        who = {"actor": clerk, "party": unit.party, "handler": officer}
        return tips.accept(tip or send(on)[0], on=on, text="库房漏水。", **who)

    return accept


def clock_of(tip):
    return deadlines.for_subject(tip).get(code="D-S08")


def asked_of(user, today=TODAY) -> list[str]:
    return [item.text.partition("：")[0] for item in work_for_tips(user, today)]


def test_the_answer_is_due_sixty_days_after_acceptance_and_told_with_the_code(
    send, accept, clerk, client
):
    tip, code = send()
    assert not deadlines.for_subject(tip).filter(code="D-S08").exists()
    accept(tip)
    clock = clock_of(tip)
    assert clock.due_on >= TODAY + timedelta(days=60)
    assert clock.mark == "DESIGN"
    assert f"最迟{cn_date(clock.due_on)}答复" in queries.by_code(code).words
    client.force_login(clerk)
    shown = client.get(tip.get_absolute_url()).text
    assert clock.get_absolute_url() in shown
    assert f"在{cn_date(clock.due_on)}前答复反映人" in shown
    Lead.objects.update(state="settled")
    tips.answer(tip, actor=clerk, on=TODAY, answer="已责令整改。", way="page")
    assert not clock_of(tip).is_open
    assert "最迟" not in queries.by_code(code).words


def test_it_is_extended_once_by_the_head_thirty_days_at_most(send, accept, officer, head):
    tip, code = send()
    clock = clock_of(accept(tip))
    first = clock.due_on
    said = {"actor": officer, "on": TODAY, "basis": "本机关办理制度", "reason": "情况复杂"}
    with pytest.raises(Refused, match="最多延长30日"):
        clocks.ask(clock, until=first + timedelta(days=45), **said)
    row = clocks.ask(clock, until=first + timedelta(days=10), **said)
    clocks.approve(row, actor=head, on=TODAY)
    clock = clock_of(tip)
    assert clock.due_on == first + timedelta(days=10)
    assert "办理期限已经延长" in queries.by_code(code).words
    with pytest.raises(Refused, match="只能延长一次"):
        clocks.ask(clock, until=first + timedelta(days=20), **said)


def test_it_is_on_the_desk_of_who_handles_it_before_it_is_late_and_on_the_board(
    accept, clerk, officer, second_officer, head, client
):
    tip = accept()
    near = clock_of(tip).due_on - timedelta(days=14)
    assert asked_of(officer) == asked_of(clerk) == []
    waits = ["线索没有办结，还不能答复反映人"]
    assert asked_of(officer, near) == asked_of(clerk, near) == waits
    assert asked_of(second_officer, near) == []
    late = clock_of(tip).due_on + timedelta(days=1)
    assert asked_of(officer, late) == waits
    found = [item.text for item in work_for_deadlines(head, late)]
    assert "已超过期限：举报办理答复" in found
    assert not any("举报" in item.text for item in work_for_deadlines(officer, late))
    client.force_login(head)
    board = client.get(reverse("reports:clock-board") + "?when=all&q=&whose=all").text
    assert "举报办理答复" in board
    Lead.objects.update(state="settled")
    assert (asked_of(officer, near), asked_of(clerk, near)) == ([], ["答复反映人"])


def test_what_an_inspection_found_waits_for_no_answer(clerk, accept):
    found, _ = tips.register(actor=clerk, on=TODAY, received_on=TODAY, source="inspection", **FACTS)
    assert not deadlines.for_subject(accept(found)).filter(code="D-S08").exists()


def test_whoever_handles_the_last_of_a_chain_sees_all_of_it(
    send, accept, clerk, officer, second_officer, client
):
    (first, code), (second, _), (third, _), (last, _) = (send() for _ in range(4))
    for tip, into in ((first, second), (third, second), (second, last)):
        tips.merge(tip, actor=clerk, on=TODAY, into=into)
    accept(last)
    assert set(Tip.objects.visible_to(officer)) == {first, second, third, last}
    assert set(Tip.objects.visible_to(second_officer)) == set()
    client.force_login(officer)
    shown = client.get(last.get_absolute_url()).text
    assert all(tip.get_absolute_url() in shown for tip in (first, second, third))
    first.refresh_from_db()
    assert (first.merged_into, first.main) == (second, last)
    assert "正在办理" in queries.by_code(code).words
