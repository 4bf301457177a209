"""Each secret of the books carries a mark: looked for wherever it must not be, shown where it may.

The walk of the policy table looks at every page that a line names. Here the secrets are counted and
followed into what is no page: files, prints, mails, logs, messages, work for the queue, the trail.
"""

import logging
from io import StringIO

import pytest
from django.contrib.sessions.models import Session
from django.core import mail
from django.urls import reverse
from django.utils.timezone import localdate

from archives_enforcement.accounts import services as people
from archives_enforcement.accounts.models import User
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents.models import Document
from archives_enforcement.documents.typesetting import engine
from archives_enforcement.jobs.models import Job
from archives_enforcement.notifications.models import Message
from inspections.services import reporters
from tests.access.canaries import MARK, PUBLISHED, READERS, canary, may_read, words_in
from tests.access.people import PERSONS
from tests.access.policy import TABLE
from tests.access.test_models import our_models
from tests.access.walking import answer, mark_of

pytestmark = pytest.mark.django_db

LEAST = 40
SECRET = {kind for kind, readers in READERS.items() if "-" not in readers}
SEALED = {"who", "whoto", "griper", "griperto"}  # shown by no page before a reason is typed
SHOWN_WITHOUT_A_LINE = {"trip": ("reports:ledger-list", "c")}
CARRIERS = "-ABINOSTmao"  # who takes files: everybody outside, and of the staff one who enforces
FILES = ("-export", "-package", "-pdf", "-excel", "files:download")
CREATED = "2024-01-01T00:00:00+08:00"
REASON = "电话核实反映的时间和地点"


def found_in(*texts) -> set[tuple[str, str]]:
    return {mark for text in texts for mark in MARK.findall(str(text))}


def lines_showing(kind: str):
    """(line, person) where side A's secret is to be seen."""
    for row in TABLE:
        for person in PERSONS:
            if row.sign(person) == "y" and mark_of(row, person) == ("A", kind):
                yield row, person


@pytest.mark.whole_set
def test_every_secret_is_shown_where_it_may_be_and_to_nobody_else_there(world):
    seen, leaks = set(), []
    for kind in sorted(SECRET - SEALED - set(SHOWN_WITHOUT_A_LINE)):
        row, person = next(lines_showing(kind))
        if ("A", kind) in answer(row, world, person, "GET").canaries:
            seen.add(kind)
        leaks += [
            (str(row), other, kind)
            for other in PERSONS
            if not may_read(other, "A", kind)
            and kind not in PUBLISHED.get(row.page, ())
            and ("A", kind) in answer(row, world, other, "GET").canaries
        ]
    for kind, (page, person) in SHOWN_WITHOUT_A_LINE.items():
        row = next(row for row in TABLE if row.page == page)
        if ("A", kind) in answer(row, world, person, "GET").canaries:
            seen.add(kind)
    assert leaks == []
    assert seen == SECRET - SEALED
    assert len(seen | SEALED) >= LEAST


def test_no_page_shows_a_secret_to_somebody_who_has_not_signed_in(world):
    leaks = [
        (str(row), mark)
        for row in TABLE
        for mark in answer(row, world, "-", "GET").canaries
        if mark[1] in SECRET and mark[1] not in PUBLISHED.get(row.page, ())
    ]
    assert leaks == []


@pytest.mark.whole_set
def test_no_file_carries_a_secret_away(world):
    """Workbooks, packages with all that is in them, and what is printed on pages."""
    rows = [row for row in TABLE if row.page.endswith(FILES)]
    leaks = [
        (str(row), person, mark)
        for row in rows
        for person in CARRIERS
        for mark in answer(row, world, person, "GET").canaries
        if mark[1] not in PUBLISHED.get(row.page, ()) and not may_read(person, *mark)
    ]
    assert len(rows) >= LEAST
    assert leaks == []


def test_who_reported_is_shown_for_a_reason_alone(world):
    for record, who in (("tip_new", {"who", "whoto"}), ("gripe_new", {"griper", "griperto"})):
        identity = reporters.reveal(world.records[record], actor=world.users["c"], reason=REASON)
        assert {kind for _, kind in found_in(*identity)} == who


def test_nothing_in_the_database_tells_who_reported(world):
    """Not the trail, nor what the queue works on, nor a message: of the identity all is sealed."""
    found = set()
    for model in (*our_models().values(), Session):
        if not model._meta.managed:
            continue
        for row in model._default_manager.values_list().iterator():
            found |= {kind for _, kind in found_in(row)}
    assert "hint" in found
    assert found & SEALED == set()


