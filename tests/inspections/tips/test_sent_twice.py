"""A tip sent twice is one tip; the code is handed over with the first answer alone."""

from django.test import Client
from django.urls import reverse

from archives_enforcement.accounts import sent_forms
from inspections.models import Tip
from tests.inspections.tips.conftest import FACTS
from tests.typing_in import opened


def test_the_second_send_is_told_and_gets_nobody_s_code(bureau):
    client, page = Client(headers={"accept": "text/html"}), reverse("tips:send")
    form = opened(client, page) | {"bureau": bureau.pk, **FACTS}
    first = client.post(page, form)
    assert client.get(first.url).context["code"]
    again = client.post(page, form)
    assert (again.status_code, Tip.objects.count()) == (422, 1)
    assert sent_forms.ALREADY in again.text
