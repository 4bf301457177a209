"""Chinese numerals as statutes write them: 第一百零二条, 第二款, 第（三）项."""

import re

_DIGITS = "零一二三四五六七八九"
_UNITS = ("", "十", "百", "千")
_UNIT_VALUES = {"十": 10, "百": 100, "千": 1000}
LARGEST = 9999


def to_chinese(number: int) -> str:
    """Write 1 to 9999 the way article numbers are written (12 → 十二, 102 → 一百零二)."""
    if not 1 <= number <= LARGEST:
        raise ValueError(f"条文序号应在1至{LARGEST}之间，收到的是{number}。")
    text = ""
    for position, digit in enumerate(reversed(str(number))):
        text = _DIGITS[int(digit)] + (_UNITS[position] if digit != "0" else "") + text
    text = re.sub("零+", "零", text).rstrip("零")
    return text.removeprefix("一") if text.startswith("一十") else text


def from_chinese(text: str) -> int:
    """Read a numeral written by `to_chinese`; 〇 is read as 零.

    Raises ValueError for anything that is not the regular spelling of 1 to 9999,
    so that a misprint in a statute file is noticed instead of guessed at.
    """
    plain = text.replace("〇", "零")
    total, digit = 0, 0
    for character in plain:
        if character in _UNIT_VALUES:
            total += (digit or 1) * _UNIT_VALUES[character]
            digit = 0
        elif character in _DIGITS:
            digit = _DIGITS.index(character)
        else:
            raise ValueError(f"“{text}”不是规范的中文数字。")
    total += digit
    if not 1 <= total <= LARGEST or to_chinese(total) != plain:
        raise ValueError(f"“{text}”不是规范的中文数字。")
    return total


def article_label(number: int) -> str:
    """Return 第四十二条 for 42."""
    return f"第{to_chinese(number)}条"
