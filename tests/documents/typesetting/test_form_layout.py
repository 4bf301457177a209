"""Forms: numbered pages, tables that continue, lines to sign on."""

import pytest

from archives_enforcement.documents.form_wording import DAY_TO_WRITE
from tests.documents.typesetting import contents
from tests.documents.typesetting.measure import POINT

PLACES_END = 28 + 43 + 1 + 62  # mm from the left edge: margin, labels, gap, place to sign


def test_every_page_says_which_of_how_many_it_is(long_form):
    total = len(long_form)
    assert total >= 4
    assert [page.lines[-1].text for page in long_form] == [
        f"第{number}页共{total}页" for number in range(1, total + 1)
    ]


def test_long_table_repeats_its_head_on_each_of_its_pages(long_form):
    head = ["序号", "检查项目", "存在问题", "整改要求"]
    pages_with_rows = [page for page in long_form if "限期整改" in page.text()]
    assert [page.table_heads.count(head) for page in pages_with_rows] == [1] * len(pages_with_rows)


def test_no_row_is_cut(long_form):
    rows = [page.text() for page in long_form]
    for number in range(1, 61):
        (page,) = [text for text in rows if f"第{number}项：" in text]
        assert page.count("\n") > 0
    # Each row ends with the same words: as many ends as beginnings on every page.
    for text in rows:
        assert text.count("项：库房") == text.count("限期整改")


def test_columns_fill_the_width_in_their_proportions(set_pages):
    table = {"kind": "table", "head": ["甲", "乙"], "widths": [300, 100], "rows": [["一", "二"]]}
    (page,) = set_pages(contents.form(blocks=[table], seal="", date=""))
    edges = sorted({round(edge) for edge in page.column_edges})
    assert edges == [28, 148, 188]


def test_row_longer_than_a_page_is_set_whole(set_pages):
    words = contents.HANZI * 80
    table = {"kind": "table", "head": ["甲"], "widths": [160], "rows": [["前"], [words], ["后"]]}
    pages = set_pages(contents.form(blocks=[table], seal="", date=""))
    text = "".join(page.text() for page in pages)
    assert text.count("湿") == 80
    assert text.index("前") < text.index("湿") < text.index("后")


def test_line_to_sign_is_ruled(set_pages):
    lines = [{"label": "执法人员：", "image_base64": "", "note": ""}] * 2
    blank = {"kind": "signatures", "lines": lines}
    content = contents.form(rows=1, blocks=[blank], seal="", date="")
    (page,) = set_pages(content)
    assert [line.text for line in page.lines].count("执法人员：") == 2


@pytest.mark.parametrize(
    ("label", "parts"),
    [
        ("承办机构负责人（手写签字）：", ["承办机构负责人", "（手写签字）："]),
        ("受送达人（代收人）：", ["受送达人（代收人）："]),
        ("被检查单位主管档案工作的负责人：", ["被检查单位主管档案工", "作的负责人："]),
    ],
)
def test_places_to_sign_stand_under_each_other_however_long_the_labels(set_pages, label, parts):
    lines = [{"label": name, "note": DAY_TO_WRITE} for name in ("承办人：", label, "机关负责人：")]
    blank = {"kind": "signatures", "lines": lines}
    (page,) = set_pages(contents.form(rows=1, blocks=[blank], seal="", date=""))
    signed = [line for line in page.lines if "年" in line.text and "月" in line.text]
    assert len(signed) == 3
    assert len({round(line.right, 1) for line in signed}) == 1
    (year,) = {
        round(char["x0"] * POINT) for row in signed for char in row.chars if char["text"] == "年"
    }
    assert year - PLACES_END >= 16  # mm to write 2026 in
    texts = "".join(line.text for line in page.lines)
    assert all(part in texts for part in parts)


@pytest.mark.parametrize("mark", ["", contents.BUREAU])
def test_office_stands_above_the_title_when_given(set_pages, mark):
    (page,) = set_pages(contents.form(blocks=[], mark=mark))
    texts = [line.text for line in page.lines]
    assert texts[: texts.index("档案行政执法检查记录")] == ([mark] if mark else [])


def test_who_is_heard_signs_at_the_foot_of_every_page(set_pages):
    said = {"kind": "text", "text": "\n".join(["答：库房的钥匙由我保管。"] * 80)}
    pages = set_pages(contents.form(blocks=[said], each_page="被询问人", seal="", date=""))
    assert len(pages) > 2
    feet = ["".join(line.text for line in page.lines[-2:]) for page in pages]
    assert [foot for foot in feet if "被询问人签字：" not in foot or "页共" not in foot] == []


def test_the_name_at_the_foot_cannot_leave_its_string(set_pages):
    signer = '人" } body { display: none } @page { x: "'
    (page,) = set_pages(contents.form(rows=1, each_page=signer, seal="", date=""))
    assert "限期整改" in page.text()


@pytest.mark.parametrize("lines", range(24, 34))
def test_no_line_to_sign_stands_on_a_page_without_the_text_above_it(set_pages, lines):
    told = {"kind": "text", "text": "\n".join(["情况属实。"] * lines)}
    names = [{"label": f"签字人{place}：", "note": ""} for place in "甲乙丙丁"]
    blank = {"kind": "signatures", "lines": names}
    pages = set_pages(contents.form(blocks=[told, blank], mark="", seal="", date=""))
    (signed,) = [page.text() for page in pages if "签字人" in page.text()]
    assert signed.count("签字人") == 4
    assert "情况属实" in signed
