"""The figures of GB/T 9704-2012, measured on the finished page."""

from itertools import pairwise

import pytest

from archives_enforcement.documents.forms.papers import TITLE_LENGTH
from tests.documents.typesetting import contents, measure

LEFT, RIGHT, TOP, FOOT = 28.0, 184.0, 37.0, 262.0
PITCH = 225 / 22
CELL = 156 / 28
RED = (0.902, 0, 0.071)


def full_pages(pages):
    """Pages between the first and the last: text from top to bottom."""
    return pages[1:-1]


def test_paper_is_a4(long_letter):
    assert {tuple(round(side) for side in page.size) for page in long_letter} == {(210, 297)}


def test_full_page_has_22_lines(long_letter):
    assert [len(page.body()) for page in full_pages(long_letter)] == [22] * (len(long_letter) - 2)
    assert len(long_letter) >= 4


def test_every_baseline_lies_on_the_grid(long_letter):
    for page in full_pages(long_letter):
        first = page.body()[0].baseline
        for number, line in enumerate(page.body()):
            assert line.baseline - first == pytest.approx(number * PITCH, abs=0.1)


def test_lines_stay_inside_the_type_area(long_letter):
    for page in long_letter:
        for line in page.body():
            assert line.left >= LEFT - 0.1
            assert line.right <= RIGHT + 0.3
            assert TOP < line.baseline < FOOT


def test_full_line_holds_28_hanzi(set_pages):
    lines = set_pages(contents.solid_letter(30))[0].body()
    solid = [line for line in lines if abs(line.left - LEFT) < 0.1 and len(line.text) > 20]
    assert {len(line.text) for line in solid} == {28}
    assert len(solid) >= 5


def test_wrapped_lines_are_filled_to_the_right_edge(long_letter):
    for page in full_pages(long_letter):
        for line, following in pairwise(page.body()):
            if abs(following.left - LEFT) < 0.1:  # the paragraph goes on
                assert line.right == pytest.approx(RIGHT, abs=0.4)


def test_paragraph_is_indented_by_two_cells(set_pages):
    page = set_pages(contents.letter())[0]
    line = next(line for line in page.body() if line.text.startswith("现将"))
    assert line.left == pytest.approx(LEFT + 2 * CELL, abs=0.1)


@pytest.mark.parametrize(
    ("start", "font"),
    [("一、", "Doc-Hei"), ("（1）", "Doc-Kai"), ("库房", "Doc-FangSong")],
)
def test_heading_levels_have_their_own_faces(long_letter, start, font):
    line = next(line for page in long_letter for line in page.body() if line.text.startswith(start))
    assert line.fonts - {"Doc-Latin"} == {font}
    assert line.size == pytest.approx(16, abs=0.05)


def test_title_is_size_two_and_centred_two_lines_below_the_red_line(set_pages):
    page = set_pages(contents.letter())[0]
    title = next(line for line in page.lines if line.text.startswith("关于"))
    _, rule_bottom = page.ruled(28.2)[0]
    assert title.size == pytest.approx(22, abs=0.05)
    assert title.fonts == {"Doc-XBS"}
    assert (title.left + title.right) / 2 == pytest.approx((LEFT + RIGHT) / 2, abs=0.5)
    assert title.baseline - title.size * measure.POINT - rule_bottom == pytest.approx(
        2 * PITCH, abs=2.5
    )


def test_mark_is_red_and_begins_35_mm_below_the_type_area(set_pages):
    mark = set_pages(contents.letter())[0].lines[0]
    assert mark.text == f"{contents.BUREAU}文件"
    assert mark.colour == pytest.approx(RED, abs=0.001)
    # A hanzi fills the em from 0.845 above the baseline.
    assert mark.baseline - 0.845 * mark.size * measure.POINT == pytest.approx(TOP + 35, abs=0.4)
    assert (mark.left + mark.right) / 2 == pytest.approx((LEFT + RIGHT) / 2, abs=1)


def test_red_line_is_as_wide_as_the_type_area_and_4_mm_below_the_number(set_pages):
    page = set_pages(contents.letter())[0]
    number = next(line for line in page.lines if line.text.startswith("示档反"))
    top, bottom = page.ruled(28.2)[0]
    assert bottom - top == pytest.approx(0.7, abs=0.05)
    assert page.ruled(183.4)[0] == pytest.approx((top, bottom), abs=0.05)
    assert (page.ruled(27.5), page.ruled(184.1)) == ([], [])
    # The em of a hanzi reaches 0.12 below the baseline.
    assert top - number.baseline - 0.12 * 16 * measure.POINT == pytest.approx(4, abs=0.4)


