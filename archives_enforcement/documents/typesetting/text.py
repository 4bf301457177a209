"""Bring text typed by people into the form the printing fonts and the layout expect."""

import re
from functools import lru_cache

# Private-use slots of older GBK/GB 18030 systems whose characters have since been encoded, in the
# one order the standards give them: E815 is the slot of the double byte FE50, and so on.
PRIVATE_FIRST, PRIVATE_LAST = 0xE815, 0xE864
# GB 18030-2022 moved these; the codec of the standard library keeps their private-use slots.
MOVED = {
    0xE816: 0x20087, 0xE817: 0x20089, 0xE818: 0x200CC, 0xE81E: 0x9FB4, 0xE826: 0x9FB5,
    0xE82B: 0x9FB6, 0xE82C: 0x9FB7, 0xE831: 0x215D7, 0xE832: 0x9FB8, 0xE83B: 0x2298F,
    0xE843: 0x9FB9, 0xE854: 0x9FBA, 0xE855: 0x241FE, 0xE864: 0x9FBB, 0xE7C7: 0x1E3F,
}  # fmt: skip
REPLACED = {
    0x2010: "-",
    0x2011: "-",
    0x00A0: " ",
    0x2002: " ",
    0x2003: "\u3000",
    0x2009: " ",
    0x202F: " ",
    0x09: " ",
    0x0B: "\n",
    0x0C: "\n",
    0x0D: "\n",
    0x85: "\n",
    0x2028: "\n",
    0x2029: "\n",
}
INVISIBLE = [
    *range(0x00, 0x09), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0), 0xAD,
    0x034F, 0x061C, 0x115F, 0x1160, *range(0x17B4, 0x17B6), *range(0x180B, 0x1810),
    *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0x3164,
    *range(0xD800, 0xE000), *range(0xFE00, 0xFE10), 0xFEFF, 0xFFA0, *range(0xFFF9, 0xFFFC),
    *range(0xE0000, 0xE0080), *range(0xE0100, 0xE01F0),
]  # fmt: skip


def _private():
    table = {}
    for slot in range(PRIVATE_FIRST, PRIVATE_LAST + 1):
        second = 0x50 + slot - PRIVATE_FIRST
        second += second >= 0x7F  # 7F is never the second byte
        table[slot] = ord(bytes((0xFE, second)).decode("gb18030"))
    return table | MOVED


UNSEEN = dict.fromkeys(INVISIBLE)
TABLE = _private() | REPLACED | UNSEEN


def normalise(value):
    """Return `value` with every string in it (also in lists, tuples and dict values) cleaned.

    Line ends become \\n, invisible controls go, hyphens and blanks that fonts lack become plain
    ones, and private-use characters of old GBK data get their Unicode places. Pictures (keys that
    end in base64) are left alone.
    """
    return _each_text(value, _normal)


def seen(value):
    """`value` without the signs in its strings that nobody sees.

    The paper leaves them out; a screen lets some of them turn the words round (U+202E), and
    whoever signed what he read there would have read something else.
    """
    return _each_text(value, lambda text: text.translate(UNSEEN))


def _normal(text: str) -> str:
    return re.sub("\n{2,}", "\n", text.replace("\r\n", "\n").translate(TABLE)).strip()


def _each_text(value, clean):
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {
            key: item if key.endswith("base64") else _each_text(item, clean)
            for key, item in value.items()
        }
    if isinstance(value, list | tuple):
        return [_each_text(item, clean) for item in value]
    return value


def guard_dots(text):
    """Forbid a line to begin with the middle dot of a foreign name (GB/T 15834-2011)."""
    return text.replace("·", "\u2060·")


def chinese_date(iso):
    """2024-07-15 → 2024年7月15日, the way a document is dated; empty stays empty."""
    if not iso:
        return ""
    year, month, day = (int(part) for part in str(iso)[:10].split("-"))
    return f"{year}年{month}月{day}日"


def cells(text):
    """Width of `text` in hanzi cells: ASCII counts half a cell."""
    return sum(0.5 if char.isascii() else 1 for char in text)


# Words of official titles that a line end must not cut.
WORDS = (
    "档案", "工作", "行政", "执法", "检查", "情况", "意见", "通知", "通报", "单位", "街道",
    "办事处", "整改", "开展", "有关", "关于", "处罚", "决定", "监督", "机关", "管理", "反馈",
    "联合", "事先", "告知", "听证", "责令", "改正", "限期", "调查", "报告", "公告", "专项",
    "安全", "年度",
)  # fmt: skip
# Costs of a line break beside the square of its distance from the even one.
EQUAL, PLAIN_END, CUT_WORD, BAD_BREAK = 12, 6, 20, 40
GOOD_END, BAD_START = "的和与及、）》”：", "的和与及、，。）》”了等"


def balance(text, room):
    """Split a title into lines of at most `room` cells, as even as the words allow.

    GB/T 9704-2012 asks for a trapezoid or lozenge: neighbouring lines of one length are avoided.
    Line ends that the author typed are kept.
    """
    return [line for part in text.split("\n") for line in _balance(part.strip(), room)]


def _balance(text, room):
    count = -(-cells(text) // room)
    if count <= 1:
        return [text] if text else []
    ideal = len(text) / count
    return list(_best_split(text, room, int(count), ideal)[1])


@lru_cache(maxsize=4096)  # the tails of a long title meet again and again
def _best_split(text, room, count, ideal, before=None):
    """(cost, lines) of the best split of `text` into `count` lines."""
    if count == 1:
        cost = (len(text) - ideal) ** 2 + (EQUAL if before == len(text) else 0)
        return (cost if cells(text) <= room else float("inf")), (text,)
    best = (float("inf"), (text,))
    middle = round(ideal)
    for cut in range(max(1, middle - 5), min(len(text), middle + 6)):
        head, tail = text[:cut], text[cut:]
        if cells(head) > room:
            break
        cost = (cut - ideal) ** 2 + (EQUAL if before == cut else 0)
        cost += 0 if head[-1] in GOOD_END else PLAIN_END
        cost += BAD_BREAK if tail[0] in BAD_START or head[-1] in "（《“" else 0
        cost += CUT_WORD if _cuts_word(head, tail) else 0
        rest = _best_split(tail, room, count - 1, ideal, cut)
        best = min(best, (cost + rest[0], (head, *rest[1])), key=lambda found: found[0])
    return best


def _cuts_word(head, tail):
    return any(
        head.endswith(word[:cut]) and tail.startswith(word[cut:])
        for word in WORDS
        for cut in range(1, len(word))
    )
