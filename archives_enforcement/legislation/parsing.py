"""Reading the published full text of a law from a plain or Markdown file.

Expected form: the title on the first line, lines about promulgation, then chapters
(第一章 总则, with or without leading #) and articles (第一条, a space, the wording),
further paragraphs and list items each on a line of their own.
"""

import re
from dataclasses import dataclass, field
from datetime import date

from archives_enforcement.legislation.numerals import article_label, from_chinese

_NUMERAL = "[零〇一二三四五六七八九十百千]+"
_ARTICLE = re.compile(rf"^第({_NUMERAL})条(之{_NUMERAL})?\s+(.*)$")
_CHAPTER = re.compile(rf"^第{_NUMERAL}([编章节])\s+(.+)$")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_INVISIBLE = dict.fromkeys(map(ord, "\ufeff\u200b\u200c\u200d\u2060"))
_DATE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
_EFFECTIVE = re.compile(r"自(\d{4})年(\d{1,2})月(\d{1,2})日起(?:施行|实施|生效)")
_RANKS = "编章节"


class LawTextError(ValueError):
    """A file that cannot be imported; the message is one Chinese sentence saying why."""


@dataclass
class ParsedArticle:
    """An article as printed; lines of `text` are its paragraphs and list items."""

    number: int
    chapter: str
    text: str


@dataclass
class ParsedLaw:
    """A law as printed, with the dates its own text states."""

    title: str
    promulgated_on: date | None
    effective_from: date | None
    articles: list[ParsedArticle] = field(default_factory=list)


def parse(text: str) -> ParsedLaw:
    """Read a full text.

    Raises LawTextError when there is no title or no article, when an article was inserted
    later (第…条之一), or when the numbers do not run from one without gap or repetition.
    """
    lines = _clean_lines(text)
    if not lines:
        raise LawTextError("文件是空的，没有可导入的内容。")
    head, articles = _split(lines[1:])
    if not articles:
        raise LawTextError("文件中没有找到条文，条文应以“第一条”加空格开头，请检查格式。")
    _check_sequence(articles)
    return ParsedLaw(
        title=lines[0],
        promulgated_on=_last_date(head),
        effective_from=_effective_date(articles),
        articles=articles,
    )


def _clean_lines(text):
    plain = _COMMENT.sub("", text.translate(_INVISIBLE))
    lines = (line.strip().lstrip("#").strip() for line in plain.splitlines())
    return [line for line in lines if line]


def _split(lines):
    head, articles, place = [], [], {}
    for line in lines:
        if chapter := _CHAPTER.match(line):
            rank = _RANKS.index(chapter[1])
            place = {kept: name for kept, name in place.items() if kept < rank}
            place[rank] = _tidy(line)
        elif start := _ARTICLE.match(line):
            articles.append(_start(start, place))
        elif articles:
            articles[-1].text += f"\n{line}"
        else:
            head.append(line)
    return head, articles


def _start(match, place):
    numeral, inserted, words = match.groups()
    if inserted:
        raise LawTextError(
            f"文件含有“第{numeral}条{inserted}”这样的增补条文，暂不支持导入，请使用重新编号的文本。"
        )
    try:
        number = from_chinese(numeral)
    except ValueError:
        raise LawTextError(f"条文序号“第{numeral}条”不是规范的中文数字，请核对文件。") from None
    return ParsedArticle(number=number, chapter=" ".join(place.values()), text=words)


def _tidy(line):
    """Close the gaps printers put into short headings (第一章 总 则 → 第一章 总则)."""
    number, *name = line.split()
    return f"{number} {''.join(name)}"


def _check_sequence(articles):
    for expected, article in enumerate(articles, start=1):
        if article.number != expected:
            raise LawTextError(
                f"条文序号不连续：应为{article_label(expected)}，"
                f"实为{article_label(article.number)}，请核对文件是否缺条或重复。"
            )


def _last_date(head):
    found = _DATE.findall("\n".join(head))
    return _date(found[-1]) if found else None


def _effective_date(articles):
    found = _EFFECTIVE.search(articles[-1].text)
    return _date(found.groups()) if found else None


def _date(parts):
    try:
        return date(*map(int, parts))
    except ValueError:
        raise LawTextError(
            f"文件中的日期“{'年'.join(parts[:2])}月{parts[2]}日”不存在，请核对文件。"
        ) from None
