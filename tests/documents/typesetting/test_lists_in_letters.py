"""A list within a letter: its head on each page, no row cut, and lines to sign below it."""

from itertools import pairwise

import pytest

from archives_enforcement.documents import form_wording, kinds, tabling
from tests.documents.typesetting import contents
from tests.documents.typesetting.measure import POINT

PITCH = 10.225  # mm between the lines of a letter
COLUMNS = kinds.KINDS["preservation_notice"].tables["items"]
SIGNERS = ("当事人（签章）", "执法人员", "执法人员", "见证人")


@pytest.fixture(scope="module")
def pages(set_pages):
    typed = "\n".join(f"物品{place}|首，{'文字说明' * 8}末" for place in range(1, 31))
    lines = form_wording.to_sign(f"签字：{'、'.join(SIGNERS)}")
    paragraphs = [["h1", "一、清单"], *tabling.laid_out(typed, COLUMNS), ["p", "请核对。"]]
    return set_pages(contents.letter(paragraphs=[*paragraphs, ["signatures", lines]]))


def test_its_head_stands_on_each_page_and_no_row_is_cut(pages):
    said = ["".join(line.text for line in page.lines) for page in pages]
    listed = [page for page in said if "首，" in page]
    assert len(listed) > 1
    assert all("存放地点" in page for page in listed)
    assert sum(page.count("首，") for page in listed) == 30
    assert all(page.count("首，") == page.count("末") for page in listed)


def test_the_lines_to_sign_keep_the_pitch_and_stand_together(pages):
    (page,) = (page for page in pages if any("见证人" in line.text for line in page.lines))
    to_sign = [line for line in page.lines if line.text.endswith("年月日")]
    assert [line.text.partition("：")[0] for line in to_sign] == list(SIGNERS)
    gaps = [below.baseline - above.baseline for above, below in pairwise(to_sign)]
    assert gaps == pytest.approx([PITCH] * 3, abs=0.1)


def test_the_days_to_write_stand_under_each_other_with_room_for_the_year(pages):
    (page,) = (page for page in pages if any("见证人" in line.text for line in page.lines))
    to_sign = [line for line in page.lines if line.text.endswith("年月日")]
    years = {round(char["x0"] * POINT) for row in to_sign for char in row.chars[-3:-2]}
    assert years == {28 + 11 + 45 + 38 + 22}  # margin, indent, label, place, four cells
    assert max(row.right for row in to_sign) < 184
