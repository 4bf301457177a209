"""Reading the bases of committed data files against the law library."""

import json
from datetime import date
from pathlib import Path

from archives_enforcement.legislation.models import Article

ROOT = Path(__file__).resolve().parent.parent.parent


def read(path):
    return json.loads((ROOT / path).read_text(encoding="utf-8"))


def laws_of(bases):
    return [basis for basis in bases if "law" in basis]


def find_all(node, on):
    """Yield every basis below `node` with the day from which it must be in force."""
    if isinstance(node, dict):
        on = node.get("valid_from", on)
        if "law" in node:
            yield node, node.get("since", on)
        for child in node.values():
            yield from find_all(child, on)
    elif isinstance(node, list):
        for child in node:
            yield from find_all(child, on)


def not_in_force(dated_bases):
    """Name the bases whose article the library lacks or did not hold in force that day."""
    validity = {
        (law, number): (start, end)
        for law, number, start, end in Article.objects.values_list(
            "version__law__code", "number", "version__effective_from", "version__effective_to"
        )
    }
    wrong = []
    for basis, day in dated_bases:
        on = date.fromisoformat(day)
        start, end = validity.get((basis["law"], basis["article"]), (date.max, None))
        if not start <= on <= (end or date.max):
            wrong.append((basis["law"], basis["article"], day))
    return wrong
