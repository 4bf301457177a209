"""Citing what a case rests on, as it stood on one day."""

from datetime import date

from archives_enforcement.legislation import citations

PENALTY_LAW = "《中华人民共和国行政处罚法》"
ARCHIVES_LAW = "《中华人民共和国档案法》"
COERCION_LAW = "《中华人民共和国行政强制法》"


def cite(bases: list[dict], on: date) -> str:
    """《甲》第一条、第二条第一款，《乙》第三条: each law named once, articles in force on `on`.

    Raises citations.CitationError for an article that was not in force or is not recorded.
    """
    cited: dict[str, list[str]] = {}
    for basis in bases:
        article = citations.article_on(basis["law"], basis["article"], on=on)
        full = citations.cite(article, basis["paragraph"], basis["item"])
        title = f"《{article.version.law.title}》"
        cited.setdefault(title, []).append(full.removeprefix(title))
    return "，".join(title + "、".join(places) for title, places in cited.items())
