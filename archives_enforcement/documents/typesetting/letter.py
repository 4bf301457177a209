"""Lay out a letter (红头文件) by GB/T 9704-2012: figures that depend on the content."""

from archives_enforcement.documents.typesetting import charts, drawings, text

CELL = 156 / 28 / 25.4 * 72  # width of one hanzi with its gap, pt
ROOM = 156  # mm between the margins
MARK_LARGEST, MARK_ROOM = 52, 430  # pt
TITLE_ROOM = 20  # cells of 22 pt in 156 mm
DATE_RIGHT = 4  # cells left free right of the date above a seal
PLAIN_RIGHT = 2  # cells left free right of the name when there is no seal
SEAL_ABOVE = 19.2  # mm the seal rises above the line of the name: to 1.2 mm below the text
MARK_TOP, BLANK_ABOVE = 35, 0.035  # mm; part of the em that is empty above a hanzi


def context(content, assets, folder):
    """Template values and extra CSS of a letter; `content` is normalised."""
    attachments = [_attachment(item) for item in content.get("attachments", ())]
    title = text.balance(content["title"], TITLE_ROOM)
    values = {
        "mark": content.get("mark", ""),
        "number": content.get("number", ""),
        "title": "".join(title),
        "title_lines": title,
        "to": content.get("to", "").rstrip("：:"),
        "paragraphs": list(_paragraphs(content.get("paragraphs", ()), assets)),
        "attachments": attachments,
        "signatory": content.get("signatory", ""),
        "date": text.chinese_date(content.get("date", "")),
        "notes": list(_notes(content)),
        "cc": "、".join(content.get("cc", ())),
        "printer": content.get("printer", ""),
        "printed_on": text.chinese_date(content.get("printed_on", "")),
    }
    rules = [_mark_rule(values["mark"]), *_sign_rules(values, content, assets, folder)]
    rules += [column_rules(content), watermark_rule(content, assets, folder)]
    return values, "\n".join(rules)


def watermark_rule(content, assets, folder):
    """CSS that puts the watermark of `content` behind every page; empty without one."""
    if not content.get("watermark"):
        return ""
    drawing = drawings.watermark(folder, content["watermark"])
    return (
        f"@page {{ background: url({assets.add_drawing('watermark', drawing)}) center no-repeat }}"
    )


def seal_address(content, assets, folder):
    """The seal as the bureau has registered it, or drawn from its name."""
    if content.get("seal_picture"):
        return assets.add_stamp("seal", content["seal_picture"])
    return assets.add_drawing("seal", drawings.seal(folder, content["seal"]))


def _paragraphs(paragraphs, assets):
    for place, (kind, body) in enumerate(paragraphs):
        if kind == "table":
            yield {"kind": kind, "table": table(body)}
        elif kind == "signatures":
            yield {"kind": kind, "lines": body}
        elif kind == "chart":
            drawing = _drawn(body)
            address = assets.add_drawing(f"chart-{place}", drawing)
            yield {"kind": kind, "address": address, "alt": body["title"]}
        else:
            for part in body.split("\n"):
                yield {"kind": kind, "text": text.guard_dots(part.strip())}


def _drawn(body) -> str:
    """Bars of one series, or columns of several with what they are of."""
    if "series" in body:
        return charts.columns(body["title"], body["labels"], body["series"], printed=True)
    return drawings.chart(body["title"], body["bars"])


def table(body, room=ROOM):
    """Template values of a table: head, rows and the class of each column's width."""
    head = body.get("head", ())
    return {
        "numbered": bool(head) and head[0] == "序号",
        "columns": [f"w{tenths}" for tenths in _tenths(body.get("widths", ()), room)],
        "head": head,
        "rows": [[cell_lines(cell) for cell in row] for row in body["rows"]],
    }


def cell_lines(cell):
    """The lines of one table cell, whatever type the value has."""
    return text.guard_dots("" if cell is None else str(cell)).split("\n")


def _tenths(widths, room):
    """The widths in tenths of a millimetre, stretched or shrunk to fill `room` mm."""
    total = sum(float(width) for width in widths)
    return [round(float(width) * room / total * 10) for width in widths]


def column_rules(content, room=ROOM):
    """CSS for every column width of the tables in `content`."""
    found = set()

    def look(value):
        if isinstance(value, dict):
            found.update(_tenths(value.get("widths", ()), room))
            value = list(value.values())
        if isinstance(value, list):
            for item in value:
                look(item)

    look(content)
    return "\n".join(f".w{tenths} {{ width: {tenths / 10}mm }}" for tenths in sorted(found))


def _attachment(item):
    """One without rows is only named: it lies behind the letter as a paper of its own."""
    return {"title": item["title"], "table": table(item) if "rows" in item else None}


def _notes(content):
    """附注 in brackets; who signed in another's place is the last."""
    for note in filter(None, (*content.get("notes", ()), content.get("deputation"))):
        yield note if note.startswith("（") else f"（{note}）"


def _mark_rule(mark):
    """As large as the type area allows, spread a little when the name is short."""
    count = max(len(mark), 1)
    size = min(MARK_LARGEST, MARK_ROOM / count)
    gap = min(0.25 * size, (MARK_ROOM - size * count) / max(count - 1, 1))
    top = MARK_TOP - BLANK_ABOVE * size / 72 * 25.4
    return (
        f".mark {{ top: {top:.2f}mm; font-size: {size:.2f}pt; letter-spacing: {gap:.2f}pt; "
        f"margin-right: -{gap:.2f}pt }}"
    )


def _sign_rules(values, content, assets, folder):
    """Indents of name and date in pt, and the place of the seal."""
    name, date = text.cells(values["signatory"]), text.cells(values["date"])
    if not content.get("seal"):
        # The date begins two cells right of the name; the longer line keeps two cells free.
        name_right = max(PLAIN_RIGHT, PLAIN_RIGHT + date + 2 - name)
        return [
            f".signatory {{ margin-right: {name_right * CELL:.2f}pt }}",
            f".date {{ margin-right: {(name_right + name - 2 - date) * CELL:.2f}pt }}",
        ]
    middle = DATE_RIGHT + date / 2
    name_right = max(middle - name / 2, 0)
    values["seal"] = seal_address(content, assets, folder)
    values["seal_name"] = content["seal"]
    return [
        f".signatory {{ margin-right: {name_right * CELL:.2f}pt }}",
        f".date {{ margin-right: {DATE_RIGHT * CELL:.2f}pt }}",
        f".seal {{ top: -{SEAL_ABOVE}mm; "
        f"right: {middle * CELL - drawings.SEAL_MM / 2 / 25.4 * 72:.2f}pt }}",
    ]
