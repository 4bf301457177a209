"""Naming articles in words: 《甲》第一条、第二条第一款，《乙》第三条."""

from datetime import date

from archives_enforcement.legislation.numerals import article_label, to_chinese

Basis = tuple[str, int, int | None, int | None]  # law, article, paragraph, item

TITLES = {
    "archives_law": "《中华人民共和国档案法》",
    "archives_regulation": "《中华人民共和国档案法实施条例》",
    "penalty_law": "《中华人民共和国行政处罚法》",
    "criminal_law": "《中华人民共和国刑法》",
    "criminal_transfer_regulation": "《行政执法机关移送涉嫌犯罪案件的规定》",
}
# Only these began after 档案法 itself: before that day they are left out.
SINCE = {"archives_regulation": date(2024, 3, 1), "penalty_law": date(2021, 7, 15)}


def law(article: int, paragraph: int | None = None, item: int | None = None) -> Basis:
    return ("archives_law", article, paragraph, item)


def regulation(article: int, paragraph: int | None = None) -> Basis:
    return ("archives_regulation", article, paragraph, None)


def penalty(article: int, paragraph: int | None = None, item: int | None = None) -> Basis:
    return ("penalty_law", article, paragraph, item)


def named(bases, on: date) -> str:
    """The articles among `bases` that were in force on `on`, each law named once."""
    places: dict[str, list[str]] = {}
    for code, article, paragraph, item in bases:
        if on >= SINCE.get(code, date.min):
            text = article_label(article)
            text += f"第{to_chinese(paragraph)}款" if paragraph else ""
            text += f"第（{to_chinese(item)}）项" if item else ""
            places.setdefault(TITLES[code], []).append(text)
    return "，".join(title + "、".join(found) for title, found in places.items())
