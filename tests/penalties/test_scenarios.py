"""A hundred and more cases against answers worked out by hand from the law and the benchmark.

`scenarios.csv` says in each line: benchmark, line, what was found out, outcome, measures, band,
figure, right to a hearing, and each reason in its order (heading or text, → effect).
"""

import csv
from pathlib import Path

import pytest

from archives_enforcement.legislation import packaged
from penalties import discretion
from tests.penalties.schemes import document

with (Path(__file__).parent / "scenarios.csv").open(encoding="utf-8", newline="") as file:
    SCENARIOS = list(csv.DictReader(file))
FIELDS = {  # what a word of the short notation says, other than a fact
    "act": lambda value: {"act_on": value},
    "found": lambda value: {"found_on": value},
    "five": lambda _: {"five_years": True},
    "fined": lambda _: {"fined_before": True},
    "earlier": lambda value: {"earlier": value.split(",")},
    "gains": lambda value: {"gains": int(value)},
    "base": lambda value: {"base": int(value)},
    "waive": lambda value: {"waive": value == "yes"},
}


def case_of(line: dict) -> dict:
    """A line's short notation as a case."""
    case = {"id": line["id"], "row": line["row"], "facts": []}
    for number, token in enumerate(line["input"].split(), start=1):
        name, _, value = token.partition("=")
        if name in FIELDS:
            case |= FIELDS[name](value)
        else:
            said = {"text": f"事实{number}", "evidence": [number]}
            case["facts"].append(said | fact_of(token, name, value))
    return case


def fact_of(token: str, name: str, value: str) -> dict:
    if value:
        return {"weight": name, "level": int(value[1:]) if value.startswith("#") else value}
    if ":" in token:
        code, place = token.removeprefix("-").split(":")
        return {"tier": code, "criterion": int(place), "met": not token.startswith("-")}
    return {"factor": token.removesuffix("!"), "decisive": token.endswith("!")}


def answer_to(line: dict) -> dict:
    scheme = discretion.read_scheme(document(line["benchmark"]))
    [matter] = discretion.read_cases([case_of(line)], scheme, packaged.cite)
    return discretion.answer(matter, scheme, packaged.cite)


def test_there_are_enough_and_every_kind_is_among_them():
    assert len(SCENARIOS) >= 100
    assert {line["outcome"] for line in SCENARIOS} == {
        "no_penalty", "time_barred", "no_second_fine", "may_waive", "mitigate", "light",
        "general", "heavy", "transfer",
    }  # fmt: skip


@pytest.mark.parametrize("line", SCENARIOS, ids=lambda line: line["id"])
def test_the_answer_is_the_one_worked_out_by_hand(line):
    answer = answer_to(line)
    expected_range = [int(line["low"]), int(line["high"])] if line["high"] else None
    assert {
        "outcome": answer["outcome"],
        "measures": "、".join(answer["measures"]),
        "range": answer["range"],
        "proposed": answer["proposed"],
        "hearing": answer["hearing_right"],
    } == {
        "outcome": line["outcome"],
        "measures": line["measures"],
        "range": expected_range,
        "proposed": int(line["proposed"]) if line["proposed"] else None,
        "hearing": line["hearing"] == "有",
    }
    wanted = line["reasons"].split("|")
    found = answer["reasons"]
    assert [row["number"] for row in found] == list(range(1, len(wanted) + 1))
    for row, phrase in zip(found, wanted, strict=True):
        heading, _, effect = phrase.partition("→")
        opening, _, text = heading.partition("：")
        assert opening in row["heading"]
        assert text in row["heading"] or text in row["text"]
        assert effect in row["effect"]
