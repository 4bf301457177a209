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

from archives_enforcement.documents import kinds, rendering
from archives_enforcement.documents.models import Document
from archives_enforcement.jobs import queue
from archives_enforcement.jobs.models import Job
from archives_enforcement.logs import JsonLines
from archives_enforcement.notifications import reminding
from archives_enforcement.notifications.models import Message
from penalties.models import Assessment
from tests.penalties.walk import CORRECTION, WEIGHED

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


def weigh(client, case) -> None:
    """拟处罚意见 by who handles the case: refused first, then taken."""
    page, typed = reverse("penalties:case-fine", args=[case.pk]), {"correction": CORRECTION}
    typed |= {"on": WEIGHED.isoformat()}
    back = client.post(page, typed | {"fine": REFUSED})
    assert (back.status_code, str(REFUSED) in back.text) == (422, True)
    answer = client.post(page, typed | {"fine": FIGURE})
    assert answer.status_code == 302, answer.context["form"].errors
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
