"""寄送链接: an invitation and a link to a new password are mailed too, where that can be done."""

import pytest
from django.urls import reverse

from archives_enforcement.accounts.models import UnitInvitation
from archives_enforcement.audit.models import AuditEntry
from tests import factories

NAMED = {"name": "王五", "post": "archivist", "phone": ""}


@pytest.fixture
def party(bureau):
    return factories.make_unit(bureau, "示例街道一").party


@pytest.fixture
def manager(party, client):
    manager = factories.make_contact("manager", party)
    client.force_login(manager)
    return manager


@pytest.fixture
def server(settings):
    settings.EMAIL_HOST = "mail.example"


def invite(client, party, email):
    return client.post(reverse("accounts:person-invite", args=[party.pk]), NAMED | {"email": email})


def test_the_link_goes_to_the_address_and_is_shown_all_the_same(
    client, party, manager, server, mailoutbox
):
    given = invite(client, party, "wang@example.com")
    [mail] = mailoutbox
    assert mail.to == ["wang@example.com"] and given.context["link"] in mail.body
    assert "示例街道一" in mail.subject and "已发到 wang@example.com" in given.text
    entry = AuditEntry.objects.get(action="mail_link")
    assert given.context["link"].rsplit("/", 2)[1] not in str(entry.details) + entry.note


def test_without_an_address_nothing_is_sent(client, party, manager, server, mailoutbox):
    assert invite(client, party, "").context["mailed"] == ""
    assert mailoutbox == [] and UnitInvitation.objects.count() == 1


def test_without_a_mail_server_the_page_says_that_nothing_was_sent(
    client, party, manager, settings, mailoutbox
):
    settings.EMAIL_HOST = ""
    assert "没有发邮件" in invite(client, party, "wang@example.com").text
    assert mailoutbox == []


def test_a_server_that_takes_nothing_leaves_the_link(client, party, manager, server, monkeypatch):
    def refuse(*args):
        raise ConnectionRefusedError

    monkeypatch.setattr("archives_enforcement.accounts.services.mailing.send_mail", refuse)
    given = invite(client, party, "wang@example.com")
    assert "邮件没有发到 wang@example.com" in given.text and given.context["link"] in given.text
    assert not AuditEntry.objects.filter(action="mail_link").exists()


def test_the_link_to_a_new_password_is_mailed_too(client, party, manager, server, mailoutbox):
    colleague = factories.make_contact("colleague", party, post="archivist")
    page = reverse("accounts:grant-restore", args=[colleague.grants.get().pk])
    given = client.post(page, {"email": "colleague@example.com"})
    [mail] = mailoutbox
    assert "新密码" in mail.body and given.context["link"] in mail.body
    assert "重设登录" in mail.subject
