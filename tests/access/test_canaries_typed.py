"""A drafted figure and an identity number, from the form to the paper: nowhere outside the record.

Both are typed here as a person types them, in a form that comes back, in one that is taken, and in
a paper whose setting fails; then they are looked for in mails, lines of the log, messages to the
queue, jobs and reminders.
"""

import json
import logging
from io import StringIO

import pytest
from celery import current_app
from django.core import mail
from django.urls import reverse
from django.utils.timezone import localdate

from archives_enforcement.documents import kinds, rendering
from archives_enforcement.documents.models import Document
from archives_enforcement.jobs import queue
from archives_enforcement.jobs.models import Job
from archives_enforcement.logs import JsonLines
from archives_enforcement.notifications import reminding
from archives_enforcement.notifications.models import Message
from penalties.models import Assessment
from penalties.queries.earlier_fines import unanswered
from penalties.services import earlier_fines
from tests.access.visits import shot
from tests.files.test_arrival import photo
from tests.inspections.rectifying import upload
from tests.penalties.case_facts import CORRECTION, WEIGHED, make_scan

pytestmark = pytest.mark.django_db

FIGURE, REFUSED = 46_913, 7_654_321
IDENTITY = "110105194912310021"
WRITTEN = ("46913", "46,913", "肆万陆仟玖佰壹拾叁", "7654321", "7,654,321", IDENTITY)


@pytest.fixture
def log():
    """All that the site writes while a test runs, as the site writes it."""
    kept, root = StringIO(), logging.getLogger()
    handler, level = logging.StreamHandler(kept), root.level
    handler.setFormatter(JsonLines())
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield kept
    root.removeHandler(handler)
    root.setLevel(level)


@pytest.fixture
def sent_to_queue(monkeypatch, settings):
    """Every message that a worker would be sent."""
    settings.REDIS_URL, found = "redis://nobody", []
    monkeypatch.setattr(current_app, "send_task", lambda *args, **more: found.append((args, more)))
    return found


def found_in(*texts) -> set[str]:
    return {secret for text in texts for secret in WRITTEN if secret in str(text)}


def tell_apart(case) -> None:
    """What the party was fined for before was something else (行政处罚法第二十九条)."""
    for row in unanswered(case):
        earlier_fines.record(
            case, actor=case.proposed_by, on=WEIGHED, decision=row, same_act=False,
            reason="另一项违法行为",
        )  # fmt: skip


def weigh(client, case) -> None:
    """拟处罚意见 by who handles the case: refused first, then taken."""
    tell_apart(case)
    page, typed = reverse("penalties:case-fine", args=[case.pk]), {"correction": CORRECTION}
    typed |= {"on": WEIGHED.isoformat()}
    back = client.post(page, typed | {"fine": REFUSED})
    assert (back.status_code, str(REFUSED) in back.text) == (422, True)
    taken = client.post(page, typed | {"fine": FIGURE})
    assert taken.status_code == 302, taken.context["form"].errors
    assert Assessment.objects.filter(case=case, fine=FIGURE).exists()


def question(client, paper) -> None:
    """The record of a questioning says whose card was shown."""
    page = reverse("documents:document-revise", args=[paper.pk])
    form = client.get(page).context["form"]
    fields = {each.html_name: each.value() or "" for each in form}
    answer = client.post(page, fields | {"identity": IDENTITY})
    assert answer.status_code == 302, answer.context["form"].errors
    assert IDENTITY in Document.objects.get(pk=paper.pk).fields["identity"]


