"""Every letter of the catalogue keeps GB/T 9704-2012, however little or much it says."""

from itertools import pairwise

import pytest
from django.conf import settings

from archives_enforcement.documents import composing, kinds
from archives_enforcement.documents.typesetting import engine, fonts
from tests.documents import every_kind
from tests.documents.typesetting import contents, measure

pytestmark = pytest.mark.papers
LEFT, RIGHT, TOP, FOOT, PITCH, CELL = 28.0, 184.0, 37.0, 262.0, 225 / 22, 156 / 28
LENGTHS = {"a word": 2, "a line": 30, "a paragraph": 150, "half a page": 400, "pages": 1500}
LETTERS = [code for code, kind in kinds.KINDS.items() if kind.layout == "letter"]
CASES = [
    (code, length)
    if place == 7 * number  # one kind at each length; all at all lengths in the full run
    else pytest.param(code, length, marks=pytest.mark.full)
    for place, code in enumerate(LETTERS)
    for number, length in enumerate(LENGTHS)
]


@pytest.fixture(scope="module", autouse=True)
def printing_fonts():
    fonts.build(settings.FONT_DIR)


def faults(pages) -> list[str]:
    """What is not as the standard says, page by page."""
    found = []
    for page in pages:
        found += [f"p{page.number}: {why}" for why in _faults(page)]
    text = [page for page in pages if page.body()]  # 版记 may have the last page to itself
    for page in text[1:-1]:
        rows = round((page.body()[-1].baseline - page.body()[0].baseline) / PITCH) + 1
        # A heading may not stand alone at the foot, and the seal takes a line of text with it.
        if not (17 if page is text[-2] else 21) <= rows <= 22:
            found.append(f"p{page.number}: {rows} lines")
    return found


def _faults(page):
    if tuple(round(side) for side in page.size) != (210, 297):
        yield f"size {page.size}"
    for line in page.body():
        if line.left < LEFT - 0.1 or line.right > RIGHT + 0.3:
            yield f"“{line.text[:6]}” from {line.left:.2f} to {line.right:.2f}"
        if abs(line.left - LEFT) < 0.1 and len(line.text) > 28 and line.text.isalpha():
            yield f"{len(line.text)} signs in a line"
    for one, two in pairwise(page.body()):
        step = (two.baseline - one.baseline) / PITCH
        if abs(step - round(step)) > 0.02 or step < 0.9:
            yield f"“{two.text[:6]}” {step:.3f} lines below the one before"
    yield from _faults_of_number(page)


def _faults_of_number(page):
    """单页码居右空一字，双页码居左空一字."""
    number = next((line for line in page.foot() if abs(line.size - 14) < 0.1), None)
    if number is None:
        return
    wanted = RIGHT - 14 * measure.POINT if page.number % 2 else LEFT + 14 * measure.POINT
    place = number.right if page.number % 2 else number.left
    if abs(place - wanted) > 0.4:
        yield f"page number at {place:.2f}"


@pytest.mark.parametrize(("code", "length"), CASES)
def test_a_letter_of_any_length_keeps_to_the_grid(unit, officer, code, length):
    words = (contents.FINDING * 20)[: LENGTHS[length]]
    paper = every_kind.draft(code, unit, officer)
    paper.fields |= dict.fromkeys(kinds.KINDS[code].fields, words)  # lists too, as from before
    paper.bureau.seal_name = contents.BUREAU
    content = composing.content(paper, number="示10档〔2024〕1号", on=paper.drafted_on)
    pages = measure.pages(engine.typeset(content, created=contents.CREATED))
    assert faults(pages) == []
    assert sum(len(page.body()) for page in pages) > 3


def test_a_line_off_the_grid_is_found():
    pages = measure.pages(engine.typeset(contents.long_letter(8), created=contents.CREATED))
    assert faults(pages) == []
    for line in pages[1].body()[7:]:
        line.baseline += 0.5
    assert len(faults(pages)) == 1
