"""The 版记 stands at the foot of an even last page (GB/T 9704-2012, 7.4)."""

import pytest

from tests.documents.typesetting import contents

COLOPHON = {
    "cc": ["示例市档案局", "区司法局"],
    "printer": f"{contents.BUREAU}办公室",
    "printed_on": "2024-07-15",
}


def of_lines(count):
    """A sealed letter with `count` short paragraphs and a 版记."""
    return contents.letter(paragraphs=[["p", "短句。"]] * count, **COLOPHON)


@pytest.mark.parametrize(("lines", "total"), [(2, 2), (14, 2), (20, 2), (24, 2), (30, 4)])
def test_last_page_is_even_and_carries_the_colophon(set_pages, lines, total):
    pages = set_pages(of_lines(lines))
    assert len(pages) == total
    assert [line.text for line in pages[-1].lines if "印发" in line.text] == [
        f"{contents.BUREAU}办公室2024年7月15日印发"
    ]


@pytest.mark.parametrize("lines", [2, 20])
def test_its_last_rule_lies_on_the_foot_of_the_type_area(set_pages, lines):
    page = set_pages(of_lines(lines))[-1]
    rules = page.ruled(28.2)[-3:]
    assert rules[-1][1] == pytest.approx(262, abs=0.1)
    assert [bottom - top for top, bottom in rules] == pytest.approx([0.35, 0.25, 0.35], abs=0.05)
    assert page.ruled(183.4)[-3:] == rules
    assert (page.ruled(27.5), page.ruled(184.1)) == ([], [])


@pytest.mark.parametrize("lines", [16, 18, 19, 20, 21])
def test_it_never_covers_the_text(set_pages, lines):
    page = set_pages(of_lines(lines))[-1]
    copies = next(place for place, line in enumerate(page.lines) if line.text.startswith("抄送"))
    assert page.lines[copies].text == "抄送：示例市档案局、区司法局。"
    assert page.lines[copies].size == pytest.approx(14, abs=0.05)
    if copies:
        assert page.lines[copies].baseline - page.lines[copies - 1].baseline > 8


def numbered(pages):
    return [line.text for page in pages for line in page.foot()]


def test_page_after_the_text_is_numbered(set_pages):
    assert numbered(set_pages(of_lines(2))) == ["—1—", "—2—"]


def test_blank_page_and_the_colophon_after_it_are_not_numbered(set_pages):
    candidates = (set_pages(of_lines(lines)) for lines in range(20, 30))
    pages = next(pages for pages in candidates if len(pages) == 4 and not pages[2].lines)
    assert numbered(pages) == ["—1—", "—2—"]
    assert pages[3].lines[0].text.startswith("抄送")


def test_letter_without_copies_and_printer_has_none(set_pages):
    pages = set_pages(contents.letter())
    assert [line for page in pages for line in page.lines if "印发" in line.text] == []
    assert len(pages) == 1
