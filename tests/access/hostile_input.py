"""Sending to the site what no browser would, and saying where it broke.

The examples are the same in every run: what a field is tried with follows from its place.
"""

import sys
from collections import Counter
from contextlib import contextmanager
from urllib.parse import quote_plus, urlsplit

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.signals import got_request_exception
from django.db import connection, transaction
from django.test import RequestFactory
from django.urls import NoReverseMatch, reverse

from tests.access import hostile_requests, hostile_values
from tests.access.forms_shown import forms_on, picture
from tests.access.people import PERSONS
from tests.access.walking import UNCOUNTED, WRITE, _key, address, site

BOUNDARY = "frontier"
MULTIPART = f"multipart/form-data; boundary={BOUNDARY}"
LINE = 4_000  # bytes of an address: gunicorn takes no longer line
EACH = 3  # hostile values for a field
# What was typed or sent and not taken is kept for the next try: no act.
KEPT_UNSENT = {"accounts_unsent", "files_upload", "jobs_job"}
MANAGEMENT = ("-TOTAL_FORMS", "-INITIAL_FORMS", "-MIN_NUM_FORMS", "-MAX_NUM_FORMS")


class Tries:
    """How many requests were made, and all that went wrong."""

    def __init__(self, world):
        self.world, self.asked, self.faults = world, Counter(), Counter()
        self.samples, self.fields, self.unrecorded, self.recorded = {}, set(), set(), set()

    def person(self, row) -> str | None:
        return next((letter for letter in PERSONS if row.sign(letter) == "y"), None)

    def send(
        self, row, method, url, *, body=b"", kind=hostile_requests.URLENCODED, what="", **headers
    ):
        """One request, undone afterwards; its fault, if any, is noted under `what`."""
        letter, url = self.person(row), url[:LINE]
        user = self.world.users.get(letter) or AnonymousUser()
        session = self.world.sessions.get(letter, "")
        with caught() as errors:
            response, written = request(user, session, method, url, body, kind, headers)
        self.asked[what] += 1
        if response.status_code >= 500:
            self._note(row, response, errors, method, url, body)
        written -= KEPT_UNSENT
        if method == "POST" and written and response.status_code == 302:
            (self.recorded if "audit_auditentry" in written else self.unrecorded).add(row.page)
        return response

    def _note(self, row, response, errors, method, url, body):
        why = errors[-1] if errors else str(response.status_code)
        self.faults[why] += 1
        self.samples.setdefault(why, f"{row} {method} {url[:200]} {body[:300]!r}")

    def told(self) -> str:
        return "\n".join(
            f"{times} × {why}\n    {self.samples[why]}" for why, times in self.faults.most_common()
        )


@contextmanager
def caught():
    """The exceptions that became answers of the class 5xx, each with its place in our code."""
    found = []

    def note(sender, **kwargs):
        kind, error, trace = sys.exc_info()
        places, ours = [], ""
        while trace is not None:
            file, line = trace.tb_frame.f_code.co_filename, trace.tb_lineno
            places.append(f"{file.rpartition('/')[2]}:{line}")
            if "site-packages" not in file and "/lib/python" not in file:
                ours = f"{file[-60:]}:{line}"
            trace = trace.tb_next
        found.append(f"{kind.__name__}: {str(error)[:150]} ({ours}; {places[-1]})")

    got_request_exception.connect(note)
    try:
        yield found
    finally:
        got_request_exception.disconnect(note)


def request(user, session, method, url, body, kind, headers):
    """The site's answer and the tables it wrote, all undone."""
    parts = urlsplit(url)
    made = RequestFactory().generic(method, parts.path or "/", body, content_type=kind)
    made.META["QUERY_STRING"] = parts.query.encode().decode("latin-1")  # as servers hand it over
    made.META.update(headers)
    made.COOKIES[settings.SESSION_COOKIE_NAME] = session
    made._dont_enforce_csrf_checks = True
    made._cached_user = user
    written = set()

    def note(execute, sql, params, many, context):
        if found := WRITE.match(sql):
            written.add(found[1])
        return execute(sql, params, many, context)

    with transaction.atomic():
        with connection.execute_wrapper(note):
            response = site().get_response(made)
            read_out(response)
        transaction.set_rollback(True)
    return response, written - UNCOUNTED


def read_out(response) -> None:
    """What is sent piece by piece is made to the end too."""
    if getattr(response, "streaming", False):
        list(response.streaming_content)


def encoded(pairs) -> bytes:
    return "&".join(f"{quote_plus(name)}={quote_plus(value)}" for name, value in pairs).encode()


