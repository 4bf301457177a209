"""An unlawful attempt, and the words to write a table of them.

A row names what is wrong, the article that the refusal must cite, the state in which it is tried,
and the one fact in which it differs from a lawful act: a fact of the record (`spoil`, with `mend`
where the lawful one has to be made too), of what is typed (`wrong`, `right`), or who acts (`by`).
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, time

from django.db import models
from django.urls import reverse


def case_of(walk):
    return walk.fresh()


@dataclass(frozen=True)
class Deed:
    """One act, as its service does it and as a browser sends it to its page.

    `facts` are the lawful arguments of the service, or a function of the walk that gives them;
    what is callable among them is made anew each time. `typed` turns them into the fields of the
    form where these differ.
    """

    who: str  # attribute of the walk
    page: str | Callable  # name of the URL of the record, or a function of the walk
    service: Callable
    facts: Callable | dict = field(default_factory=dict)
    on: Callable = case_of  # the record that is acted on
    typed: Callable = lambda walk, facts: facts
    query: str = ""
    answered: int = 302  # how the page answers the lawful act
    redisplays: int = 422  # how it shows the form again; the administration says 200

    def but(self, **changes) -> "Deed":
        return replace(self, **changes)

    def given(self, walk, changes: dict) -> dict:
        """The arguments of the service, with `changes`; each of these may depend on the walk."""
        facts = self.facts(walk) if callable(self.facts) else self.facts
        changes = {name: it(walk) if callable(it) else it for name, it in changes.items()}
        made = {name: _made(value) for name, value in {**facts, **changes}.items()}
        return {"on": walk.day, **made}

    def do(self, walk, actor, changes: dict):
        return self.service(self.on(walk), actor=actor, **self.given(walk, changes))

    def send(self, client, walk, actor, changes: dict):
        """The same act as a forged request of somebody who is signed in."""
        client.force_login(actor)
        return self.post(client, walk, changes)

    def post(self, client, walk, changes: dict):
        known = isinstance(self.page, str)
        url = reverse(self.page, args=[self.on(walk).pk]) if known else self.page(walk)
        facts = self.typed(walk, self.given(walk, changes))
        return client.post(url + self.query, {**as_typed(facts), "confirmed": "on"})


def _made(value):
    if isinstance(value, list):
        return [_made(each) for each in value]
    return value() if callable(value) and not isinstance(value, type) else value


def as_typed(facts: dict) -> dict:
    """Arguments of a service as a form sends them."""
    plain = ((name, _plain(value)) for name, value in facts.items())
    return {name: value for name, value in plain if value is not None}


def _plain(value):
    if isinstance(value, list | tuple | models.QuerySet):
        return [_plain(each) for each in value]
    if isinstance(value, models.Model):
        return value.pk
    if isinstance(value, bool):
        return "on" if value else None
    if isinstance(value, date | time):
        return value.isoformat()
    return value


def nothing(walk):
    """Everything is in order."""


@dataclass(frozen=True)
class Row:
    """One unlawful attempt and its lawful twin; `says` is what the refusal must contain.

    `closed`: the page does not offer this choice at all, so a forged request meets the form and
    not the sentence of the service.
    """

    name: str
    says: str
    stage: str
    deed: Deed
    spoil: Callable = nothing
    mend: Callable = nothing
    wrong: dict = field(default_factory=dict)
    right: dict = field(default_factory=dict)
    by: str = ""
    closed: bool = False

    def __str__(self):
        return self.name
