"""Addresses of the record's pages, and what a browser would send back from them."""

from django.urls import reverse

from inspections.queries.recording import sections


def page(name, visit, *more):
    return reverse(f"inspections:inspection-{name}", args=[visit.pk, *more])


def storage(visit):
    return next(part for part in sections(visit) if part.title == "库房、设施、设备")


def fields_of(response) -> dict:
    """What a browser would send back of a page of the record, with what it remembers."""
    sent = {}
    for card in response.context["cards"]:
        for field in (card.result, card.facts):
            sent[field.html_name] = field.value() or ""
            sent[field.html_initial_name] = field.value() or ""
        sent[card.phrase.html_name] = ""
    return sent
