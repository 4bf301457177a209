"""The lists that a benchmark's content is made of, each written entry by entry on one page."""

import copy
from typing import NamedTuple

from penalties.spreadsheet.columns import SHEETS, Column


class Part(NamedTuple):
    """One list: its name, where it stands in the content, and what each entry says."""

    title: str
    way: tuple[str, ...]
    columns: tuple[Column, ...]

    def entries(self, content: dict) -> list[dict]:
        """The list in this content; empty where it has none yet."""
        for name in self.way:
            content = content.get(name) or {}
        return content or []

    def names(self) -> set[str]:
        return {column.field for column in self.columns}


PARTS = {
    "rounding": Part("取整", ("rule_set", "rounding"), SHEETS["取整"]),
    "ranges": Part("幅度", ("ranges",), SHEETS["幅度"][:5]),  # its bands have a page of their own
    "rows": Part("条目", ("rows",), SHEETS["条目"]),
    "factors": Part("情节", ("factors",), SHEETS["情节"]),
    "weights": Part("权重", ("weights", "factors"), SHEETS["权重"][:2]),
}
LEVEL = SHEETS["权重"][2:]


def with_entry(content: dict, part: Part, place: int, entry: dict | None) -> dict:
    """The content with the entry at `place` (from 1; 0: a new one) replaced, or taken out.

    What the page does not show of it (mark, source) stays. Raises IndexError for no such place.
    """
    made = copy.deepcopy(content)
    holder = made
    for name in part.way[:-1]:
        if not holder.get(name):
            holder[name] = {"start_percent": 0} if name == "weights" else {}
        holder = holder[name]
    rows = holder.setdefault(part.way[-1], [])
    old = rows[place - 1] if place else {}
    kept = {name: it for name, it in old.items() if name not in part.names()}
    if entry is None:
        del rows[place - 1]
    elif place:
        rows[place - 1] = kept | entry
    else:
        rows.append(entry)
    return made
