"""A form as somebody has it open before him, to be filled in and sent, also more than once."""

from django.test import Client

from tests.access.forms_shown import forms_on


def browser_of(user) -> Client:
    client = Client(headers={"accept": "text/html,*/*;q=0.8"})
    client.force_login(user)
    return client


def opened(client: Client, address: str) -> dict[str, list[str]]:
    """What the form of the page begins with, its hidden fields among it."""
    return sent_from(client.get(address))


def sent_from(page) -> dict[str, list[str]]:
    """What somebody sends who touches nothing."""
    posted = [form for form in forms_on(page) if form.method == "post"]
    form = next(form for form in posted if len(form.fields) > 1)  # not the one that signs out
    return {
        name: each.chosen
        for name, each in form.fields.items()
        if each.chosen and each.kind != "file"
    }
