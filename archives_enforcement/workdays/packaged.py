"""The reference tables that ship with the program: holidays and time limits."""

import csv
from datetime import date
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"
NUMBERS = ("length", "ceiling", "extension")
FLAGS = ("configurable", "extendable")


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def holidays() -> tuple[dict[str, str], ...]:
    """Rows of date, kind (off 休 / work 班), name and source."""
    return tuple(_rows("holidays.csv"))


@cache
def time_limits() -> dict[str, dict]:
    """Field values of every time limit in force, by code, in the order of the table."""
    return {row["code"]: _typed(row) for row in _rows("time_limits.csv")}


@cache
def earlier_limits() -> tuple[dict, ...]:
    """What earlier texts of the law said: the same fields, and the last day they applied to."""
    return tuple(_typed(row) for row in _rows("earlier_limits.csv"))


@cache
def exclusion_grounds() -> tuple[dict[str, str], ...]:
    """Why days of a limit may be left out: its code, a key, the ground, its article and mark.

    Where `cite` is yes the law itself names no ground and leaves it to another text, which has
    to be named.
    """
    return tuple(_rows("exclusion_grounds.csv"))


def texts_of(code: str) -> list[dict]:
    """The limit of one code in force, and as it stood before."""
    earlier = [row for row in earlier_limits() if row["code"] == code]
    return [row for row in (time_limits().get(code), *earlier) if row]


def _typed(row: dict[str, str]) -> dict:
    numbers = {name: int(row[name]) if row[name] else None for name in NUMBERS}
    flags = {name: row[name] == "yes" for name in FLAGS}
    until = date.fromisoformat(row["until"]) if "until" in row else None
    return row | numbers | flags | {"until": until}
