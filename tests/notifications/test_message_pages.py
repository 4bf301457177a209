"""消息: everyone reads his own, and only his own."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from archives_enforcement.notifications import context
from archives_enforcement.notifications.models import Message
from archives_enforcement.notifications.services import tell

LIST = reverse("notifications:message-list")
READ_ALL = reverse("notifications:message-read-all")


def open_page(message):
    return reverse("notifications:message-open", args=[message.pk])


def message_for(user, text="请复核", url=LIST):
    tell([user], text, url=url)
    return Message.objects.latest("pk")


@pytest.mark.parametrize("who", ["head", "contact", "observer", "stranger"])
def test_whoever_signs_in_has_messages(client, request, who, officer):
    person = request.getfixturevalue(who)
    mine = message_for(person)
    message_for(officer)
    client.force_login(person)
    response = client.get(LIST)
    assert (response.status_code, list(response.context["object_list"])) == (200, [mine])


def test_without_signing_in_there_is_no_list(client, db):
    assert client.get(LIST).url == f"{reverse('login')}?next={LIST}"


def test_a_unit_reads_its_messages_on_its_own_pages(client, contact, head):
    client.force_login(contact)
    assert "portal.html" in {template.name for template in client.get(LIST).templates}
    client.force_login(head)
    assert "base.html" in {template.name for template in client.get(LIST).templates}


def test_opening_a_message_marks_it_read_and_leads_on(client, officer):
    message, other = message_for(officer, url="/inspections/findings/7/"), message_for(officer)
    client.force_login(officer)
    assert client.post(open_page(message)).url == "/inspections/findings/7/"
    message.refresh_from_db()
    other.refresh_from_db()
    assert (message.read_at is None, other.read_at is None) == (False, True)


@pytest.mark.parametrize("url", ["", "https://example.org/", "//example.org/", "javascript:x"])
def test_a_message_leads_nowhere_outside(client, officer, url):
    message = message_for(officer, url=url)
    client.force_login(officer)
    assert client.post(open_page(message)).url == LIST


def test_the_message_of_somebody_else_does_not_exist(client, officer, head):
    message = message_for(head)
    client.force_login(officer)
    assert client.post(open_page(message)).status_code == 404
    message.refresh_from_db()
    assert message.read_at is None


def test_a_message_is_not_opened_by_looking_at_its_address(client, officer):
    client.force_login(officer)
    assert client.get(open_page(message_for(officer))).status_code == 405


def test_all_are_marked_read_at_once_and_those_of_others_stay(client, officer, head):
    message_for(officer)
    message_for(officer)
    message_for(head)
    client.force_login(officer)
    assert client.post(READ_ALL).url == LIST
    assert Message.objects.filter(read_at=None).get().recipient == head


def test_the_head_of_the_page_counts_the_unread(rf, officer, head):
    message_for(officer)
    message_for(head)
    request = rf.get("/")
    request.user = officer
    assert context.unread(request)["unread_count"] == 1


def test_the_list_asks_as_often_for_three_messages_as_for_one(client, officer):
    client.force_login(officer)
    message_for(officer)
    once = asked(client)
    message_for(officer)
    message_for(officer)
    assert asked(client) == once


def asked(client) -> int:
    client.get(LIST)
    with CaptureQueriesContext(connection) as queries:
        client.get(LIST)
    return len(queries)
