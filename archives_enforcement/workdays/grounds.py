"""扣除事由: for which limits, and why, the law lets days be left out."""

from typing import NamedTuple

from archives_enforcement.workdays import packaged


class Ground(NamedTuple):
    """One ground; with `cite` the law leaves it to another text, which has to be named."""

    code: str
    key: str
    title: str
    basis: str
    cite: bool
    mark: str
    note: str

    @property
    def label(self) -> str:
        return f"{self.title}（{self.basis}{'，须另有规定' if self.cite else ''}）"


def grounds_for(code: str) -> dict[str, Ground]:
    """The grounds of one limit by their keys; empty where the law knows none."""
    return {
        row["key"]: Ground(
            code, row["key"], row["name"], row["law"] + row["article"], row["cite"] == "yes",
            row["mark"], row["note"],
        )
        for row in packaged.exclusion_grounds()
        if row["code"] == code
    }  # fmt: skip
