"""The blocks of which the form of a record sheet is made."""

from collections.abc import Iterable


def fields(*rows: tuple[str, str], heading: str = "") -> dict:
    """Labels and values, those without a value left out."""
    shown = [[label, str(value)] for label, value in rows if value]
    return {"kind": "fields", "heading": heading, "rows": shown}


def text(heading: str, words: str) -> dict:
    return {"kind": "text", "heading": heading, "text": words}


def table(heading: str, columns: Iterable[tuple[str, int]], rows: Iterable[Iterable[str]]) -> dict:
    """A table; `columns` are heads with their widths in mm, of 160 altogether."""
    heads, widths = zip(*columns, strict=True)
    return {
        "kind": "table",
        "heading": heading,
        "head": list(heads),
        "widths": list(widths),
        "rows": [[str(cell) for cell in row] for row in rows],
    }
