"""Asking one page as one person, and saying in words what is not as the table says."""

import re
from functools import cache
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.handlers.base import BaseHandler
from django.db import connection, transaction
from django.test import RequestFactory
from django.urls import reverse

from tests.access.canaries import PUBLISHED, canaries_in, may_read, own_side
from tests.access.people import PERSONS

HIDDEN = re.compile(r"<(script|style)\b.*?</\1>|<[^>]*>", re.DOTALL)
WARNING = "本系统不得录入国家秘密"
POST_FORM = re.compile(r'<form[^>]*method="post".*?</form>', re.DOTALL)
TYPED = re.compile(r'<textarea|<input[^>]*type="(?:text|file)"')
ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d")
WRITE = re.compile(r'^(?:INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM) "(\w+)"')
FORM = "application/x-www-form-urlencoded"
UNCOUNTED = {"django_session"}  # messages after an act are kept with the session
NOTHING_DONE = {403, 404, 405}
# A paper's receiver, and nobody else, leaves one trace by reading it: when it was first opened.
# What a guest of a 互查 opens stands in the trail.
TRACE, TRAIL = {"documents_delivery"}, {"audit_auditentry", "audit_chainhead"}
NOTED_READING = {
    ("documents:document-detail", "A"): TRACE, ("documents:document-pdf", "A"): TRACE,
    ("entry:letter", "-"): TRACE, ("entry:letter-pdf", "-"): TRACE,
    ("supervision:invitation-paper", "O"): TRAIL,
}  # fmt: skip
METHODS = ("GET", "POST")
EXPECTED = {
    ("y", "GET"): {200},
    (">", "GET"): {302},
    (">", "POST"): {302},
    ("y", "POST"): {200, 302, 422},
    ("3", "GET"): {403},
    ("3", "POST"): {403},
    ("4", "GET"): {404},
    ("4", "POST"): {404},
}


def address(row, records) -> str:
    """The address a line of the table names."""
    rest, _, query = row.record.partition("?")
    record, *parts = rest.split("&")
    kwargs = {name: _key(value, records) for name, value in (part.split("=") for part in parts)}
    if record not in ("", "."):
        kwargs["pk"] = records[record].pk
    asked = dict(part.split("=") for part in query.split("&")) if query else {}
    asked = {key: _key(value, records) for key, value in asked.items()}
    return reverse(row.page, kwargs=kwargs) + (f"?{urlencode(asked)}" if asked else "")


def _key(value: str, records):
    """@record is the record's key, @record.field one of its facts, all else stands for itself."""
    if not value.startswith("@"):
        return value
    record, _, field = value[1:].partition(".")
    return getattr(records[record], field or "pk")


class Answer:
    """What came back, and which tables were written on the way."""

    def __init__(self, response, written):
        self.status = response.status_code
        self.location = response.headers.get("Location", "")
        self.canaries = canaries_in(response)
        self.iso_dates = iso_dates_in(response)
        self.unwarned = takes_words(response) and WARNING not in response.content.decode()
        self.written = written


def iso_dates_in(response) -> list[str]:
    """Dates on a page that are written as machines write them, with a few words around."""
    if not response.headers.get("Content-Type", "").startswith("text/html"):
        return []
    text = HIDDEN.sub(" ", response.content.decode())
    return [
        text[max(0, found.start() - 20) : found.end() + 20] for found in ISO_DATE.finditer(text)
    ]


def takes_words(response) -> bool:
    """Whether a page has a form into which words or files go."""
    if not response.headers.get("Content-Type", "").startswith("text/html"):
        return False
    return any(TYPED.search(form) for form in POST_FORM.findall(response.content.decode()))


@cache
def site() -> BaseHandler:
    """The site with all its middleware; an error is a 500, as in production."""
    handler = BaseHandler()
    handler.load_middleware()
    return handler


def ask(user, method: str, url: str, session: str = "") -> Answer:
    """Send the request (a POST with an empty form) and undo whatever it did.

    The user comes signed in with his permissions at hand, as after the first look at a page.
    """
    request = RequestFactory().generic(method, url, content_type=FORM)
    request.COOKIES[settings.SESSION_COOKIE_NAME] = session
    request._dont_enforce_csrf_checks = True
    request._cached_user = user or AnonymousUser()
    written = set()

    def note(execute, sql, params, many, context):
        if found := WRITE.match(sql):
            written.add(found[1])
        return execute(sql, params, many, context)

    with transaction.atomic():
        with connection.execute_wrapper(note):
            response = site().get_response(request)
        transaction.set_rollback(True)
    return Answer(response, written - UNCOUNTED)


def wrong(row, person: str, method: str, answer: Answer) -> list[str]:
    """Every way in which the answer is not what the table says; empty when all is well."""
    sign = row.sign(person)
    who = f"{person} {method} {row}"
    found = [f"{who}: {why}" for why in _status(row, sign, method, answer)]
    if written := answer.written - _may_write(row, person, method, answer):
        found.append(f"{who}: wrote {sorted(written)}")
    for side, kind in sorted(answer.canaries):
        if kind not in PUBLISHED.get(row.page, ()) and not may_read(person, side, kind):
            found.append(f"{who}: shows {side}:{kind}")
    mark = mark_of(row, person) if sign == "y" and method == "GET" else None
    if mark and mark not in answer.canaries:
        found.append(f"{who}: does not show its own {':'.join(mark)}")
    return found


def _may_write(row, person: str, method: str, answer: Answer) -> set[str]:
    if row.sign(person) == "y" and method == "POST":
        return answer.written
    return NOTED_READING.get((row.page, person), set()) if method == "GET" else set()


def _status(row, sign: str, method: str, answer: Answer):
    if sign == "L":
        if answer.status != 302 or not answer.location.startswith("/login/?next="):
            yield f"{answer.status} {answer.location} instead of the sign-in page"
    elif idle(row, method):
        if answer.status not in NOTHING_DONE:
            yield f"{answer.status} though nothing is to be done here"
    elif answer.status not in EXPECTED[sign, method]:
        yield f"{answer.status} instead of {sorted(EXPECTED[sign, method])}"


def idle(row, method: str) -> bool:
    """Whether the page does nothing with this method for anybody."""
    return (row.how, method) in {("READ", "POST"), ("POST", "GET")}


def mark_of(row, person: str) -> tuple[str, str] | None:
    """(side, kind) of the canary that the page must show to this person, or None."""
    if row.mark == "." or row.how == "POST":
        return None
    side, kind = row.mark.split(":")
    if side == "own":
        side = own_side(person)
    return (person if side == "my" else side), kind


def answer(row, world, person: str, method: str) -> Answer:
    """What that person gets; asked once, as nothing changes between two questions."""
    key = (row, person, method)
    if key not in world.answers:
        url = address(row, world.records)
        session = world.sessions.get(person, "")
        world.answers[key] = ask(world.users.get(person), method, url, session)
    return world.answers[key]


def walk(row, world, persons=tuple(PERSONS), methods=METHODS) -> list[str]:
    """Ask one line of the table as everybody, by every method."""
    return [
        why
        for person in persons
        for method in methods
        for why in wrong(row, person, method, answer(row, world, person, method))
    ]
