"""The table and the addresses of the project are the same set, and the table says enough."""

from collections import Counter

import pytest
from django.urls import URLPattern, get_resolver

from archives_enforcement import views
from tests.access.canaries import READERS
from tests.access.people import PERSONS
from tests.access.policy import TABLE
from tests.access.walking import answer, idle, mark_of

pytestmark = pytest.mark.django_db

# Pages that name no permission, each for its reason.
OPEN_TO_ALL = {
    "login", "livez", "readyz", "metrics", "robots", "joining:join", "entry:ask", "entry:code",
    "entry:letter", "entry:letter-pdf", "entry:acknowledge", "entry:register",
    "publicity:public-list", "publicity:public-detail", "officer:code", "officer:photo-export",
    "publicity:public-export", "publicity:public-data-export", "publicity:public-before",
    "publicity:public-register", "publicity:public-register-export",
    "publicity:public-register-data-export", "publicity:public-benchmark-list",
    "publicity:public-benchmark", "publicity:public-benchmark-export",
    "publicity:public-benchmark-data-export",
    "publicity:public-photo-export", "publicity:public-plan-list", "publicity:public-plan-detail",
    "publicity:public-plan-export", "publicity:public-plan-data-export",
    "publicity:public-checklist-list", "publicity:public-checklist-detail",
    "publicity:public-checklist-export", "publicity:public-checklist-data-export",
    "publicity:public-result-list", "publicity:public-result-export",
    "publicity:public-result-data-export",
    "publicity:public-draw-list", "publicity:public-draw-detail", "publicity:public-draw-recompute",
    "publicity:public-draw-export", "publicity:public-draw-script-export",
    "verification:ask", "verification:file", "verification:code",
    "tips:send", "tips:sent", "tips:query",
}  # fmt: skip
OPEN_TO_ANYBODY_SIGNED_IN = {
    "home",  # leads each to his own first page
    "logout",
    "session",  # whether one is still signed in
    "accounts:second-factor",  # each his own
    "accounts:second-factor-check",
    "password_change",
    "password_change_done",
    "notifications:message-list",  # the scope of a message is its recipient
    "notifications:message-open",
    "notifications:message-read-all",
}
LEAST_SHARE_ALLOWED = 0.2
LEAST_MARKS_SHOWN = 550


def patterns(resolver=None, names=()):
    """(name, view) of every address except the administration's, which is one area of its own."""
    for entry in (resolver or get_resolver()).url_patterns:
        if isinstance(entry, URLPattern):
            yield ":".join((*names, entry.name or str(entry.pattern))), entry.callback
        elif entry.namespace != "admin":
            inner = (*names, entry.namespace) if entry.namespace else names
            yield from patterns(entry, inner)


def test_every_address_has_a_row_and_every_row_an_address():
    names, rows = {name for name, _ in patterns()}, {row.page for row in TABLE}
    assert (sorted(names - rows), sorted(rows - names)) == ([], [])


def test_no_two_addresses_share_a_name():
    """Of two with one name the table would reach only one."""
    assert [
        name for name, times in Counter(name for name, _ in patterns()).items() if times > 1
    ] == []


def test_every_view_names_a_permission_or_stands_in_a_list_by_hand():
    unguarded = set()
    for name, view in patterns():
        view_class = getattr(view, "view_class", None)
        guarded = view_class is not None and issubclass(view_class, views.Permitted)
        if not (guarded and view_class.permission_required):
            unguarded.add(name)
    assert unguarded == OPEN_TO_ALL | OPEN_TO_ANYBODY_SIGNED_IN


def test_only_the_open_pages_let_somebody_in_who_has_not_signed_in():
    shown = {row.page for row in TABLE if row.sign("-") in "y>"}
    free = {name for name, view in patterns() if not getattr(view, "login_required", True)}
    assert shown == free == OPEN_TO_ALL


def cells():
    """(row, person, method) of every cell in which the page does something."""
    for row in TABLE:
        for method in ("GET", "POST"):
            if not idle(row, method):
                yield from ((row, person, method) for person in PERSONS)


def test_a_fifth_of_the_cells_is_allowed():
    signs = [row.sign(person) for row, person, _ in cells()]
    assert sum(sign in "y>" for sign in signs) / len(signs) >= LEAST_SHARE_ALLOWED


def test_every_canary_but_the_public_ones_is_hidden_from_somebody():
    open_to_all = {kind for kind, readers in READERS.items() if set(readers) == set(PERSONS)}
    assert open_to_all == {"bureau", "openfirm", "public"}


@pytest.mark.whole_set
def test_allowed_pages_with_a_record_show_its_canary(world):
    """The walk asserts each; here the number, so that marks cannot fade from the table."""
    wanted = [
        mark in answer(row, world, person, method).canaries
        for row, person, method in cells()
        if method == "GET" and row.sign(person) == "y" and (mark := mark_of(row, person))
    ]
    assert wanted.count(False) == 0
    assert len(wanted) >= LEAST_MARKS_SHOWN
