"""Nothing unlawful is done, by service or by forged request; its lawful twin is."""

import re

import pytest
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError

from archives_enforcement.accounts.models import User
from tests.unlawful import (
    asking,
    books,
    deciding,
    ending,
    enforcing,
    filing,
    grading,
    investigating,
    once,
    ordering,
    papers,
    paying,
    persons,
    proving,
    referring,
    reviewing,
    sanctions,
    serving,
    spot,
    supervising,
    telling,
    tips,
    visits,
    voting,
)

CHAPTERS = (
    filing,
    investigating,
    telling,
    reviewing,
    deciding,
    ending,
    paying,
    voting,
    enforcing,
    grading,
    sanctions,
    once,
    ordering,
    persons,
    proving,
    asking,
    spot,
    papers,
    referring,
    serving,
    visits,
    tips,
    supervising,
)
ROWS = [row for chapter in CHAPTERS for row in chapter.ROWS]
REFUSED = (ValidationError, PermissionDenied, ObjectDoesNotExist)
TURNED_AWAY = (403, 404, 422)
ARTICLE = (
    "第[一二三四五六七八九十]+[条章]|国办发〔|本机关.*(制度|规范|分工|标准)|信息公开条例|工作要求"
    "|责任清单"
)


def by_stage(rows):
    return [
        pytest.param(stage, row, id=row.name)
        for stage in dict.fromkeys(row.stage for row in rows)
        for row in rows
        if row.stage == stage
    ]


TABLE = pytest.mark.parametrize(
    ("staged", "row"), by_stage(ROWS), indirect=["staged"], scope="module"
)


def test_the_table_is_long_enough_and_names_each_row_once():
    assert len({row.name for row in ROWS}) == len(ROWS) >= 120


@TABLE
@pytest.mark.big_set
def test_it_is_refused_with_its_article_and_nothing_is_written(walk, row, client, on_its_day):
    row.spoil(walk)
    on_its_day(walk)
    actor = User.objects.get(pk=getattr(walk, row.by or row.deed.who).pk)
    client.force_login(actor)
    before = books.digests()
    with pytest.raises(REFUSED) as refusal:
        row.deed.do(walk, actor, row.wrong)
    why = told(refusal.value)
    assert re.search(row.says, why) and re.search(ARTICLE, why), why
    answer = row.deed.post(client, walk, row.wrong)
    shown_again = row.deed.redisplays
    assert answer.status_code in {*TURNED_AWAY, shown_again}
    if answer.status_code == shown_again and not row.closed:
        errors = str(shown(answer).errors.as_text())
        assert re.search(row.says, errors), errors
    assert books.digests() == before


@TABLE
@pytest.mark.big_set
def test_its_lawful_twin_is_done(walk, row, client, on_its_day):
    row.mend(walk)
    on_its_day(walk)
    actor = getattr(walk, row.deed.who)
    answer = row.deed.send(client, walk, actor, row.right)
    assert answer.status_code == row.deed.answered, shown(answer).errors.as_text()


def shown(answer):
    """The form that was sent, as the page or the administration shows it again."""
    known = answer.context
    return known["adminform"].form if "adminform" in known else known["form"]


def told(error) -> str:
    return "".join(error.messages) if isinstance(error, ValidationError) else str(error)
