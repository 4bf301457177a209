"""Lay out what stands around the papers of a case file: cover, contents list, pictures, file note.

Each sheet begins on a page of its own; what is bound between them keeps its own layout.
"""

from archives_enforcement.documents.typesetting import letter, text

TITLE_ROOM = 19  # cells of 22 pt on the width of the page
ROOM = 160  # mm between the margins


def context(content, assets, folder):
    """Template values and extra CSS; `content` is normalised."""
    sheets = [
        SHEETS[sheet["kind"]](sheet, assets, place) | {"kind": sheet["kind"]}
        for place, sheet in enumerate(content["sheets"])
    ]
    values = {"title": content["title"], "signatory": content["mark"], "sheets": sheets}
    return values, letter.column_rules(content, ROOM)


def _cover(sheet, assets, place):
    return {
        "mark": sheet["mark"],
        "label": sheet["label"],
        "title_lines": text.balance(sheet["title"], TITLE_ROOM),
        "part": sheet["part"],
        "rows": [(label, letter.cell_lines(value)) for label, value in sheet["rows"]],
    }


def _contents(sheet, assets, place):
    return {"heading": sheet["heading"], "table": letter.table(sheet["table"], ROOM)}


def _picture(sheet, assets, place):
    address = assets.add_photo(f"picture-{place}", sheet["base64"])
    return {"address": address, "caption": sheet["caption"]}


def _file_note(sheet, assets, place):
    paragraphs = [text.guard_dots(part) for part in sheet["paragraphs"]]
    return {"heading": sheet["heading"], "paragraphs": paragraphs, "people": sheet["people"]}


def _numbers(sheet, assets, place):
    return {"pages": range(sheet["count"])}


SHEETS = {
    "cover": _cover,
    "contents": _contents,
    "picture": _picture,
    "file_note": _file_note,
    "numbers": _numbers,
}