def test_a_job_a_message_and_the_trail_name_records_and_tell_no_secret(world):
    jobs = [str(row) for row in Job.objects.values_list("kind", "object_id", "reason")]
    assert jobs
    assert found_in(*jobs) == set()
    told = found_in(*Message.objects.values_list("text", flat=True))
    assert {kind for _, kind in told} & {"hint", "gossip", "gripe", "weight", "proof"} == set()
    trail = found_in(*AuditEntry.objects.values_list("note", "details", "target_name"))
    assert {kind for _, kind in trail} & {"hint", "gossip", "gripe"} == set()


def letters(world) -> dict[int, str]:
    """The column of the table that each account stands in: of the persons and of the teams."""
    found = {user.pk: letter for letter, user in world.users.items()}
    posts = dict(zip(("lead", "second", "chief", "desk", "lawyer", "guide"), "oohcra", strict=True))
    own = world.records["bureau"]
    for user in User.objects.filter(bureau=own).exclude(pk__in=found):
        if letter := posts.get(user.username.split("-")[0]):
            found[user.pk] = letter
    return found


def test_a_message_tells_its_recipient_only_what_he_may_read(world):
    columns, leaks, seen = letters(world), set(), set()
    for person, text in Message.objects.values_list("recipient", "text"):
        if letter := columns.get(person):
            marks = found_in(text)
            seen |= marks
            leaks |= {(letter, mark) for mark in marks if not may_read(letter, *mark)}
    assert leaks == set()
    assert {kind for _, kind in seen} & SECRET


def test_the_trail_tells_its_reader_only_what_he_may_read(world):
    leaks, seen = set(), set()
    for letter, user in world.users.items():
        if not user.has_perm("audit.view_auditentry"):
            continue
        rows = AuditEntry.objects.visible_to(user).values_list("note", "details", "target_name")
        marks = found_in(*rows)
        seen |= marks
        leaks |= {(letter, mark) for mark in marks if not may_read(letter, *mark)}
    assert leaks == set()
    assert {kind for _, kind in seen} & SECRET


@pytest.fixture
def log():
    """All that the site writes while a test runs."""
    kept, root, requests = StringIO(), logging.getLogger(), logging.getLogger("django.request")
    handler, levels = logging.StreamHandler(kept), (root.level, requests.level)
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    requests.setLevel(logging.INFO)
    yield kept
    root.removeHandler(handler)
    root.setLevel(levels[0])
    requests.setLevel(levels[1])


def test_neither_a_mail_nor_the_log_tells_who_reported(world, settings, client, log):
    """Of a form that comes back, of one that is taken, of a look at who it was, and of a mail."""
    settings.EMAIL_HOST = "mail.example"
    told = {"name": canary("A", "who"), "contact": canary("A", "whoto"), "concerning": "示例单位"}
    told |= {"bureau": world.records["bureau"].pk, "about": "unit"}
    assert client.post("/tips/", told).status_code == 422
    assert client.post("/tips/", told | {"text": canary("A", "hint")}).status_code == 302
    client.force_login(world.users["c"])
    look = reverse("inspections:tip-reporter", args=[world.records["tip_new"].pk])
    assert canary("A", "who") in client.post(look, {"reason": REASON}).text
    invitation = world.records["unit_invitation"]
    invitation.email = "unit@mail.example"
    people.mail_link(invitation, "https://x", actor=world.users["c"], on=localdate())
    assert "/tips/" in log.getvalue()
    assert found_in(log.getvalue()) == set()
    (sent,) = mail.outbox
    assert {kind for _, kind in found_in(sent.subject, sent.body)} <= {"bureau", "name", "invited"}


def test_what_is_printed_for_a_unit_says_what_the_unit_may_read(world):
    """The papers as they are set, not the words they are set from."""
    papers = Document.objects.visible_to(world.users["A"]).filter(origin=Document.Origin.SYSTEM)
    one_of_each = {paper.kind: paper for paper in papers.order_by("pk")}.values()
    shown = set()
    for paper in one_of_each:
        marks = found_in(words_in(engine.typeset(paper.content, created=CREATED)))
        assert [mark for mark in marks if not may_read("A", *mark)] == []
        shown |= {kind for _, kind in marks}
    assert {"found", "letter"} <= shown
