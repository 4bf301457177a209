"""The laws that ship with the program, to cite them before there is a database."""

import csv
from datetime import date
from functools import cache
from pathlib import Path

from archives_enforcement.legislation.numerals import article_label, to_chinese

DATA = Path(__file__).parent / "data"


@cache
def _versions() -> tuple[dict[str, str], ...]:
    with (DATA / "laws.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def cite(bases: list[dict]) -> str:
    """《甲》第一条、第二条第一款，《乙》第三条: each law named once.

    KeyError for a law that is not among them.
    """
    titles = {row["code"]: row["title"] for row in _versions()}
    cited: dict[str, list[str]] = {}
    for basis in bases:
        place = article_label(basis["article"])
        if basis.get("paragraph"):
            place += f"第{to_chinese(basis['paragraph'])}款"
        if basis.get("item"):
            place += f"第（{to_chinese(basis['item'])}）项"
        cited.setdefault(f"《{titles[basis['law']]}》", []).append(place)
    return "，".join(title + "、".join(places) for title, places in cited.items())


def in_force(law: str, day: date) -> bool:
    """Whether some packaged version of the law is in force on `day`."""
    return any(
        row["effective_from"] <= day.isoformat() <= (row["effective_to"] or "9999-12-31")
        for row in _versions()
        if row["code"] == law
    )
