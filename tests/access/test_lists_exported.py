"""Every list that shows rows gives them as Excel, to whoever sees the page: all of its rows, in
its order, under its headings."""

import io
import re
from datetime import date, datetime
from html import unescape
from html.parser import HTMLParser

import pytest
from django.test import RequestFactory
from openpyxl import load_workbook

from archives_enforcement import views
from archives_enforcement.exporting import Exported
from archives_enforcement.templatetags.formats import cn_date, cn_datetime
from tests.access.policy import TABLE
from tests.access.test_resolver import patterns
from tests.access.walking import address, site

pytestmark = pytest.mark.django_db

SETTING = "a setting of the bureau: each version with its source stands whole on the page"
PICKING = "a step of an act: rows are offered to choose one"
NOT_EXPORTED = {
    "inspections:checklist-scoring": SETTING,
    "inspections:finding-rules": SETTING,
    "inspections:self-rule-list": SETTING,
    "publicity:notice-rules": SETTING,
    "documents:seal-list": SETTING,
    "inspections:inspection-pick": PICKING,
    "inspections:invitation-list": "an observer's own few invitations",
    "supervision:own-fault-list": "what concerns the reader himself, one by one",
    "notifications:message-list": "one's own inbox: what it tells stands on the records",
    "workdays:record-clocks": "part of one record; the board of clocks is exported",
}
READERS = "cohrTmdjISA"  # the first who sees rows is asked
IN_ANOTHER_WORD = {
    "监管": "重点监控", "回复情况": "最近回复", "约谈时间": "约谈日期", "活动": "名称",
    "人数和次数": "人数", "公示期": "停止公示日期", "采取解除": "采取日期",
}  # fmt: skip
NO_COLUMN = "办理"  # buttons
EXPORT = re.compile(r'<a [^>]*href="([^"]*)"[^>]*>(?:(?!</a>).)*导出', re.DOTALL)
TOTAL = re.compile(r'<p class="muted num">共 (\d+) ')
LEAST_COMPARED = 30


def plain(text: str) -> str:
    """Without spaces and what parts the items of a list."""
    return "".join(text.replace("、", "").split())


class Table(HTMLParser):
    """The first table of a page: its heads, and the plain text of each row."""

    def __init__(self, html: str):
        super().__init__()
        self.heads, self.rows, self.into, self.over = [], [], None, False
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if self.over:
            return
        if tag == "th" and ("scope", "col") in attrs:
            self.into = self.heads
            self.into.append("")
        elif tag == "tr" and self.heads:
            self.into = self.rows
            self.into.append("")

    def handle_endtag(self, tag):
        if tag == "table":
            self.over, self.into = True, None

    def handle_data(self, data):
        if self.into:
            self.into[-1] += plain(data)


def fetch(user, url: str):
    request = RequestFactory().get(url)
    request._cached_user = user
    return site().get_response(request)


def shown(name: str, world):
    """The first page of this name with rows: who sees it, where, and what."""
    rows = [row for row in TABLE if row.page == name and row.record[0] in ".?"]
    for row in rows:
        for letter in READERS:
            user, url = world.users[letter], address(row, world.records)
            found = fetch(user, url)
            html = found.content.decode() if found.status_code == 200 else ""
            if (table := Table(html)).rows:
                return user, url, html, table
    return None


def sheet_of(found) -> list[tuple]:
    content = b"".join(found.streaming_content) if found.streaming else found.content
    return list(load_workbook(io.BytesIO(content)).worksheets[0].values)


def in_words(value) -> str:
    """How a cell stands on a page."""
    if isinstance(value, datetime):
        midnight = (value.hour, value.minute) == (0, 0)
        value = cn_date(value.date()) if midnight else cn_datetime(value)
    elif isinstance(value, date):
        value = cn_date(value)
    return "" if value is None else plain(str(value))


def differences(html: str, table: Table, sheet: list[tuple]) -> list[str]:
    heads, *lines = sheet
    total = TOTAL.search(html)
    expected = int(total[1]) if total else len(table.rows)
    found = [] if len(lines) == expected else [f"{expected} rows, in the file {len(lines)}"]
    asked = [IN_ANOTHER_WORD.get(each, each) for each in table.heads if each != NO_COLUMN]
    for head in asked:
        parts = head.split("/")  # two figures under one heading
        if not all(any(part in each or each in part for each in heads) for part in parts):
            found.append(f"no column {head}")
    for row, line in zip(table.rows, lines, strict=False):  # the page is the file's beginning
        for head, cell in zip(heads, line, strict=True):
            if head in table.heads and in_words(cell) not in row:
                found.append(f"{head}: {cell!r} is not in {row[:120]!r}")
    return found


def compare(user, url: str, html: str, table: Table) -> list[str]:
    offered = [unescape(each) for each in EXPORT.findall(html)]
    link = next((each for each in offered if "export=xlsx" in each), next(iter(offered), ""))
    if not link:
        return ["not offered"]
    found = fetch(user, url.partition("?")[0] + link if link[0] == "?" else link)
    if "spreadsheet" not in found.get("Content-Type", ""):
        return [f"{link} gives no workbook: {found.status_code}"]
    return differences(html, table, sheet_of(found))


def test_every_list_with_rows_gives_them_as_excel(world):
    wrong, compared = [], 0
    for name, view in patterns():
        listing = issubclass(getattr(view, "view_class", object), views.ListView | Exported)
        if not listing or "export" in name or name in NOT_EXPORTED:
            continue
        if page := shown(name, world):
            compared += 1
            if found := compare(*page):
                wrong += [f"{name}: {each}" for each in found]
    assert "\n".join(wrong) == ""
    assert compared >= LEAST_COMPARED
