"""One cell of a benchmark, typed in Excel or on a page, as the value of its column."""

import re

from archives_enforcement.legislation.numerals import from_chinese
from penalties.spreadsheet.columns import BASES, FLAG, LABEL, LINES, NUMBER, Column

ARTICLE = re.compile(r"第([一二三四五六七八九十百零]+)条(?:第([一二三四五六七八九十]+)款)?"
                     r"(?:第（([一二三四五六七八九十]+)）项)?")  # fmt: skip
LAW = re.compile(r"《([^》]+)》([^《]*)")
FLAGS = {"是": True, "否": False}


def read_cell(text: str, column: Column, laws: dict[str, str]):
    """The value of `text`, which is not empty; ValueError says in Chinese why there is none.

    `laws` gives the code of a law by its title.
    """
    if column.kind == NUMBER:
        return _number(text)
    if column.kind == FLAG:
        return _one_of(FLAGS, text)
    if column.kind == LABEL:
        return _one_of({words: code for code, words in column.labels.items()}, text)
    if column.kind == LINES:
        return [line.strip() for line in text.splitlines() if line.strip()]
    return bases_of(text, laws) if column.kind == BASES else text


def bases_of(text: str, laws: dict[str, str]) -> list[dict]:
    """《法律名称》第几条第几款第（几）项, any number of them, as the document writes articles."""
    found = []
    for title, articles in LAW.findall(text):
        if title not in laws:
            raise ValueError(f"法律法规库中没有《{title}》，请核对名称")
        parts = list(ARTICLE.finditer(articles))
        if not parts:
            raise ValueError(f"《{title}》后面没有写第几条，应当像“第四十八条第（一）项”")
        found += [_basis(laws[title], *part.groups()) for part in parts]
    if not found:
        raise ValueError("应当写成《法律名称》第几条第几款第（几）项")
    return found


def _basis(law: str, *parts: str | None) -> dict:
    numbers = [part and from_chinese(part) for part in parts]
    return {"law": law, **dict(zip(("article", "paragraph", "item"), numbers, strict=True))}


def _number(text: str) -> int:
    plain = text.replace(",", "").replace("，", "").removesuffix(".0")
    if not plain.isdecimal():
        raise ValueError(f"应当是整数，不能是“{text}”")
    return int(plain)


def _one_of(known: dict, text: str):
    if text not in known:
        raise ValueError(f"没有“{text}”，应当是 {'、'.join(known)} 之一")
    return known[text]
