"""Every page that takes words or files says that no state secret may be entered."""

import pytest
from django.http import HttpResponse

from tests.access.people import PERSONS
from tests.access.policy import TABLE
from tests.access.test_admin import adding
from tests.access.walking import WARNING, Answer, answer, ask

pytestmark = pytest.mark.django_db

KEEPS_NOTHING = {"login"}


@pytest.mark.big_set
@pytest.mark.parametrize("row", TABLE, ids=str)
def test_a_page_that_takes_words_or_files_warns(world, row):
    if row.page in KEEPS_NOTHING or row.how == "POST":
        return
    unwarned = [
        person
        for person in PERSONS
        if row.sign(person) == "y" and answer(row, world, person, "GET").unwarned
    ]
    assert unwarned == []


def test_the_administration_warns_too(world):
    pages = [ask(world.users["m"], "GET", url) for url in adding()]
    assert [page.status for page in pages if page.status == 200]
    assert not any(page.unwarned for page in pages)


@pytest.mark.parametrize(
    ("form", "warned", "found"),
    [
        ('<form method="post"><textarea></textarea></form>', "", True),
        ('<form method="post"><input type="file"></form>', "", True),
        ('<form method="post"><textarea></textarea></form>', WARNING, False),
        ('<form method="post"><input type="hidden"></form>', "", False),
        ('<form method="get"><input type="text"></form>', "", False),
    ],
)
def test_a_page_without_the_warning_is_found(form, warned, found):
    assert Answer(HttpResponse(form + warned), set()).unwarned is found
