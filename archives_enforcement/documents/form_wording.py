"""From the wording of a form to its blocks: rows of a table, headings, text, lines to sign."""

import re
from typing import NamedTuple

from archives_enforcement.documents.text_rules import FIELD, FIRST_LEVEL, filled, table_of, written

ROW = re.compile(r"^([^：{}]+)：\{([a-z_]+)\}$")
SIGNED = "签字："
HEAD, SECTION_HEAD = "机关负责人：", "承办机构负责人："
TYPED_BY = ("承办人：", "填表人：")
BY_HAND = "承办机构负责人（手写签字）："  # nobody holds the post here: the line waits for a pen
DAY_TO_WRITE = "　　　　年　　月　　日"  # beside a line to sign; each signs on his own day


def blocks(wording: str, fields: dict) -> list[dict]:
    """The blocks that the typesetter knows; a fact that is not there leaves a cell to write in."""
    whole = FIELD.fullmatch(wording.strip())
    if whole:
        return fields.get(whole[1], [])  # the app that drafts it laid the form out itself
    found, heading, before = [], "", ""
    for line in filter(None, (line.strip() for line in wording.splitlines())):
        if FIRST_LEVEL.match(line):
            heading = line
        else:
            block = _block(line, fields)
            if heading or _parts(before, line) or not found or not _joined(found[-1], block):
                found.append({**block, "heading": heading})
            heading, before = "", line
    return found


class Act(NamedTuple):
    """One act that was done here: whose line it fills, by whom, on which day (`2026年3月2日`)."""

    label: str
    name: str
    day: str
    opinion: str = ""


def done_online(blocks: list[dict], acts: list[Act]) -> list[dict]:
    """The blocks with each act in its line, and before the lines the opinions that were written.

    Officers, parties and witnesses sign by hand; so does whoever has no act here.
    """
    done = {act.label: act for act in acts}
    return [part for block in blocks for part in _with_acts(block, done)]


def _with_acts(block: dict, done: dict[str, Act]) -> list[dict]:
    if block["kind"] != "signatures":
        return [block]
    labels = [line["label"] for line in block["lines"]]
    opinions = [
        [f"{label.rstrip('：')}意见", done[label].opinion]
        for label in labels
        if label in done and done[label].opinion
    ]
    lines = [_line(line, done.get(line["label"])) for line in block["lines"]]
    told = {"kind": "fields", "rows": opinions, "heading": ""}
    return [*([told] if opinions else []), {**block, "lines": lines}]


def _line(line: dict, act: Act | None) -> dict:
    if act:
        return {**line, "name": act.name, "note": act.day}
    return {**line, "label": BY_HAND} if line["label"] == SECTION_HEAD else line


def to_sign(line: str) -> list[dict]:
    """The lines on which those whom a line of the wording names after SIGNED are to sign."""
    signers = line.removeprefix(SIGNED).split("、")
    return [{"label": f"{who}：", "note": DAY_TO_WRITE} for who in signers]


def _parts(before: str, line: str) -> bool:
    """Whether printed words follow what somebody said or found: they are not to pass for it."""
    return FIELD.fullmatch(before) is not None and FIELD.search(line) is None


def _joined(last: dict, block: dict) -> bool:
    """Put `block` into the one before it, if they are of a kind: rows to rows, lines to lines."""
    if last["kind"] == block["kind"] == "fields":
        last["rows"] += block["rows"]
    elif last["kind"] == block["kind"] == "text":
        last["text"] += f"\n{block['text']}"
    else:
        return False
    return True


def _block(line: str, fields: dict) -> dict:
    if row := ROW.match(line):
        return {"kind": "fields", "rows": [[row[1], written(fields.get(row[2], ""))]]}
    if line.startswith(SIGNED):
        return {"kind": "signatures", "lines": to_sign(line)}
    whole = FIELD.fullmatch(line)
    if whole and (table := table_of(fields.get(whole[1]))):
        return {"kind": "table", **table}
    return {"kind": "text", "text": filled(line, fields)}
