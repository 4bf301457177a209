"""The few signs that a wording knows: {fields}, and headings by their numbers."""

import re

FIELD = re.compile(r"\{([a-z_]+)\}")
FIRST_LEVEL = re.compile(r"^[一二三四五六七八九十]+、")
SECOND_LEVEL = re.compile(r"^（[一二三四五六七八九十]+）")
BEHIND = re.compile(rf"{FIELD.pattern}(之前|以前|前|。)?")  # a field and what the wording adds


def filled(line: str, fields: dict) -> str:
    """One line with its fields filled in; a fact that is not there leaves no trace.

    Who types 12月31日前 or 十日内 where the wording says 前 means one limit, not 前前.
    """
    return BEHIND.sub(lambda found: _joined(written(fields.get(found[1], "")), found[2]), line)


def _joined(value: str, behind: str | None) -> str:
    if not behind:
        return value
    value = value.rstrip("。")
    return value if behind != "。" and value.endswith(("前", "内")) else f"{value}{behind}"


def written(value) -> str:
    """A fact in plain text; a list gives one line to each of its parts, a table to each row."""
    if table := table_of(value):
        return "\n".join("　".join(filter(None, row)) for row in table["rows"])
    if isinstance(value, list):
        return "\n".join(part if isinstance(part, str) else str(part[-1]) for part in value)
    return str(value)


def table_of(value) -> dict | None:
    """The table (head, widths, rows) that a fact is; None where it is text or paragraphs."""
    match value:
        case [["table", table]]:
            return table
    return None


def style(line: str) -> str:
    """Headings are known by their numbers, as 公文 writes them."""
    if FIRST_LEVEL.match(line):
        return "h1"
    return "h2" if SECOND_LEVEL.match(line) else "p"
