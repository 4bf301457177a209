"""Citing an article as official documents do, and only while it is in force."""

import re

from django.db.models import Q

from archives_enforcement.legislation.models import Article, Law, LawVersion
from archives_enforcement.legislation.numerals import article_label, to_chinese
from archives_enforcement.reading import read_once
from archives_enforcement.templatetags.formats import cn_date

_ITEM_MARKER = re.compile(r"^[（(]([一二三四五六七八九十百]+)[）)]")


class CitationError(ValueError):
    """A citation that cannot stand; the message is a Chinese sentence for the reader."""


class ArticleNotInForce(CitationError):
    """The law was not in force on the date in question."""


class ArticleNotRecorded(CitationError):
    """The law, the article or the part of it named is not in the library."""


def in_force(version: LawVersion, on) -> bool:
    """Say whether `version` is in force on the date `on`, its last day included."""
    return version.effective_from <= on and (
        version.effective_to is None or on <= version.effective_to
    )


def version_on(law_code: str, *, on) -> LawVersion:
    """Return the version of the law in force on the date `on`.

    Raises ArticleNotRecorded for an unknown code and ArticleNotInForce when no version
    was in force that day.
    """
    law = _law(law_code)
    version = LawVersion.objects.in_force(on).select_related("law").filter(law=law).first()
    if version is None:
        raise ArticleNotInForce(f"《{law.title}》{_why_not(law, on)}")
    return version


@read_once
def article_on(law_code: str, number: int, *, on) -> Article:
    """Return article `number` of the law as in force on the date `on`.

    Raises ArticleNotInForce, naming the validity and the article to cite instead, when
    the law was not in force that day; ArticleNotRecorded when the library has no such article.
    """
    articles = Article.objects.select_related("version__law").filter(
        version__in=LawVersion.objects.in_force(on)
    )
    article = articles.filter(version__law__code=law_code, number=number).first()
    if article is not None:
        return article
    law = _law(law_code)
    if not LawVersion.objects.in_force(on).filter(law=law).exists():
        raise ArticleNotInForce(
            f"《{law.title}》{article_label(number)}{_why_not(law, on)}"
            f"{_replacement(law, number, on)}"
        )
    raise ArticleNotRecorded(
        f"法律法规库中没有《{law.title}》{article_label(number)}，请核对条序号，或先导入该法全文。"
    )


def cite(article: Article, paragraph: int | None = None, item: int | None = None) -> str:
    """Return 《中华人民共和国档案法》第四十二条第一款第（二）项 for the part named.

    Raises ArticleNotRecorded when the imported wording has no such paragraph or item.
    """
    if article.text:
        _part(article, paragraph, item)
    text = f"《{article.version.law.title}》{article.label}"
    if paragraph is not None:
        text += f"第{to_chinese(paragraph)}款"
    if item is not None:
        text += f"第（{to_chinese(item)}）项"
    return text


def cite_law(law: Law) -> str:
    """Return 《标题》（文号）, for documents that are cited as a whole."""
    return f"《{law.title}》" + (f"（{law.document_number}）" if law.document_number else "")


def wording(article: Article, paragraph: int | None = None, item: int | None = None) -> str:
    """Return the official wording of the part named, or "" while no full text is imported.

    Raises ArticleNotRecorded when the imported wording has no such paragraph or item.
    """
    return _part(article, paragraph, item) if article.text else ""


def _part(article, paragraph, item):
    paragraphs = _paragraphs(article.text)
    if paragraph is None and item is None:
        return article.text
    chosen = _nth(paragraphs, paragraph or 1)
    if chosen is None:
        raise _no_such_part(article, f"第{to_chinese(paragraph)}款")
    if item is None:
        return "\n".join(chosen)
    line = _nth(chosen[1:], item)
    if line is None:
        raise _no_such_part(article, f"第（{to_chinese(item)}）项")
    return line


def _paragraphs(text):
    """Group lines into paragraphs; a list item belongs to the paragraph above it."""
    paragraphs: list[list[str]] = []
    for line in text.splitlines():
        if _ITEM_MARKER.match(line) and paragraphs:
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs


def _nth(sequence, position):
    return sequence[position - 1] if 1 <= position <= len(sequence) else None


def _no_such_part(article, part):
    return ArticleNotRecorded(
        f"《{article.version.law.title}》{article.label}没有{part}，请核对引用的款、项。"
    )


def _law(code):
    law = Law.objects.filter(code=code).first()
    if law is None:
        raise ArticleNotRecorded(f"法律法规库中没有代码为“{code}”的法律法规，请先登记。")
    return law


def _why_not(law, on):
    versions = list(law.versions.order_by("effective_from"))
    if not versions:
        return "尚未登记任何版本，请先登记施行日期。"
    state = "尚未施行" if on < versions[0].effective_from else "已经失效"
    validity = "、".join(version.validity for version in versions)
    return f"在{cn_date(on)}{state}（有效期：{validity}），不能作为当日行为的依据。"


def _replacement(law, number, on):
    """Name the articles in force that day which follow or precede the one asked for."""
    counterparts = (
        Article.objects.filter(
            Q(predecessors__version__law=law, predecessors__number=number)
            | Q(successors__version__law=law, successors__number=number)
        )
        .filter(version__in=LawVersion.objects.in_force(on))
        .select_related("version__law")
    )
    names = "、".join(dict.fromkeys(str(article) for article in counterparts))
    return f"可改引{names}。" if names else "请改引当日有效的条款。"
