"""系统外提醒: one line that says nothing, through the adapter of the site, or none at all."""

import json
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from archives_enforcement.jobs import queue
from archives_enforcement.jobs.models import Job
from archives_enforcement.notifications.channels import WORDS, Addressee, Mail, NotReached
from archives_enforcement.notifications.models import Message
from archives_enforcement.notifications.reminding import GATHER, remind
from archives_enforcement.notifications.services import mark_read, tell

SINK = "archives_enforcement.notifications.channels.FileSink"


class Broken:
    def send(self, to, words):
        raise NotReached("短信平台没有应答")


@pytest.fixture
def outbox(settings, tmp_path):
    settings.MESSAGE_CHANNEL, settings.DATA_DIR = SINK, tmp_path
    path = tmp_path / "outbox.jsonl"

    def read():
        return [json.loads(line) for line in path.read_text().splitlines()] if path.exists() else []

    return read


def run_later():
    Job.objects.update(due_at=timezone.now() - timedelta(seconds=1))
    queue.run_due()


def test_nobody_is_reminded_outside_without_a_channel(head, settings):
    assert settings.MESSAGE_CHANNEL == ""
    tell([head], "请签发给示例街道的处罚决定书")
    assert not Job.objects.exists()


def test_several_messages_make_one_reminder_that_says_nothing_of_them(head, outbox):
    tell([head], "请签发给示例街道的处罚决定书")
    tell([head], "张某的举报")
    job = Job.objects.get()
    assert timezone.now() < job.due_at <= timezone.now() + GATHER
    run_later()
    (line,) = outbox()
    assert (line["account"], line["words"]) == (head.username, WORDS)
    assert not any(
        word in json.dumps(line, ensure_ascii=False) for word in ("处罚", "张某", "街道")
    )
    remind(head.pk)
    assert len(outbox()) == 1


def test_what_has_been_read_meanwhile_needs_no_reminder(head, outbox):
    tell([head], "请签发")
    mark_read(Message.objects.all())
    run_later()
    assert outbox() == []


def test_a_channel_that_does_not_answer_is_tried_again_and_says_so(head, settings, outbox):
    settings.MESSAGE_CHANNEL = f"{__name__}.Broken"
    tell([head], "请签发")
    run_later()
    job = Job.objects.get()
    assert (job.state, "NotReached" in job.reason) == (Job.State.WAITING, True)
    settings.MESSAGE_CHANNEL = SINK
    run_later()
    assert len(outbox()) == 1


def test_mail_goes_to_whoever_has_an_address():
    Mail().send(Addressee("one", "", ""), WORDS)
    Mail().send(Addressee("two", "", "two@example.com"), WORDS)
    assert [(each.to, each.body) for each in mail.outbox] == [(["two@example.com"], WORDS)]
