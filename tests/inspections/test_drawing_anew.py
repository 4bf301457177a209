"""Who computes a draw anew: the same result for the same record, and every change found."""

import json
import subprocess
import sys

import pytest

from inspections import drawing

UNITS, OFFICERS = 41, 7  # odd, as `chance` asks


DRAWN, WITH_EACH = 5, 2


# Of `record()`, as worked out by the script for strangers.
DIGEST = "fd2a41fba46a5e110e9ccc02b20ea5f8dd5605d52681d78682735d018a4d52f9"


SEED = "654152642cb7cb8613efb4678b6d6deb9b59d0b66ab3b20700d585cd64645ccb"


RESULT = [
    {"unit": 13, "officers": [2, 6]},
    {"unit": 2, "officers": [2, 6]},
    {"unit": 15, "officers": [2, 5]},
    {"unit": 12, "officers": [6, 7]},
    {"unit": 38, "officers": [3, 4]},
]


def frozen(units=UNITS, officers=OFFICERS, drawn=DRAWN, each=WITH_EACH):
    return {
        "notice": {"title": "第一次抽取", "source": "双色球开奖号码"},
        "units": [{"no": no, "name": f"单位{no}"} for no in range(1, units + 1)],
        "officers": [{"no": no, "name": f"执法人员{no}"} for no in range(1, officers + 1)],
        "rule": {"units": drawn, "officers": each, "exclusions": []},
    }


def record(lists=None, number="01020304050607", contribution="兰台"):
    """A finished draw as its file says it."""
    lists = lists or frozen()
    published = drawing.digest(lists)
    seed = drawing.seed(number, contribution, published)
    return {
        "frozen": lists,
        "parts": drawing.part_digests(lists),
        "digest": published,
        "number": number,
        "contribution": contribution,
        "seed": seed,
        "result": drawing.draw(lists, seed),
    }


def faults(found) -> list[str]:
    return [step.label for step in drawing.check(found) if not step.holds]


def test_the_same_seed_gives_the_same_result_for_ever():
    """Worked out once by the script; a change of the algorithm would be a change of old draws."""
    assert record()["digest"] == DIGEST
    assert record()["seed"] == SEED
    assert record()["result"] == RESULT


def test_number_and_contribution_cannot_be_joined_in_two_ways():
    assert drawing.seed("12", "3", "d") != drawing.seed("1", "23", "d")


def test_the_order_of_keys_does_not_change_the_digest():
    lists = frozen()
    turned = {name: lists[name] for name in reversed(lists)}
    assert drawing.digest(turned) == drawing.digest(lists)


def script(tmp_path, found, *more):
    path = tmp_path / "draw.json"
    path.write_text(json.dumps(found, ensure_ascii=False, indent=1), encoding="utf-8")
    command = [sys.executable, "-I", drawing.SCRIPT, path, *more]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def test_the_script_for_strangers_has_thirty_lines():
    assert len(drawing.SCRIPT.read_text(encoding="utf-8").splitlines()) <= 30


@pytest.mark.parametrize(
    "lists", [frozen(), frozen(1, 2, drawn=1), frozen(300, 20, drawn=30, each=3)]
)
def test_the_script_for_strangers_computes_the_same(tmp_path, lists):
    answer = script(tmp_path, record(lists), record(lists)["digest"])
    assert (answer.returncode, answer.stderr) == (0, "")
    assert answer.stdout.split() == ["一致", record(lists)["digest"]]


# No change goes unseen


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