def test_neither_figure_nor_identity_number_leaves_the_record(
    world, settings, client, log, sent_to_queue, monkeypatch, django_capture_on_commit_callbacks
):
    settings.EMAIL_HOST = "mail.example"
    settings.MESSAGE_CHANNEL = "archives_enforcement.notifications.channels.Mail"
    case, paper = world.records["case_proposed"], world.records["paper_questioning"]
    client.force_login(case.proposed_by)
    type(case.proposed_by).objects.update(email="somebody@mail.example")

    def set_badly(*args, **kwargs):
        raise ValueError(f"cannot set {Document.objects.get(pk=paper.pk).fields} {FIGURE}")

    monkeypatch.setattr(rendering, "make_pdf", set_badly)
    with django_capture_on_commit_callbacks(execute=True):
        weigh(client, case)
        question(client, paper)
        Message.objects.update(reminded_at=None)
        waiting = set(Message.objects.filter(read_at=None).values_list("recipient", flat=True))
        reminders = [queue.enqueue(reminding.REMIND, person) for person in waiting]
        job = queue.enqueue(kinds.RENDER, paper.pk)
    for each in (*reminders, job):
        queue.run(each.pk)

    assert sent_to_queue and mail.outbox
    assert "ValueError" in Job.objects.get(pk=job.pk).reason
    lines = [json.loads(line) for line in log.getvalue().splitlines()]
    assert any(line.get("error") == "ValueError" for line in lines)
    assert any(line.get("page") == "penalties:case-fine" for line in lines)
    rows = Job.objects.values_list("kind", "object_id", "reason")
    told = Message.objects.values_list("text", "url")
    mails = [f"{one.subject} {one.body} {one.to}" for one in mail.outbox]
    assert found_in(log.getvalue(), sent_to_queue, *rows, *told, *mails) == set()


# What people say to one another in the office, and what a picture tells by itself.
INSIDE = ("内部意见甲", "核查情况乙", "保密意见丙", "拍摄地点丁")
VOICE, SETTLING, SECRECY, AREA = INSIDE


def sent(client, person, page: str, record, left_out: str, typed: dict) -> None:
    """The form comes back as a field was left out; then it is taken."""
    client.force_login(person)
    address = reverse(page, args=[record.pk])
    short = {name: value for name, value in typed.items() if name != left_out}
    assert client.post(address, short).status_code == 422
    for file in typed.values():
        if hasattr(file, "seek"):
            file.seek(0)
    answer = client.post(address, typed)
    assert answer.status_code == 302, answer.context["form"].errors


def test_what_is_said_inside_and_where_a_picture_was_taken_leave_no_trace_outside(
    world, settings, client, log, sent_to_queue, django_capture_on_commit_callbacks
):
    """An opinion in the discussion, a report on a lead, a note on secrecy, a photo with GPS."""
    settings.EMAIL_HOST = "mail.example"
    settings.MESSAGE_CHANNEL = "archives_enforcement.notifications.channels.Mail"
    type(world.users["h"]).objects.update(email="somebody@mail.example")
    heads, officer, unit = world.users["h"], world.users["o"], world.users["A"]
    day, records = {"on": localdate().isoformat()}, world.records
    line = {"name_0": "负责人甲", "post_0": "局长", "agrees_0": "yes", "opinion_0": VOICE}
    other = {"name_1": "负责人乙", "post_1": "副局长", "agrees_1": "yes", "opinion_1": "同意。"}
    minutes = {"held_on": day["on"], "expected": 2, "record": VOICE, "files": make_scan()}
    found = {"result": "unfounded", "report": SETTLING}
    checked = {"note": SECRECY, "redacted": "on"}
    reply = {"kind": "fixed", "text": "已经改好", "before": shot()}
    reply |= {"after": upload("后.jpg", photo(area=AREA))}
    talk = minutes | line | other
    with django_capture_on_commit_callbacks(execute=True):
        for person, page, record, left_out, typed in (
            (officer, "penalties:lead-settle", "lead", "result", found),
            (heads, "publicity:notice-secrecy", "notice_draft", "redacted", checked),
            (heads, "penalties:discussion-add", "case_reviewed", "expected", talk),
            (unit, "inspections:portal-finding-reply", "finding_open", "text", reply),
        ):
            sent(client, person, page, records[record], left_out, typed | day)
        Message.objects.update(reminded_at=None)
        waiting = set(Message.objects.filter(read_at=None).values_list("recipient", flat=True))
        reminders = [queue.enqueue(reminding.REMIND, person) for person in waiting]
    for each in reminders:
        queue.run(each.pk)

    assert sent_to_queue and mail.outbox and "notice-secrecy" in log.getvalue()
    told = Message.objects.values_list("text", "url")
    rows = Job.objects.values_list("kind", "object_id", "reason")
    mails = [f"{one.subject} {one.body} {one.to}" for one in mail.outbox]
    outside = [log.getvalue(), *map(str, (sent_to_queue, *rows, *told, *mails))]
    assert {words for words in INSIDE for text in outside if words in text} == set()
