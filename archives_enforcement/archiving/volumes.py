"""Binding: from the fixed contents of a case file to the PDF of one of its parts.

Papers go in as they were issued, record sheets as they were set; pictures and the pages of uploaded
PDFs one a page under their title; other files, recordings above all, stay in the package alone,
named in the contents list. Cover, contents list and file note are not numbered.
"""

import json
from datetime import date
from typing import NamedTuple

from django.utils import timezone

from archives_enforcement.archiving import pictures, sheets
from archives_enforcement.archiving.binding.binder import Part, bind, page_count
from archives_enforcement.archiving.lines import FILE
from archives_enforcement.archiving.models import CaseFile
from archives_enforcement.archiving.registry import MAIN
from archives_enforcement.documents.typesetting import press
from archives_enforcement.documents.typesetting.glyphs import legible
from archives_enforcement.files import recordings, store
from archives_enforcement.templatetags.formats import cn_date

MOST_SHOWN = 120  # pictures in one volume: what can be set within the time of one job
NOT_BOUND = "电子件"
HEAD = ["序号", "文号", "责任者", "题名", "日期", "页号", "备注"]
WIDTHS = [12, 28, 24, 44, 21, 17, 24]
PARTS = {"main": "正卷", "inner": "副卷"}


class Plan(NamedTuple):
    """All that the bytes of a volume depend on."""

    title: str
    mark: str
    label: str
    part: str
    rows: list  # of the cover
    lines: list[dict]
    bodies: list[bytes]  # one for each line
    note: dict
    created: str


def plan(case_file: CaseFile, part: str) -> Plan:
    contents = case_file.contents
    lines = sheets.with_files(case_file, part)
    return Plan(
        title=contents["title"],
        mark=case_file.bureau.name,
        label=contents["label"],
        part=part,
        rows=_cover_rows(case_file),
        lines=lines,
        bodies=[_body(line) for line in lines],
        note=_note(case_file, part),
        created=timezone.localtime(case_file.fixed_at).isoformat(timespec="seconds"),
    )


def _body(line: dict) -> bytes:
    """The bytes of one line; a recording shows nothing on paper and is not carried along."""
    return b"" if line["media_type"] in recordings.MEDIA else store.get(line["sha256"])


def make(plan: Plan) -> bytes:
    """One line of JSON (first and last page of each line, or null), then the PDF.

    Run in the bounded child. Raises TypesettingError when a text cannot be set.
    """
    entries = _entries(plan)
    sheets = [sheet for entry in entries if not isinstance(entry, bytes) for sheet in entry]
    shown = _set(plan, sheets) if sheets else b""
    parts, pages, number, place = [], [], 1, 0
    for position, (line, entry) in enumerate(zip(plan.lines, entries, strict=True), start=1):
        paper = isinstance(entry, bytes)
        count = page_count(entry) if paper else len(entry)
        pages.append([number, number + count - 1] if count else None)
        if paper:
            parts.append(Part(entry, f"{position}　{line['title']}"))
        elif count:
            parts.append(Part(shown, f"{position}　{line['title']}", place, place + count))
            place += count
        number += count
    pdf = _whole(plan, parts, pages, number - 1)
    return json.dumps(pages).encode() + b"\n" + pdf


def _entries(plan: Plan) -> list[bytes | list[dict]]:
    """One for each line; when the volume shows MOST_SHOWN pictures, further ones stay outside."""
    found, left = [], MOST_SHOWN
    for line, body in zip(plan.lines, plan.bodies, strict=True):
        entry = _entry(line, body)
        if not isinstance(entry, bytes):
            entry = entry if len(entry) <= left else []
            left -= len(entry)
        found.append(entry)
    return found


def _entry(line: dict, body: bytes) -> bytes | list[dict]:
    """A paper or record sheet itself, or the pages that show a file: none when it cannot be."""
    if line["source"] != FILE:
        return body
    found = pictures.shown(body, line["media_type"])
    return [
        {"kind": "picture", "caption": _caption(line, place, len(found)), "base64": picture}
        for place, picture in enumerate(found, start=1)
    ]


