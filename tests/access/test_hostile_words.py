"""Whatever stands in a text field: no page lets it be markup, no workbook lets it be a formula."""

import io
import logging

import pytest
from openpyxl import load_workbook

from archives_enforcement.workbook import XLSX, workbook
from tests import spoiling
from tests.access.hostile_input import Tries
from tests.access.policy import TABLE
from tests.access.walking import address

pytestmark = pytest.mark.django_db

RAW = "<img src=x onerror=alert(1)>"
MARKUP = f"\"'>{RAW}</textarea></title></script><script>alert(1)</script>"
FORMULAS = (
    "=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "\r=1+1", "＝1+1", "＋1", "－1", "＠SUM(1)",
    "=HYPERLINK(\"http://192.0.2.1\")", "=cmd|' /C calc'!A0", "%0A=1+1", ";=1+1", "'=1+1",
    "=DDE(\"a\";\"b\")", "=IMPORTXML(1)", "|calc", "\n=1+1", " =1+1", "\u200b=1+1", '"=1+1"',
)  # fmt: skip
ONE_IN = 25  # lines of the short run
LEAST_PAGES, LEAST_MARKED = 500, 300
LEAST_BOOKS, LEAST_CELLS = 40, 500


@pytest.fixture
def spoilt():
    yield spoiling.spoil
    spoiling.unspoil()
    logging.disable(logging.NOTSET)


def pages(world, rows):
    """Each page as the first sees it who may; a page that cannot bear spoilt keys is left out."""
    logging.disable(logging.CRITICAL)
    tries = Tries(world)
    for row in rows:
        if row.how != "POST" and tries.person(row):
            yield row, tries.send(row, "GET", address(row, world.records))


def look_for_markup(world, spoilt, rows):
    """(pages looked at, pages with the words on them, where they are markup)."""
    spoilt(MARKUP)
    seen, marked, raw = 0, 0, []
    for row, answer in pages(world, rows):
        if answer.status_code >= 400 or not answer.headers["Content-Type"].startswith("text/html"):
            continue
        seen += 1
        page = answer.content.decode()
        marked += "onerror=alert(1)" in page
        if RAW in page or "<script>alert" in page:
            raw.append(str(row))
    return seen, marked, raw


@pytest.mark.full
def test_no_page_lets_words_be_markup(world, spoilt):
    seen, marked, raw = look_for_markup(world, spoilt, TABLE)
    assert raw == []
    assert seen >= LEAST_PAGES and marked >= LEAST_MARKED, (seen, marked)


@pytest.mark.whole_set
def test_some_pages_let_no_words_be_markup(world, spoilt):
    seen, marked, raw = look_for_markup(world, spoilt, TABLE[::ONE_IN])
    assert raw == []
    assert seen >= marked > 0


def cells_of(answer):
    book = load_workbook(io.BytesIO(b"".join(answer)))
    return [cell for sheet in book for line in sheet.iter_rows() for cell in line]


@pytest.mark.full
@pytest.mark.parametrize("words", ["=1+1+", "@SUM(1)", "-1+1+"])
def test_no_export_has_a_cell_that_counts(world, spoilt, words, monkeypatch):
    """Every export of the table, and every list as Excel, with the words before each text."""
    spoilt(words, before=True)
    logging.disable(logging.CRITICAL)
    tries, books, led, counting = Tries(world), 0, 0, []
    monkeypatch.setattr("tests.access.hostile_input.read_out", lambda response: None)
    for row in TABLE:
        if not tries.person(row) or not row.page.endswith(("-export", "-list", "-excel")):
            continue
        url = address(row, world.records)
        url += ("&" if "?" in url else "?") + "export=xlsx"
        answer = tries.send(row, "GET", url)
        if answer.status_code == 200 and answer.headers["Content-Type"] == XLSX:
            books += 1
            for cell in cells_of(answer):
                led += str(cell.value).startswith(words.strip())
                if cell.data_type == "f":
                    counting.append((str(row), cell.coordinate))
    assert counting == []
    assert books >= LEAST_BOOKS and led >= LEAST_CELLS, (books, led)


def test_a_formula_is_written_as_the_words_it_is():
    book = workbook("表", [("列", 10)], [[each] for each in FORMULAS])
    cells = [row[0] for row in load_workbook(io.BytesIO(book)).active.iter_rows(min_row=2)]
    assert {cell.data_type for cell in cells} == {"s"}
    assert len(cells) == len(FORMULAS)
