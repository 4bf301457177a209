"""Which characters the printing fonts must hold."""

from functools import cache
from pathlib import Path

# Marks that Chinese documents use beside hanzi: Latin letters with accents, general punctuation,
# letter-like signs, arrows, mathematics, enclosed numbers, shapes, CJK punctuation, full width.
SYMBOL_BLOCKS = (
    (0x20, 0x7F),
    (0xA0, 0x180),
    (0x2000, 0x2070),
    (0x2100, 0x2200),
    (0x2200, 0x2300),
    (0x2460, 0x2500),
    (0x25A0, 0x2640),
    (0x3000, 0x3040),
    (0x3220, 0x3250),
    (0x3300, 0x3400),
    (0xFF00, 0xFFF0),
)
HANZI_BLOCKS = (
    (0x2E80, 0x2FE0),
    (0x3400, 0x4DC0),
    (0x4E00, 0xA000),
    (0xF900, 0xFB00),
    (0x20000, 0x32400),
)
ASCII = frozenset(range(0x20, 0x7F))


def _points(blocks):
    return frozenset(point for start, stop in blocks for point in range(start, stop))


SYMBOLS = _points(SYMBOL_BLOCKS)
HANZI = _points(HANZI_BLOCKS)


@cache
def standard():
    """The 8,105 characters of 通用规范汉字表 (国发〔2013〕23号) as one string."""
    path = Path(__file__).with_name("standard_characters.txt")
    return path.read_text(encoding="utf-8").replace("\n", "")


def _double_byte(codec, first_bytes):
    for first in first_bytes:
        for second in range(0x40, 0xFF):
            try:
                yield bytes((first, second)).decode(codec)
            except UnicodeDecodeError:
                continue


@cache
def gb2312():
    """Hanzi of GB/T 2312-1980 (6,763), rows 16 to 87."""
    return frozenset(_double_byte("gb2312", range(0xB0, 0xF8)))


@cache
def gbk():
    """Hanzi of GBK (20,923 with the compatibility forms)."""
    return frozenset(char for char in _double_byte("gbk", range(0x81, 0xFF)) if ord(char) in HANZI)


@cache
def everyday():
    """Code points every face must hold itself: symbols, 通用规范汉字表 and GB 2312."""
    return SYMBOLS | {ord(char) for char in standard()} | {ord(char) for char in gb2312()}


@cache
def extended():
    """Code points the second Song face holds: every hanzi of the basic plane's main blocks."""
    main = _points(((0x3400, 0x4DC0), (0x4E00, 0xA000)))
    return main | everyday() | {ord(char) for char in gbk()}