def _caption(line: dict, place: int, count: int) -> str:
    day = cn_date(date.fromisoformat(line["made_on"]))
    return f"{line['title']}　{day}{f'　第 {place} 页，共 {count} 页' if count > 1 else ''}"


def _set(plan: Plan, sheets: list[dict]) -> bytes:
    title = f"{plan.title.replace(chr(10), '')}（{PARTS[plan.part]}）"
    content = {"layout": "volume", "title": title, "mark": plan.mark, "sheets": sheets}
    return press.engine().typeset(legible(content), created=plan.created)


def _whole(plan: Plan, parts: list[Part], pages: list, count: int) -> bytes:
    cover, contents = (
        _set(plan, [sheet]) for sheet in (_cover(plan, count), _contents(plan, pages))
    )
    note = dict(plan.note, paragraphs=[_tally(plan, count), *plan.note["paragraphs"]])
    around = [Part(cover, "封面"), Part(contents, "卷内目录")]
    numbers = _set(plan, [{"kind": "numbers", "count": count}]) if count else None
    before = page_count(cover) + page_count(contents)
    return bind([*around, *parts, Part(_set(plan, [note]), "备考表")], numbers, before)


def _cover(plan: Plan, count: int) -> dict:
    tally = f"{len(plan.lines)} 件　{count} 页"
    rows = [*plan.rows, ["本卷件数页数", tally]]
    return {
        "kind": "cover",
        "mark": plan.mark,
        "label": plan.label,
        "part": PARTS[plan.part],
        "title": plan.title,
        "rows": rows,
    }


def _contents(plan: Plan, pages: list) -> dict:
    rows = [
        [
            str(position),
            line["number"],
            line["issuer"],
            line["title"],
            line["made_on"].replace("-", ""),
            _span(span),
            line["note"] if span else NOT_BOUND,
        ]
        for position, (line, span) in enumerate(zip(plan.lines, pages, strict=True), start=1)
    ]
    table = {"head": HEAD, "widths": WIDTHS, "rows": rows}
    return {"kind": "contents", "heading": "卷内目录", "table": table}


def _span(span) -> str:
    if not span:
        return "—"
    first, last = span
    return str(first) if first == last else f"{first}-{last}"


def _tally(plan: Plan, count: int) -> str:
    return f"本卷（{PARTS[plan.part]}）共 {len(plan.lines)} 件、{count} 页。"


def _cover_rows(case_file: CaseFile) -> list:
    contents = case_file.contents
    days = [
        [label, _written(contents[key])]
        for label, key in zip(contents["days"], ("opened_on", "closed_on"), strict=True)
    ]
    return [
        *contents["rows"],
        ["办案机构", case_file.bureau.name],
        *days,
        ["处理结果", contents.get("outcome", contents["route"])],
        ["保管期限", case_file.get_retention_display()],
        ["全宗号", contents.get("fonds", "")],
        ["目录号", case_file.catalogue],
        ["案卷号", case_file.file_number],
        ["归档号", case_file.number or "（归档时编号）"],
    ]


def _written(iso: str) -> str:
    return cn_date(date.fromisoformat(iso)) if iso else "—"


def _note(case_file: CaseFile, part: str) -> dict:
    reasons = [
        f"缺{row['what']}：{case_file.reasons[row['what']].rstrip('。')}。"
        for row in case_file.contents["missing"]
        if part == (row["part"] if row["part"] in case_file.parts else MAIN)
    ]
    condition = case_file.condition or "卷内文件没有缺损、修改、补充、移出的情况。"
    return {
        "kind": "file_note",
        "heading": "卷内备考表",
        "paragraphs": [condition, *reasons],
        "people": [
            ["立卷人", str(case_file.compiled_by)],
            ["立卷日期", cn_date(case_file.compiled_on)],
            ["检查人", str(case_file.checked_by) if case_file.checked_by else "（归档时签注）"],
            ["归档日期", cn_date(case_file.archived_on) or "（归档时签注）"],
        ],
    }
