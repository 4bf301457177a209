"""Whatever a name or an address holds, a mail is one mail to one address, and a line stays one."""

import json
from email import message_from_bytes, policy

import pytest
from django.core import mail
from django.urls import reverse

from archives_enforcement.accounts.models import Party
from archives_enforcement.notifications import reminding
from archives_enforcement.notifications.channels import Addressee, Mail, NotReached
from archives_enforcement.notifications.services import tell
from tests import factories

pytestmark = pytest.mark.django_db
CANARY = "canary@evil.example"
NAMES = (
    f"示例\r\nBcc: {CANARY}",
    f"示例\nTo: {CANARY}\n\n正文",
    f"示例\x0b\x0c\x85\u2028Cc: {CANARY}",
    "示例\u202e倒过来",
    "示" * 200,
    "=?utf-8?B?QmNjOiB4?=",
    '"><script>alert(1)</script>{{ settings }}%s${7*7}',
)
ADDRESSES = (
    f"a@example.com\nBcc: {CANARY}",
    f"a@example.com, {CANARY}",
    "a",
    "\r\n",
    f"<{CANARY}>\r",
)


def sent():
    return [
        message_from_bytes(each.message().as_bytes(), policy=policy.default) for each in mail.outbox
    ]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_ends_no_header(client, bureau, settings, name):
    settings.EMAIL_HOST = "mail.example"
    party = factories.make_party(bureau)
    Party.objects.filter(pk=party.pk).update(name=name[:200])
    manager = factories.make_contact("manager", party)
    client.force_login(manager)
    page = reverse("accounts:person-invite", args=[party.pk])
    typed = {"name": name[:50], "post": "archivist", "phone": "", "email": "wang@example.com"}
    assert client.post(page, typed).status_code in (200, 422)
    if not mail.outbox:  # the person's own name was refused: the unit's is still tried
        client.post(page, typed | {"name": "某甲"})
    [message] = sent()
    assert message.get_all("to") == ["wang@example.com"]
    assert message.get_all("subject") and "\n" not in message["subject"]
    assert [message[header] for header in ("bcc", "cc")] == [None, None]
    assert mail.outbox[0].recipients() == ["wang@example.com"]
    assert len(mail.outbox[0].subject) <= 80


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_that_is_none_is_not_reached(address):
    """The queue hears of it; nobody else gets the words."""
    try:
        Mail().send(Addressee("head", "", address), "示例")
    except NotReached:
        assert mail.outbox == []
    else:
        [message] = mail.outbox
        assert CANARY not in message.message().as_string().split("\n\n")[0].replace(address, "")
        assert len(message.recipients()) == 1


def test_a_reminder_says_nothing_that_anybody_wrote(bureau, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    settings.MESSAGE_CHANNEL = "archives_enforcement.notifications.channels.FileSink"
    head = factories.make_user("head", "head", bureau=bureau, phone="1\n2", email="h@example.com")
    for name in NAMES:
        tell([head], f"{name}有一件文书")
    reminding.remind(head.pk)
    Mail().send(Addressee("head", head.phone, head.email), "示例")
    [line] = (tmp_path / "outbox.jsonl").read_text().splitlines()
    assert json.loads(line)["phone"] == "1\n2"
    assert CANARY not in line and "示例" not in line
