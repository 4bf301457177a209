"""No change of a draw's record goes unseen by who computes it anew."""

import pytest

from inspections import drawing
from tests.inspections.drawn import UNITS, faults, frozen, record, script


def rename(found):
    found["frozen"]["units"][3]["name"] = "别的单位"


def drop(found):
    del found["frozen"]["units"][40]


def swap_officers(found):
    found["frozen"]["officers"].reverse()


def exclude(found):
    found["frozen"]["rule"]["exclusions"].append({"name": "单位1", "reason": "另行安排"})


def fewer(found):
    found["frozen"]["rule"]["units"] = 4


def move(found):
    found["frozen"]["notice"]["source"] = "别的号码"


def renumber(found):
    found["number"] = "01020304050608"


def contribute(found):
    found["contribution"] = "兰台 "


def reseed(found):
    found["seed"] = drawing.sha256("")


def put_in(found):
    found["result"][0]["unit"] = 1 + found["result"][0]["unit"] % UNITS


def other_officer(found):
    found["result"][0]["officers"].reverse()


CHANGES = {
    rename: "单位名单",
    drop: "单位名单",
    swap_officers: "执法人员名单",
    exclude: "抽取规则",
    fewer: "抽取规则",
    move: "公示事项",
    renumber: "种子",
    contribute: "种子",
    reseed: "种子",
    put_in: "抽取结果",
    other_officer: "抽取结果",
}


def test_an_unchanged_record_is_found_right():
    assert faults(record()) == []


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_what_was_changed_is_named(tmp_path, change):
    found = record()
    change(found)
    assert CHANGES[change] in faults(found)
    assert script(tmp_path, found).returncode == 1


def test_a_list_changed_with_its_digests_meets_the_seed():
    found = record()
    rename(found)
    found["parts"] = drawing.part_digests(found["frozen"])
    assert faults(found) == ["公示的摘要"]
    found["digest"] = drawing.digest(found["frozen"])
    assert faults(found) == ["种子"]


def test_a_whole_other_draw_meets_the_digest_that_was_published(tmp_path):
    other = record(frozen(40))
    assert faults(other) == []
    answer = script(tmp_path, other, record()["digest"])
    assert answer.returncode == 1
    assert "公示的摘要不一致" in answer.stderr


def test_before_the_draw_there_are_the_digests_alone():
    found = record() | {"seed": "", "result": []}
    assert [step.label for step in drawing.check(found)] == [*drawing.PARTS.values(), "公示的摘要"]


@pytest.mark.parametrize(
    "found",
    [
        {},
        [],
        {"frozen": {}},
        record() | {"frozen": {**frozen(), "rule": {}}},
        record() | {"frozen": frozen(units=2)},
    ],
)
def test_what_is_no_record_is_said_to_be_none(found):
    with pytest.raises(drawing.Malformed):
        drawing.check(found)
