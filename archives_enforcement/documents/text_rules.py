"""The few signs that a wording knows: {fields}, and headings by their numbers."""

import re

FIELD = re.compile(r"\{([a-z_]+)\}")
FIRST_LEVEL = re.compile(r"^[一二三四五六七八九十]+、")
SECOND_LEVEL = re.compile(r"^（[一二三四五六七八九十]+）")


def filled(line: str, fields: dict) -> str:
    """One line with its fields filled in; a fact that is not there leaves no trace."""
    return FIELD.sub(lambda found: written(fields.get(found[1], "")), line)


def written(value) -> str:
    """A fact in plain text; a list gives one line to each of its parts."""
    if isinstance(value, list):
        return "\n".join(part if isinstance(part, str) else str(part[-1]) for part in value)
    return str(value)


def style(line: str) -> str:
    """Headings are known by their numbers, as 公文 writes them."""
    if FIRST_LEVEL.match(line):
        return "h1"
    return "h2" if SECOND_LEVEL.match(line) else "p"
