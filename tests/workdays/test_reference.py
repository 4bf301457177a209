"""Loading the packaged tables: any number of times, without losing what people have entered."""

from datetime import date

import pytest

from archives_enforcement.workdays import packaged, reference
from archives_enforcement.workdays.models import Holiday, TimeLimit

NOTHING = {"节假日": 0, "期限规则": 0, "复核后改期的期限": 0}


@pytest.fixture
def loaded(db):
    reference.load()


def test_the_first_load_brings_in_everything(db):
    Holiday.objects.all().delete()
    TimeLimit.objects.all().delete()
    assert reference.load() == {
        "节假日": len(packaged.holidays()),
        "期限规则": len(packaged.time_limits()) + len(packaged.earlier_limits()),
        "复核后改期的期限": 0,
    }


def test_a_second_load_changes_nothing(loaded):
    assert reference.load() == NOTHING


def test_a_stored_limit_is_the_packaged_one(loaded):
    row = packaged.time_limits()["D-P07"]
    limit = TimeLimit.objects.get(code="D-P07")
    assert {name: getattr(limit, name) for name in row} == row


def test_what_an_earlier_text_said_stands_beside_what_holds_now(loaded):
    rows = TimeLimit.objects.filter(code="D-P12")
    assert [(row.until, row.length) for row in rows] == [(None, 30), (date(2021, 12, 31), 60)]


def test_rows_an_administrator_edited_stay(loaded):
    TimeLimit.objects.filter(code="D-P07").update(note="本机关说明", edited=True)
    Holiday.objects.filter(day=date(2026, 10, 8)).delete()
    Holiday.objects.filter(day=date(2026, 10, 7)).update(kind="work", edited=True)
    assert reference.load() == NOTHING
    assert TimeLimit.objects.get(code="D-P07").note == "本机关说明"
    assert Holiday.objects.get(day=date(2026, 10, 7)).kind == "work"


def test_days_an_administrator_added_stay(loaded):
    Holiday.objects.create(
        day=date(2027, 1, 1), kind="off", name="元旦", source="示例", edited=True
    )
    assert reference.load() == NOTHING
    assert Holiday.objects.filter(day=date(2027, 1, 1)).exists()


def test_rows_behind_the_packaged_table_are_brought_up_to_date(loaded):
    TimeLimit.objects.filter(code="D-P07").update(length=3)
    Holiday.objects.filter(day=date(2026, 10, 7)).delete()
    assert reference.load() == NOTHING | {"节假日": 1, "期限规则": 1}
    assert TimeLimit.objects.get(code="D-P07").length == 5
    assert Holiday.objects.get(day=date(2026, 10, 7)).name == "国庆节"