def test_page_numbers_stand_7_mm_below_on_the_outer_side(long_letter):
    for number, page in enumerate(long_letter, 1):
        (line,) = page.foot()
        assert line.text == f"—{number}—"
        assert line.size == pytest.approx(14, abs=0.05)
        if number % 2:
            assert line.right == pytest.approx(RIGHT - 14 * measure.POINT, abs=0.3)
        else:
            assert line.left == pytest.approx(LEFT + 14 * measure.POINT, abs=0.3)


@pytest.mark.parametrize("count", [1, 2, 3])
def test_title_lines_break_between_words_and_differ_in_length(set_pages, count):
    title = "关于对示例街道一等十二个街道办事处和区级机关档案工作开展联合行政执法检查有关情况的通报"
    page = set_pages(contents.letter(title=title[: 17 * count] if count < 3 else title))[0]
    lines = [line.text for line in page.lines if line.size == pytest.approx(22, abs=0.05)]
    assert len(lines) == count
    assert all(len(line) <= 20 for line in lines)
    assert all(first != second for first, second in pairwise(map(len, lines)))


def test_text_begins_below_the_longest_title_on_the_first_page(set_pages):
    title = "关于对示例街道一等十二个街道办事处和区级机关档案工作开展联合行政执法检查有关情况的通报"
    pages = set_pages(contents.letter(title=(title * 3)[:TITLE_LENGTH]))
    title = [line for line in pages[0].lines if line.size == pytest.approx(22, abs=0.05)]
    assert len(title) in (5, 6)
    assert "现将检查情况反馈如下。" in [line.text for line in pages[0].body()]


@pytest.mark.parametrize("extra", [10, 11, 12, 13])
def test_seal_never_stands_alone_on_a_page(set_pages, extra):
    paragraphs = [["p", f"第{number}行文字。"] for number in range(extra)]
    page = set_pages(contents.letter(paragraphs=paragraphs))[-1]
    name = next(line for line in page.lines if line.text == contents.BUREAU)
    before = [line for line in page.body() if line.baseline < name.baseline - 1]
    seal_top = min(curve["top"] for curve in page.curves)
    assert before[-1].text.endswith("行文字。")
    assert 0 < seal_top - before[-1].baseline < PITCH


def test_seal_is_42_mm_and_presses_on_name_and_date(set_pages):
    page = set_pages(contents.letter())[-1]
    date = next(line for line in page.lines if line.text == "2024年7月15日")
    left, right = (
        min(curve["x0"] for curve in page.curves),
        max(curve["x1"] for curve in page.curves),
    )
    top, bottom = (
        min(curve["top"] for curve in page.curves),
        max(curve["bottom"] for curve in page.curves),
    )
    # The ring is stroked: its path runs 0.6 mm inside the outer edge.
    assert (right - left, bottom - top) == pytest.approx((40.8, 40.8), abs=0.2)
    assert (left + right) / 2 == pytest.approx((date.left + date.right) / 2, abs=1)
    assert top < date.baseline < bottom
    assert date.right == pytest.approx(RIGHT - 4 * CELL, abs=0.3)


def test_without_seal_the_date_begins_two_cells_right_of_the_name(set_pages):
    page = set_pages(contents.letter(seal="", signatory="示例市示例区档案局"))[-1]
    name = next(line for line in page.lines if line.text == "示例市示例区档案局")
    date = next(line for line in page.lines if line.text == "2024年7月15日")
    assert page.curves == []
    assert name.right == pytest.approx(RIGHT - 2 * CELL, abs=0.3)
    assert date.left - name.left == pytest.approx(2 * CELL, abs=0.5)
    assert date.baseline - name.baseline == pytest.approx(PITCH, abs=0.05)


def test_attachments_are_named_in_the_letter_and_begin_their_own_pages(set_pages):
    second = contents.attachment(2) | {"title": "整改情况报告表"}
    pages = set_pages(contents.letter(attachments=[contents.attachment(2), second]))
    texts = [line.text for line in pages[0].lines] + [line.text for line in pages[1].lines]
    assert texts.count("附件：1.档案行政执法检查问题清单") == 1
    assert texts.count("2.整改情况报告表") == 1
    assert [page.lines[0].text for page in pages[-2:]] == ["附件1", "附件2"]
    label, title = pages[-1].lines[:2]
    assert (label.left, label.fonts) == (pytest.approx(LEFT, abs=0.1), {"Doc-Hei", "Doc-Latin"})
    assert title.baseline - label.baseline == pytest.approx(2 * PITCH, abs=1)


def test_an_attachment_that_is_only_named_takes_no_page(set_pages):
    pages = set_pages(contents.letter(attachments=[{"title": "报送表样"}]))
    assert len(pages) == 1
    assert "附件：报送表样" in [line.text for line in pages[0].lines]


def test_long_attachment_table_repeats_its_head(set_pages):
    pages = set_pages(contents.letter(attachments=[contents.attachment(30)]))
    heads = [head for page in pages for head in page.table_heads]
    assert heads == [["序号", "检查项目", "存在问题", "整改要求"]] * 4
