"""Text is brought into printable form, and titles are broken sensibly."""

import time

import pytest

from archives_enforcement.documents.typesetting import text


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("A\u2011B\u2010C", "A-B-C"),
        ("一\u00a0二\t三", "一 二 三"),
        ("一\r\n二\r三\u2028\n四", "一\n二\n三\n四"),
        ("一\u200b二\ufeff三\u00ad四\x00五", "一二三四五"),
        ("\ue863\ue816\ue81e\ue7c7", "䶮\U00020087\u9fb4\u1e3f"),
        ("\ue81a\ue843\ue844", "㑳\u9fb9䜣"),
        ("艾·克", "艾·克"),
    ],
)
def test_text_is_normalised(typed, printed):
    assert text.normalise(typed) == printed


def test_normalising_reaches_into_lists_and_leaves_pictures_alone():
    content = {"rows": [["a\u2011", 3, None]], "base64": "a\u2011", "image_base64": "\ue863"}
    assert text.normalise(content) == {
        "rows": [["a-", 3, None]],
        "base64": "a\u2011",
        "image_base64": "\ue863",
    }


@pytest.mark.parametrize(
    ("iso", "chinese"),
    [("2024-07-05", "2024年7月5日"), ("2024-12-31", "2024年12月31日"), ("", ""), (None, "")],
)
def test_dates_are_written_without_leading_zeros(iso, chinese):
    assert text.chinese_date(iso) == chinese


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("", []),
        ("行政处罚决定书", ["行政处罚决定书"]),
        ("甲\n乙", ["甲", "乙"]),
        (
            "关于对示例街道一档案行政执法检查情况的反馈意见书",
            ["关于对示例街道一档案", "行政执法检查情况的反馈意见书"],
        ),
    ],
)
def test_titles_are_balanced(title, lines):
    assert text.balance(title, 20) == lines


@pytest.mark.parametrize("length", range(1, 70))
def test_no_title_line_is_longer_than_the_page_and_no_word_is_lost(length):
    title = ("关于对示例街道一档案行政执法检查情况的通报" * 4)[:length]
    lines = text.balance(title, 20)
    assert "".join(lines) == title
    assert max(text.cells(line) for line in lines) <= 20


def test_the_longest_title_is_split_at_once():
    title = ("关于对示例街道一档案行政执法检查情况的通报" * 10)[:200]
    begun = time.process_time()
    assert "".join(text.balance(title, 20)) == title
    assert time.process_time() - begun < 1
