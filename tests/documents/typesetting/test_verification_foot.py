"""The QR code and the words beside it, at the foot of the last page and nowhere else."""

from io import BytesIO

import page as validator
import pdfplumber
import pypdfium2
import pytest
import segno

from archives_enforcement.documents.typesetting import engine
from tests.documents.typesetting import contents
from tests.documents.typesetting.test_colophon import COLOPHON

PAGE = "https://archives.example.gov.cn/verify/"
VERIFICATION = {
    "url": f"{PAGE}ABCDEFGHJKLMNPQRSTUVWXYZ23/",
    "page": PAGE,
    "code": "ABCD-EFGH-JKLM-NPQR",
}
WORDS = [
    "核验码ABCD-EFGH-JKLM-NPQR",
    f"扫描二维码，或者打开{PAGE}输入发文字号和核验码，核对真伪。",
]
# Corner of the QR code and its side, in mm.
PLACE = {"letter": (56, 267, 20), "form": (28, 273.5, 17)}
SCALE = 12  # pixels per mm when modules are looked at
PAPERS = {
    "one page": contents.letter(),
    "several pages": contents.long_letter(4),
    "版记": contents.letter(**COLOPHON),
    "版记 after a blank page": contents.letter(paragraphs=[["p", "短句。"]] * 26, **COLOPHON),
    "attachment": contents.letter(attachments=[contents.attachment(9)]),
    "form": contents.form(rows=12),
}


def with_code(content):
    return content | {"verification": VERIFICATION}


def words(page):
    """What stands beside the QR code, line by line joined."""
    return "".join(line.text for line in page.lines if line.size < 9.1 and line.baseline > 268)


@pytest.fixture(params=PAPERS)
def paper(request):
    return PAPERS[request.param]


def test_only_the_last_page_says_how_to_verify(set_pages, paper):
    pages = set_pages(with_code(paper))
    assert [words(page) for page in pages] == [""] * (len(pages) - 1) + ["".join(WORDS)]


def test_nothing_else_moves(set_pages, paper):
    def others(pages):
        return [
            [(line.text, line.baseline, line.left) for line in page.lines if line.size > 9.1]
            for page in pages
        ]

    assert others(set_pages(with_code(paper))) == others(set_pages(paper))


def test_the_words_keep_clear_of_the_page_number_and_the_edge(set_pages, paper):
    page = set_pages(with_code(paper))[-1]
    beside = [line for line in page.lines if line.size < 9.1 and line.baseline > 268]
    numbers = [line for line in page.lines if line.size > 9.1 and line.baseline > 268]
    assert all(line.right + 2 < number.left or number.right + 20 < line.left
               for line in beside for number in numbers)  # fmt: skip
    assert max(line.baseline for line in beside) < 292


# From a page with room left to a new page that has just begun.
LINES = [16, 19, 21, *(pytest.param(n, marks=pytest.mark.full) for n in (17, 18, 20, 22, 23))]


@pytest.mark.parametrize("spaces", LINES)
def test_however_full_the_last_page_the_code_is_on_it(set_pages, spaces):
    content = contents.letter(paragraphs=[["p", "短句。"]] * spaces, seal="")
    pages = set_pages(with_code(content))
    assert len(pages) == len(set_pages(content))
    assert words(pages[-1]) == "".join(WORDS)


def test_a_long_address_is_printed_whole(set_pages):
    long = "https://dangan-zhifa.example-district.example-city.gov.cn/verify/"
    for content in (contents.letter(), contents.form(rows=1)):
        shown = content | {"verification": VERIFICATION | {"page": long}}
        assert words(set_pages(shown)[-1]).endswith(f"{long}输入发文字号和核验码，核对真伪。")


@pytest.mark.parametrize("layout", PLACE)
def test_the_qr_code_is_drawn_module_by_module(layout, printing_fonts):
    content = contents.letter() if layout == "letter" else contents.form(rows=1)
    pdf = engine.typeset(with_code(content), created=contents.CREATED)
    document = pypdfium2.PdfDocument(pdf)
    picture = document[len(document) - 1].render(scale=SCALE * 25.4 / 72).to_pil().convert("L")
    wanted = segno.make_qr(VERIFICATION["url"], error="m").matrix
    left, top, side = PLACE[layout]
    module = side / len(wanted)

    def dark(row, column):
        x, y = left + (column + 0.5) * module, top + (row + 0.5) * module
        return picture.getpixel((round(x * SCALE), round(y * SCALE))) < 128

    size = range(len(wanted))
    assert [[dark(row, column) for column in size] for row in size] == [
        [bool(value) for value in row] for row in wanted
    ]
    blank = range(-4, len(wanted) + 4)  # the quiet zone
    assert not any(dark(row, column) for row in (-1, -4, len(wanted)) for column in blank)
    assert not any(dark(row, column) for row in blank for column in (-1, -4, len(wanted)))


@pytest.mark.parametrize("layout", PLACE)
def test_the_file_stays_conformant_and_the_picture_has_words(layout, printing_fonts):
    content = contents.letter(**COLOPHON) if layout == "letter" else contents.form(rows=3)
    pdf = engine.typeset(with_code(content), created=contents.CREATED)
    report = validator.validate_pdf_bytes(pdf, profile=validator.ValidationProfile.PDF_A_3U)
    assert [(failure.rule_id, failure.message) for failure in report.failures] == []
    with pdfplumber.open(BytesIO(pdf)) as document:
        texts = list(alternatives(document.structure_tree))
    assert f"核验二维码，指向{VERIFICATION['url']}" in [text.replace(" ", "") for text in texts]


def alternatives(elements):
    """The alternative texts in a tree of tags."""
    for element in elements:
        if text := element.get("alt_text"):
            yield text
        yield from alternatives(element.get("children", ()))
