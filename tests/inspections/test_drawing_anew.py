"""Who computes a draw anew: the same result for the same record."""

import pytest

from inspections import drawing
from tests.inspections.drawn import frozen, record, script

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


def test_the_script_for_strangers_has_thirty_lines():
    assert len(drawing.SCRIPT.read_text(encoding="utf-8").splitlines()) <= 30


@pytest.mark.parametrize(
    "lists", [frozen(), frozen(1, 2, drawn=1), frozen(300, 20, drawn=30, each=3)]
)
def test_the_script_for_strangers_computes_the_same(tmp_path, lists):
    answer = script(tmp_path, record(lists), record(lists)["digest"])
    assert (answer.returncode, answer.stderr) == (0, "")
    assert answer.stdout.split() == ["一致", record(lists)["digest"]]
