"""Nothing unlawful is done, by service or by forged request; its lawful twin is."""

import re

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.db import transaction

from tests.unlawful import books, filing, investigating

CHAPTERS = (filing, investigating)
ROWS = [row for chapter in CHAPTERS for row in chapter.ROWS]
REFUSED = (ValidationError, PermissionDenied, ObjectDoesNotExist)
TURNED_AWAY = (403, 404, 422)


def by_stage(rows):
    return [
        pytest.param(stage, row, id=row.name)
        for stage in dict.fromkeys(row.stage for row in rows)
        for row in rows
        if row.stage == stage
    ]


@pytest.fixture
def taken_back(db):
    """A block of which nothing stays."""

    class TakenBack:
        def __enter__(self):
            self.block = transaction.atomic()
            self.block.__enter__()

        def __exit__(self, *error):
            transaction.set_rollback(True)
            self.block.__exit__(*error)

    return TakenBack


TABLE = pytest.mark.parametrize(
    ("staged", "row"), by_stage(ROWS), indirect=["staged"], scope="module"
)


@TABLE
def test_it_is_refused_with_its_article_and_nothing_is_written(walk, row, client, taken_back):
    with taken_back():
        row.spoil(walk)
        actor = getattr(walk, row.by or row.deed.who)
        client.force_login(actor)
        before = books.digests()
        with pytest.raises(REFUSED) as refusal:
            row.deed.do(walk, actor, row.wrong)
        assert re.search(row.says, told(refusal.value)), told(refusal.value)
        answer = row.deed.post(client, walk, row.wrong)
        assert answer.status_code in TURNED_AWAY
        if answer.status_code == 422 and not row.closed:
            errors = str(answer.context["form"].errors.as_text())
            assert re.search(row.says, errors), errors
        assert books.digests() == before


@TABLE
def test_its_lawful_twin_is_done(walk, row, client, taken_back):
    with taken_back():
        row.mend(walk)
        row.deed.do(walk, getattr(walk, row.deed.who), row.right)
    with taken_back():
        row.mend(walk)
        answer = row.deed.send(client, walk, getattr(walk, row.deed.who), row.right)
        errors = answer.context and answer.context["form"].errors.as_text()
        assert answer.status_code == 302, errors


def told(error) -> str:
    return "".join(error.messages) if isinstance(error, ValidationError) else str(error)
