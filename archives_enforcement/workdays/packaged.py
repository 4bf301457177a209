"""The reference tables that ship with the program: holidays and time limits."""

import csv
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
    """Field values of every time limit, by code, in the order of the table."""
    return {row["code"]: _typed(row) for row in _rows("time_limits.csv")}


def _typed(row: dict[str, str]) -> dict:
    numbers = {name: int(row[name]) if row[name] else None for name in NUMBERS}
    flags = {name: row[name] == "yes" for name in FLAGS}
    return row | numbers | flags
