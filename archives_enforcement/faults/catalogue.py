"""过错形式和过错灯: which of the twenty-two forms the system can see, and by which fact."""

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).parent / "data"
SEEN = {
    "lamp": "亮灯提醒",
    "block": "系统不予办理",
    "none": "系统看不到",
}


class Form(NamedTuple):
    """One form of fault, as the list of responsibilities words it."""

    number: int
    numeral: str
    text: str
    seen: str  # a key of SEEN
    how: str  # what is refused, or why it is not seen; beside a lamp, what the lamp leaves out
    archives_basis: bool  # whether archives law gives the power that it speaks of
    source: str
    mark: str

    @property
    def seen_label(self) -> str:
        return SEEN[self.seen]


class Lamp(NamedTuple):
    """A fact of the record that would make the act a fault; it warns and forbids nothing."""

    code: str
    form: int
    title: str
    basis: str
    mark: str
    fact: str
    todo: str


class Lit(NamedTuple):
    """A lamp that is lit, with the fact of this record."""

    lamp: Lamp
    fact: str

    @property
    def form(self) -> Form:
        return FORMS[self.lamp.form]

    @property
    def words(self) -> str:
        return (
            f"按此提交将构成过错情形（{self.form.numeral}）“{self.form.text.rstrip('。')}”："
            f"{self.fact}。"
        )

    @property
    def kept(self) -> dict[str, str]:
        """As the trail keeps it."""
        return {"code": self.lamp.code, "fact": self.fact}


def _rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _form(row: dict[str, str]) -> Form:
    return Form(
        int(row["number"]), row["numeral"], row["text"], row["seen"], row["how"],
        row["archives_basis"] == "yes", row["source"], row["mark"],
    )  # fmt: skip


FORMS = {form.number: form for form in map(_form, _rows("forms.csv"))}
LAMPS = {row["code"]: Lamp(**row | {"form": int(row["form"])}) for row in _rows("lamps.csv")}


def relit(kept: Iterable[dict[str, str]]) -> list[Lit]:
    """The lamps that the trail has kept."""
    return [Lit(LAMPS[row["code"]], row["fact"]) for row in kept if row["code"] in LAMPS]