def multipart(pairs, files) -> bytes:
    """A body with files, of which some names and values may be bytes."""
    parts = []
    for name, value in pairs:
        head = f'Content-Disposition: form-data; name="{name}"'.encode()
        parts.append((head, value if isinstance(value, bytes) else value.encode()))
    for name, (title, content) in files:
        head = f'Content-Disposition: form-data; name="{name}"; filename="'.encode()
        title = title if isinstance(title, bytes) else title.encode()
        parts.append((head + title + b'"\r\nContent-Type: image/jpeg', content))
    line = f"--{BOUNDARY}".encode()
    return b"".join(
        line + b"\r\n" + head + b"\r\n\r\n" + value + b"\r\n" for head, value in parts
    ) + (line + b"--\r\n")


def values_for(field, place: int) -> list:
    """What this field is tried with: some of what is hostile to its kind, others at each place."""
    if field.name.endswith(MANAGEMENT):
        return list(hostile_values.COUNTS)
    of_kind = hostile_values.BY_KIND.get(field.kind, hostile_values.PLAIN)
    return [of_kind[(place * EACH + number) % len(of_kind)] for number in range(EACH)]


def bodies(form, place: int):
    """(what, content type, body) of every try of one form."""
    honest, files = form.honest(), [(name, picture()) for name in form.files()]

    def made(pairs):
        return (MULTIPART, multipart(pairs, files)) if files else (None, encoded(pairs))

    yield "filled", *made(honest)
    for number, field in enumerate(each for each in form.fields.values() if each.kind != "file"):
        others = [pair for pair in honest if pair[0] != field.name]
        for value in values_for(field, place + number):
            yield "field", *made([*others, (field.name, value)])
        yield "list", *made([*honest, (field.name, "1"), (field.name, "x")])
        yield "missing", *made(others)


def try_forms(tries: Tries, row, place: int) -> None:
    """Every field of every form of the page."""
    url = address(row, tries.world.records)
    page = tries.send(row, "GET", url, what="page")
    for form in forms_on(page):
        target = form.action or url
        if form.method == "get":
            _try_filter(tries, row, form, target, place)
            continue
        for name in form.fields:
            tries.fields.add((row.page, name))
        for what, kind, body in bodies(form, place):
            kind = kind or hostile_requests.URLENCODED
            tries.send(row, "POST", target, body=body, kind=kind, what=what)


def _try_filter(tries, row, form, target, place):
    for number, field in enumerate(form.fields.values()):
        tries.fields.add((row.page, field.name))
        for value in values_for(field, place + number)[:3]:
            query = encoded([(field.name, value)]).decode()
            tries.send(row, "GET", f"{urlsplit(target).path}?{query}", what="query")


def try_address(tries: Tries, row, place: int) -> None:
    """Parts of the address, the query, headers and bodies that are no forms."""
    url = address(row, tries.world.records)
    for number in range(3):
        query = hostile_requests.QUERIES[(place * 3 + number) % len(hostile_requests.QUERIES)]
        tries.send(row, "GET", f"{urlsplit(url).path}?{query}", what="query")
    headers = hostile_requests.HEADERS[place % len(hostile_requests.HEADERS)]
    tries.send(row, "GET", url, what="header", **headers)
    kind, body = hostile_requests.BODIES[place % len(hostile_requests.BODIES)]
    if row.how != "READ":
        tries.send(row, "POST", url, body=body, kind=kind, what="body")
    for other in _other_addresses(row, tries.world.records, place):
        tries.send(row, "GET", other, what="path")
        if row.how != "READ":
            tries.send(row, "POST", other, what="path")


def _other_addresses(row, records, place):
    """The address with each of its parts replaced."""
    rest = row.record.partition("?")[0]
    record, *parts = rest.split("&")
    kwargs = dict(part.split("=") for part in parts)
    kwargs = {name: str(_key(value, records)) for name, value in kwargs.items()}
    if record not in ("", "."):
        kwargs["pk"] = str(records[record].pk)
    for name, value in kwargs.items():
        wrong = hostile_requests.PATHS if value.isdecimal() else hostile_requests.SLUGS
        honest = reverse(row.page, kwargs=kwargs)
        for number in range(2):
            other = wrong[(place * 2 + number) % len(wrong)]
            yield _replaced(row, kwargs, name, other) or honest.replace(value, other)


def _replaced(row, kwargs, name, other):
    try:
        return reverse(row.page, kwargs=kwargs | {name: other})
    except NoReverseMatch:  # the address takes no such part: it is written into it
        return None
