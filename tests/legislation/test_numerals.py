"""Chinese numerals of articles, both ways."""

import pytest

from archives_enforcement.legislation.numerals import article_label, from_chinese, to_chinese

SPELLINGS = [
    (1, "一"),
    (10, "十"),
    (12, "十二"),
    (20, "二十"),
    (42, "四十二"),
    (100, "一百"),
    (102, "一百零二"),
    (110, "一百一十"),
    (112, "一百一十二"),
    (329, "三百二十九"),
    (1000, "一千"),
    (1010, "一千零一十"),
    (1260, "一千二百六十"),
    (9999, "九千九百九十九"),
]


@pytest.mark.parametrize(("number", "spelling"), SPELLINGS)
def test_a_number_is_spelled_and_read_the_way_statutes_write_it(number, spelling):
    assert (to_chinese(number), from_chinese(spelling)) == (spelling, number)


def test_every_number_survives_being_spelled_and_read():
    assert [from_chinese(to_chinese(number)) for number in range(1, 1300)] == list(range(1, 1300))


def test_the_round_zero_is_read_like_the_plain_one():
    assert from_chinese("一百〇二") == 102


@pytest.mark.parametrize("number", [0, -1, 10000])
def test_numbers_no_statute_uses_are_refused(number):
    with pytest.raises(ValueError, match="条文序号应在1至9999之间"):
        to_chinese(number)


@pytest.mark.parametrize("text", ["", "12", "十十", "一十二", "百二", "二百五", "零", "甲"])
def test_a_misprint_is_refused_and_not_guessed_at(text):
    with pytest.raises(ValueError, match="不是规范的中文数字"):
        from_chinese(text)


def test_an_article_is_labelled_by_its_number():
    assert article_label(102) == "第一百零二条"
