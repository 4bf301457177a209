"""Every form of the table sent twice at the same moment, every record changed by two people.

A program of its own (`send_all`) on a PostgreSQL database with the world of the table, so that
both sends have a connection. What pairs did is undone for a form that cannot be filled in after it.
"""

import json
import logging
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Barrier
from urllib.parse import urlsplit

import psycopg2
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test import RequestFactory

from archives_enforcement.accounts.models import User
from tests.access import world as built
from tests.access.forms_shown import forms_on, picture
from tests.access.hostile_input import KEPT_UNSENT, MULTIPART, encoded, multipart
from tests.access.hostile_requests import URLENCODED
from tests.access.people import PERSONS
from tests.access.policy import TABLE
from tests.access.walking import UNCOUNTED, WRITE, address, site

FIRST, SECOND = "{}甲", "{}乙"
OTHERS = {"number": ("2", "3"), "date": ("2026-11-25", "2026-11-26"), "time": ("10:00", "11:00")}
NO_RECORD = UNCOUNTED | KEPT_UNSENT | {"accounts_sentform", "axes_accessattempt"}
FIELDS_TRIED = 3


class Pairs:
    """What two sends at once did, form by form."""

    def __init__(self, world, restore):
        self.world, self.made_anew, self.is_new = world, restore, True
        self.counts, self.faults = Counter(), []
        self.people = ThreadPoolExecutor(2)

    def send_both(self, letter, url, bodies):
        """Statuses of both, and how many of them did something."""
        barrier = Barrier(2)

        def send(body):
            barrier.wait()
            return self.ask(letter, "POST", url, body)

        answers = list(self.people.map(send, bodies))
        statuses = [answer.status_code for answer, _ in answers]
        return statuses, sum(is_done(answer, written) for answer, written in answers)

    def ask(self, letter, method, url, body=(URLENCODED, b"")):
        """One request on a connection of its own thread; the answer and the tables written."""
        user = self.world.users.get(letter)
        user = User.objects.get(pk=user.pk) if user else AnonymousUser()
        parts, (kind, content) = urlsplit(url), body
        made = RequestFactory().generic(method, parts.path or "/", content, content_type=kind)
        made.META["QUERY_STRING"] = parts.query
        made.META["HTTP_ACCEPT"], made.META["HTTP_HOST"] = "text/html", "localhost"
        made.COOKIES[settings.SESSION_COOKIE_NAME] = self.world.sessions.get(letter, "")
        made._dont_enforce_csrf_checks = True
        made._cached_user = user
        written = set()

        def note(execute, sql, params, many, context):
            found = WRITE.match(sql)
            answer = execute(sql, params, many, context)
            if found:
                written.add(found[1])
            return answer

        with connection.execute_wrapper(note):
            response = site().get_response(made)
        connection.close()
        return response, written - NO_RECORD

    def forms(self, letter, url):
        page, _ = self.ask(letter, "GET", url)
        return [
            form for form in forms_on(page) if form.method == "post" and "logout" not in form.action
        ]

    def try_row(self, row):
        letter = next((each for each in PERSONS if row.sign(each) == "y"), None)
        if letter is None or row.how == "READ":
            return
        url = address(row, self.world.records)
        for kind, send in (("form", self.twice), ("change", self.two_people)):
            done = send(row, letter, url)
            if not done and not self.is_new:
                self.restore()
                done = send(row, letter, url)
            self.counts[kind if done else f"{kind} not filled"] += 1

    def restore(self):
        self.made_anew()
        self.is_new = True

    def twice(self, row, letter, url):
        """The same form, sent twice at once, is done once."""
        some = 0
        for form in self.forms(letter, url):
            bodies = [body_of(form, form.honest())] * 2
            statuses, done = self.send_both(letter, form.action or url, bodies)
            some += self.judge("form", row, form, statuses, done)
        return some

    def two_people(self, row, letter, url):
        """Two people who opened the same record: at most one of them saves."""
        first = next(iter(self.with_seen(letter, url)), None)
        for name in changeable(first)[:FIELDS_TRIED] if first else ():
            forms = [next(iter(self.with_seen(letter, url)), None) for _ in "ab"]
            if None in forms:
                return 0
            values = values_for(forms[0].fields[name])
            bodies = [changed(form, name, value) for form, value in zip(forms, values, strict=True)]
            statuses, done = self.send_both(letter, forms[0].action or url, bodies)
            self.is_new &= not done
            if done and self.shows(letter, url, name, values):
                return self.judge("change", row, forms[0], statuses, done)
        return 0

    def with_seen(self, letter, url):
        return [form for form in self.forms(letter, url) if "seen_before" in form.fields]

    def shows(self, letter, url, name, values) -> bool:
        """The form is one that changes: opened again, it begins with what was saved."""
        found = self.with_seen(letter, url)
        return any(
            set(form.fields[name].chosen) & set(values) for form in found if name in form.fields
        )

    def judge(self, kind, row, form, statuses, done) -> int:
        if max(statuses) >= 500 or done > 1:
            self.faults.append(f"{kind} {row} {form.action} {statuses}")
        self.is_new &= not done
        return done


def is_done(answer, written) -> bool:
    """A sheet that is downloaded may be asked for again: the page stays open for it."""
    download = answer.headers.get("Content-Disposition", "").startswith("attachment")
    return answer.status_code < 400 and bool(written) and not download


def body_of(form, pairs):
    files = [(name, picture()) for name in form.files()]
    return (MULTIPART, multipart(pairs, files)) if files else (URLENCODED, encoded(pairs))


def changed(form, name, value):
    others = [each for each in form.fields.values() if each.name != name and each.kind != "file"]
    left = [(each.name, kept) for each in others for kept in each.chosen]
    return body_of(form, [*left, (name, value)])


def changeable(form) -> list[str]:
    """Fields into which something else can be typed, those that hold something first."""
    kinds = ("text", "textarea", *OTHERS)
    found = [each for each in form.fields.values() if each.kind in kinds]
    return [each.name for each in sorted(found, key=lambda each: not any(each.chosen))]


def values_for(field) -> tuple[str, str]:
    if field.kind in OTHERS:
        return OTHERS[field.kind]
    value = "".join(field.chosen).strip()
    return FIRST.format(value), SECOND.format(value)


def made_anew(server: str, name: str, template: str):
    """A function that makes the database the template again."""

    def restore():
        connection.close()
        with closing(psycopg2.connect(server)) as admin:
            admin.autocommit = True
            cursor = admin.cursor()
            cursor.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")
            cursor.execute(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")

    return restore


def send_all(server: str) -> None:
    """Build the world in the connected database, send every form; print what came of it."""
    logging.disable(logging.CRITICAL)
    world, name = built.build(), connection.settings_dict["NAME"]
    connection.close()
    made_anew(server, f"{name}_world", name)()
    pairs = Pairs(world, made_anew(server, name, f"{name}_world"))
    for row in TABLE:
        pairs.try_row(row)
        print(row, dict(pairs.counts), pairs.faults[-1:], file=sys.stderr)  # noqa: T201 - it is long
    print(json.dumps({"counts": pairs.counts, "faults": pairs.faults}))  # noqa: T201 - it is read
