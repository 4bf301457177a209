"""Lay out a form (执法文书): fields, tables, pictures and lines to sign on."""

from archives_enforcement.documents.typesetting import drawings, letter, text

TITLE_ROOM = 19  # cells of 22 pt on the width of the form
LABEL_ROOM = 10  # cells of 12 pt in the column before the places to sign
ROOM = 160  # mm between the margins
PLACE = "_" * 14  # to sign at the foot
NOT_IN_A_STRING = str.maketrans("", "", '"\\\n')  # would end a string of CSS


def context(content, assets, folder):
    """Template values and extra CSS of a form; `content` is normalised."""
    title = text.balance(content["title"], TITLE_ROOM)
    blocks = [*content.get("blocks", ())]
    if content.get("deputation"):
        blocks.append({"kind": "text", "text": content["deputation"]})
    values = {
        "mark": content.get("mark", ""),
        "number": content.get("number", ""),
        "title": "".join(title),
        "title_lines": title,
        "blocks": [
            BLOCKS[block["kind"]](block, assets, place) for place, block in enumerate(blocks)
        ],
        "signatory": content.get("signatory", ""),
        "date": text.chinese_date(content.get("date", "")),
    }
    rules = [
        letter.column_rules(content, ROOM),
        letter.watermark_rule(content, assets, folder),
        _foot_rule(content.get("each_page", "")),
    ]
    if content.get("seal"):
        values["seal"] = letter.seal_address(content, assets, folder)
        values["seal_name"] = content["seal"]
    return values, "\n".join(rules)


def _foot_rule(signer):
    """CSS that leaves `signer` a place to sign at the right foot of every page."""
    name = signer.translate(NOT_IN_A_STRING)
    return f'@page {{ @bottom-right {{ content: "{name}签字：{PLACE}" }} }}' if signer else ""


def _fields(block, assets, place):
    rows = [(label, letter.cell_lines(value)) for label, value in block["rows"]]
    return {"kind": "fields", "heading": block.get("heading", ""), "rows": rows}


def _table(block, assets, place):
    return {
        "kind": "table",
        "heading": block.get("heading", ""),
        "table": letter.table(block, ROOM),
    }


def _text(block, assets, place):
    paragraphs = [text.guard_dots(part) for part in block["text"].split("\n")]
    return {"kind": "text", "heading": block.get("heading", ""), "paragraphs": paragraphs}


def _images(block, assets, place):
    images = [
        {
            "caption": image["caption"],
            "address": assets.add_photo(f"photo-{place}-{number}", image["base64"]),
        }
        for number, image in enumerate(block["images"])
    ]
    return {"kind": "images", "heading": block.get("heading", ""), "images": images}


def _signatures(block, assets, place):
    lines = []
    for number, line in enumerate(block["lines"]):
        picture = line.get("image_base64", "")
        name = f"signature-{place}-{number}"
        lines.append(
            {
                "label": line["label"],
                "label_lines": _label_lines(line["label"]),
                "name": line.get("name", ""),
                "note": line.get("note", ""),
                "undated": line.get("note", "").startswith("年"),
                "address": picture and assets.add_photo(name, picture, keep_lines=True),
            }
        )
    return {"kind": "signatures", "heading": block.get("heading", ""), "lines": lines}


def _label_lines(label):
    """A label longer than its column is parted before its bracket, so that the places line up."""
    who, bracket, how = label.partition("（")
    if len(label) <= LABEL_ROOM or not (who and bracket):
        return [label]
    return [who, bracket + how]


def _code(block, assets, place):
    """A QR code with the address and the code that do the same when they are typed."""
    picture = assets.add_drawing(f"code-{place}", drawings.qr_code(block["url"]))
    shown = {name: block[name] for name in ("url", "page", "code")}
    return {"kind": "code", "heading": block.get("heading", ""), "picture": picture, **shown}


BLOCKS = {
    "code": _code,
    "fields": _fields,
    "table": _table,
    "text": _text,
    "images": _images,
    "signatures": _signatures,
}
