"""Which characters can be printed in every style: what cannot be is met before it is signed."""

from functools import cache, partial
from pathlib import Path

from django.conf import settings

from archives_enforcement.documents.typesetting import font_tables, fonts
from archives_enforcement.documents.typesetting.text import normalise

LACKING = "〓"  # what printers set for a character they do not have


def _files(folder: Path) -> list[Path]:
    """The fonts in which every style ends: what they have, each style can print."""
    return [fonts.path_of(folder, family) for family in fonts.CHAINS["song"]]


@cache
def _held(folder: Path) -> frozenset[int]:
    """Code points that can be printed in every style."""
    return frozenset().union({ord("\n")}, *map(font_tables.coverage, _files(folder)))


def _folder() -> Path | None:
    """Where the fonts are; None while they are not made, when nothing is known of them."""
    folder = Path(settings.FONT_DIR)
    return folder if all(path.is_file() for path in _files(folder)) else None


def unprintable(value) -> str:
    """The first character of `value` (text, lists, dicts) that no font has; empty if all are there.

    Judged as it would be set: what `normalise` takes away or replaces does no harm.
    """
    if (folder := _folder()) is None:
        return ""
    lacking = (
        char for text in _texts(normalise(value)) for char in text if ord(char) not in _held(folder)
    )
    return next(lacking, "")


def _texts(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list | tuple):
        for item in value.values() if isinstance(value, dict) else value:
            yield from _texts(item)


def legible(value):
    """`value` with LACKING for each character that no font has, where nobody can change it now."""
    folder = _folder()
    return value if folder is None else _replaced(normalise(value), _held(folder))


def _replaced(value, held):
    if isinstance(value, str):
        return "".join(char if ord(char) in held else LACKING for char in value)
    if isinstance(value, dict):
        return {
            key: item if key.endswith("base64") else _replaced(item, held)
            for key, item in value.items()
        }
    if isinstance(value, list | tuple):
        return list(map(partial(_replaced, held=held), value))
    return value
