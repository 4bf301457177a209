"""The table in figures, and what it says of records that are not there and of other methods."""

from collections import Counter

import pytest
from django.urls import reverse

from tests.access.people import PERSONS
from tests.access.policy import TABLE
from tests.access.walking import METHODS, NOTHING_DONE, address, answer, ask, idle, wrong

pytestmark = pytest.mark.django_db

LEAST_CELLS, LEAST_PERSONS, LEAST_ACTS = 28_000, 12, 30
NO_SUCH = 987_654_321
ONE_IN = 40  # pages of the short run
OTHER_METHODS = ("PUT", "PATCH", "DELETE", "OPTIONS", "HEAD")
WRITES = ("PUT", "HEAD")  # a paper opened by HEAD is noted as opened
OTHERS = "-AOor"
# What is done without being an act of enforcement: messages read, work asked for again.
NO_ACTS = {
    "notifications:message-open", "notifications:message-read-all", "documents:document-retry",
    "notifications:message-list",
    "accounts:second-factor",  # a secret shown and not confirmed yet
    "supervision:rating-give",  # kept without its giver, so that nobody is asked about it
}  # fmt: skip
# What was typed and not taken is kept for the next try; work for the queue is no act either.
NO_ACT = {"accounts_unsent", "files_upload", "jobs_job"}


@pytest.mark.whole_set
def test_every_cell_is_asked_and_none_leaks(world):
    """`cells=… allowed=… denied=… leaks=0`, as the table says and not as the code does."""
    figures, leaks = Counter(), []
    for row in TABLE:
        for person in PERSONS:
            for method in METHODS:
                got = answer(row, world, person, method)
                allowed = row.sign(person) in "y>" and not idle(row, method)
                figures["allowed" if allowed else "denied"] += 1
                leaks += wrong(row, person, method, got)
    assert leaks == []
    assert figures.total() >= LEAST_CELLS
    assert len(PERSONS) >= LEAST_PERSONS


@pytest.mark.whole_set
def test_every_act_that_writes_leaves_an_entry(world):
    """Of the acts that an empty form does; what is typed is sent by `test_hostile_input`."""
    acts, silent = set(), set()
    for row in TABLE:
        for person in PERSONS:
            if row.sign(person) != "y" or idle(row, "POST"):
                continue
            written = answer(row, world, person, "POST").written - NO_ACT
            if "audit_auditentry" in written:
                acts.add(row.page)
            elif written:
                silent.add(row.page)
    assert sorted(silent - acts - NO_ACTS) == []
    assert len(acts) >= LEAST_ACTS


def first_lines() -> list:
    """The first line of each page that names a record by its key."""
    found = {}
    for row in TABLE:
        if row.record.partition("?")[0].partition("&")[0] not in ("", "."):
            found.setdefault(row.page, row)
    return list(found.values())


def sampled(rows):
    return [
        row if place % ONE_IN == 0 else pytest.param(row, marks=pytest.mark.full)
        for place, row in enumerate(rows)
    ]


def missing(row, records) -> str:
    """The address of a record that is not there."""
    url = address(row, records)
    own = records[row.record.partition("?")[0].partition("&")[0]].pk
    rest = row.record.partition("?")[0].split("&")[1:]
    kwargs = {name: walking_key(value, records) for name, value in (p.split("=") for p in rest)}
    query = url.partition("?")[2]
    found = reverse(row.page, kwargs=kwargs | {"pk": NO_SUCH if isinstance(own, int) else own})
    return found + (f"?{query}" if query else "")


def walking_key(value: str, records):
    if not value.startswith("@"):
        return value
    record, _, field = value[1:].partition(".")
    return getattr(records[record], field or "pk")


@pytest.mark.whole_set
@pytest.mark.parametrize("row", sampled(first_lines()), ids=str)
def test_what_is_not_there_is_answered_as_what_is_not_ones_own(world, row):
    faults = []
    for person in PERSONS:
        sign = row.sign(person)
        for method in METHODS:
            if sign == ">" or idle(row, method):
                continue
            user, session = world.users.get(person), world.sessions.get(person, "")
            got = ask(user, method, missing(row, world.records), session)
            expected = {"L": {302}, "4": {404}, "y": {403, 404}, "3": {403, 404}}[sign]
            if got.status not in expected or got.written or got.canaries:
                faults.append((person, method, got.status, sorted(got.written)))
    assert faults == []


def as_it_should(got, method: str, *, allowed: bool) -> bool:
    if got.status >= 500 or (got.written and not (allowed and method in WRITES)):
        return False
    closed = got.status in {*NOTHING_DONE, 302} or method == "OPTIONS"
    return allowed or (closed and not got.canaries)


@pytest.mark.whole_set
@pytest.mark.parametrize("row", sampled(TABLE), ids=str)
def test_no_other_method_opens_or_does_anything(world, row):
    """PUT is taken by forms as POST is; whoever may not POST may not PUT either."""
    faults = []
    for person in OTHERS:
        sign = row.sign(person)
        for method in OTHER_METHODS:
            user, session = world.users.get(person), world.sessions.get(person, "")
            got = ask(user, method, address(row, world.records), session)
            if not as_it_should(got, method, allowed=sign in "y>"):
                faults.append((person, method, got.status, sorted(got.written)))
    assert faults == []
