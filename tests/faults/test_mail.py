"""A mail server that is slow or gone holds up nobody's work, and no link is lost."""

import socket
import threading
import time
from contextlib import suppress

import pytest
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.accounts.models import UnitInvitation
from archives_enforcement.jobs import queue
from archives_enforcement.jobs.models import Job
from archives_enforcement.notifications.services import tell
from tests import factories
from tests.faults.verdict import found

pytestmark = [pytest.mark.services, pytest.mark.full, pytest.mark.django_db]
TYPED = {"name": "某甲", "post": "archivist", "phone": "", "email": "a@example.com"}
LIMIT = 1  # second, of ten in production
PAGE = 5  # seconds for the page itself on a busy machine


@pytest.fixture(params=["silent", "hangs up", "gone"])
def mail_server(request, settings):
    """It takes connections and says nothing, ends them, or is not there at all."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_TIMEOUT = "127.0.0.1", LIMIT
    settings.EMAIL_USE_SSL = False
    settings.DEFAULT_FROM_EMAIL = "site@example.com"
    settings.MESSAGE_CHANNEL = "archives_enforcement.notifications.channels.Mail"
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        settings.EMAIL_PORT = listener.getsockname()[1]
        if request.param == "silent":
            listener.listen()
        if request.param == "hangs up":
            listener.listen()
            threading.Thread(target=hang_up, args=(listener,), daemon=True).start()
        yield request.param
        with suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)


def hang_up(listener):
    with suppress(OSError):
        while True:
            listener.accept()[0].close()


def test_an_act_that_reminds_people_does_not_wait_for_the_mail(mail_server, bureau):
    head = factories.make_user("head", "head", bureau=bureau, email="head@example.com")
    began = time.monotonic()
    tell([head], "有一件文书")
    assert time.monotonic() - began < LIMIT / 2
    job = Job.objects.get()
    Job.objects.update(due_at=timezone.now())
    queue.run(job.pk)
    job.refresh_from_db()
    assert (job.state, job.attempts) == ("waiting", 1)
    assert "NotReached" in job.reason
    assert found() == {}


def test_an_invitation_waits_no_longer_than_the_limit_and_shows_its_link(
    mail_server, client, bureau
):
    party = factories.make_unit(bureau).party
    client.force_login(factories.make_contact("manager", party))
    began = time.monotonic()
    page = client.post(reverse("accounts:person-invite", args=[party.pk]), TYPED)
    assert time.monotonic() - began < LIMIT + PAGE
    assert "邮件没有发到 a@example.com" in page.content.decode()
    assert UnitInvitation.objects.count() == 1
    assert page.context["link"] in page.content.decode()
