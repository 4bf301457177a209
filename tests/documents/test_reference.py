"""随系统提供的文书样式: what a database gets that has earlier ones already."""

from datetime import date, timedelta

import pytest

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import reference
from archives_enforcement.documents.kinds import KINDS
from archives_enforcement.documents.models import Wording

TODAY = date(2026, 3, 2)
TOMORROW = TODAY + timedelta(days=1)
KIND, EARLIER, WHY = "questioning_record", "询问笔录的旧样式\n", "改由本人书写核对意见"


@pytest.fixture(autouse=True)
def monday(db, time_machine, monkeypatch):
    time_machine.move_to(f"{TODAY} 12:00+08:00", tick=False)
    replaced = {(KIND, reference.digest(EARLIER)): WHY}
    monkeypatch.setattr(reference, "superseded", lambda: replaced)


def stand(*texts, on=date(2021, 7, 15)):
    """The wordings of an older database, the last of them in force from `on`."""
    Wording.objects.filter(kind=KIND).delete()
    for version, text in enumerate(texts, 1):
        day = on - timedelta(days=len(texts) - version)
        Wording.objects.create(kind=KIND, version=version, text=text, effective_from=day)


def versions():
    return list(Wording.objects.filter(kind=KIND).order_by("version").values_list("text", flat=1))


def test_a_replaced_text_is_followed_by_the_new_one_and_stays():
    stand(EARLIER)
    assert reference.load() == {"文书样式": 1}
    assert versions() == [EARLIER, reference.read(KIND)]
    made = Wording.objects.get(kind=KIND, version=2)
    assert (made.effective_from, made.note) == (TOMORROW, WHY)
    entry = AuditEntry.objects.about(made).get()
    assert (entry.action, entry.actor, entry.note) == ("add_wording", None, WHY)


def test_it_is_done_once():
    stand(EARLIER)
    reference.load()
    assert reference.load() == {"文书样式": 0}


def test_it_begins_after_a_text_that_has_not_begun_itself():
    stand(EARLIER, on=TOMORROW)
    reference.load()
    assert Wording.objects.get(kind=KIND, version=2).effective_from > TOMORROW


@pytest.mark.parametrize("texts", [["本局自己的样式\n"], [EARLIER, "本局自己的样式\n"]])
def test_what_an_administrator_wrote_stays_in_force(texts):
    stand(*texts)
    assert reference.load() == {"文书样式": 0}
    assert versions() == texts


def test_a_new_database_begins_with_the_text_of_today():
    stand()
    assert reference.load() == {"文书样式": 1}
    assert versions() == [reference.read(KIND)]


def test_the_list_names_earlier_texts_only(monkeypatch):
    monkeypatch.undo()
    rows = reference.superseded()
    assert rows
    assert {kind for kind, _ in rows} <= KINDS.keys()
    assert [kind for kind, sha in rows if sha == reference.digest(reference.read(kind))] == []
    most = Wording._meta.get_field("note").max_length
    assert all(0 < len(why) <= most for why in rows.values())
