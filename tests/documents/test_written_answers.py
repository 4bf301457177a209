"""书面答复: a letter that asks has a clock, and what its receiver writes back ends it."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.documents import services, written_answers
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from tests import factories
from tests.documents import every_kind
from tests.documents.conftest import ON
from tests.documents.delivering import deliver, scan

RECEIVED = ON + timedelta(days=7)
FACTS = {"reply_due": "收到本函之日起10个工作日内"}


@pytest.fixture
def contact(unit):
    return factories.make_contact("contact", unit.party)


@pytest.fixture
def letter(unit, officer, reviewer, head):
    paper = every_kind.draft("inquiry_letter", unit, officer, FACTS)
    return every_kind.bring_to_its_end(paper, officer, reviewer, head)


@pytest.fixture
def received(letter, clerk):
    deliver(letter, clerk, "direct", RECEIVED)
    return letter


def clock_of(letter):
    return deadlines.for_subject(letter).get(code=written_answers.CLOCK)


def test_nothing_is_answered_before_the_letter_came(letter, contact):
    with pytest.raises(Refused, match="先签收"):
        services.answer_letter(letter, actor=contact, on=timezone.localdate(), text="已经改好")


def test_the_unit_answers_on_the_page_and_the_clock_is_met(client, received, contact, officer):
    assert clock_of(received).length == 10
    words = written_answers.in_words(clock_of(received).due_on, timezone.localdate())
    assert words.startswith("逾期")
    due = cn_date(clock_of(received).due_on)
    client.force_login(officer)
    assert (
        f"还没有答复，已经逾期，请催办（期限到{due}）"
        in client.get(received.get_absolute_url()).text
    )
    client.force_login(contact)
    page = reverse("documents:document-reply", args=[received.pk])
    assert f"答复期限（{due}）已过，请尽快书面答复" in client.get(received.get_absolute_url()).text
    assert page in client.get(received.get_absolute_url()).text
    assert page in client.get(reverse("reports:portal")).text
    assert client.post(page, {"text": " "}).status_code == 422
    sent = {"text": "库房正在改造", "files": [scan("说明.pdf")]}
    assert client.post(page, sent).status_code == 302
    assert "已经提交" in client.post(page, {"text": "库房正在改造"}).text
    assert "已送达，请按文书的要求办理" in client.get(received.get_absolute_url()).text
    assert clock_of(received).met_on == timezone.localdate()
    client.force_login(officer)
    shown = client.get(received.get_absolute_url()).text
    assert "库房正在改造" in shown and "说明.pdf" in shown


def test_staff_enter_it_from_paper_with_its_scan(client, received, clerk, contact):
    on = RECEIVED + timedelta(days=3)
    said = {"on": on, "text": "见书面说明"}
    with pytest.raises(Refused, match="扫描件"):
        services.enter_letter_answer(received, actor=clerk, **said)
    with pytest.raises(PermissionDenied):
        services.enter_letter_answer(received, actor=contact, files=[scan()], **said)
    with pytest.raises(Refused, match="早于收到"):
        services.enter_letter_answer(received, actor=clerk, text="早了", on=ON, files=[scan()])
    client.force_login(clerk)
    page = reverse("documents:document-reply-enter", args=[received.pk])
    assert page in client.get(received.get_absolute_url()).text
    assert client.post(page, {**said, "files": [scan()]}).status_code == 302
    row = received.written_answers.get()
    assert (row.on_behalf, clock_of(received).met_on) == (True, on)


def test_other_letters_ask_for_no_written_answer(unit, officer, reviewer, head):
    paper = every_kind.draft("report_reminder", unit, officer)
    paper = every_kind.bring_to_its_end(paper, officer, reviewer, head)
    assert "不在这里答复" in written_answers.why_none(paper)
