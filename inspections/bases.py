"""依据 as words: which articles a text cites, and how a text is written that cites them.

The text is what stands in letters; that each citation in it is in force is proved by the library.
"""

import re
from datetime import date
from typing import NamedTuple

from archives_enforcement.legislation.models import Article
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Refused
from inspections.models.checklists import WORK_REQUIREMENT

NUMERAL = "[〇零一二三四五六七八九十百]+"
TITLE = re.compile(r"《([^》]+)》")
PLACE = re.compile(f"(第{NUMERAL}条)((?:第{NUMERAL}款)?(?:第（{NUMERAL}）项)?)")
BETWEEN = re.compile(r"[\s、，,；;和及]*")


class Citation(NamedTuple):
    """One part of one article as a text names it."""

    law: str
    article: str  # 第十九条
    part: str = ""  # 第一款第（二）项

    def __str__(self):
        return f"《{self.law}》{self.article}{self.part}"

    @property
    def place(self) -> tuple[str, str]:
        return self.law, self.article


def citations_in(text: str) -> list[Citation]:
    """《甲》第一条、第二条第一款，《乙》第三条 as its citations.

    Raises Refused for words that are no citation, so that no half-read basis gets into a list.
    """
    found, law, rest = [], "", text.strip()
    while rest:
        if title := TITLE.match(rest):
            law, rest = title.group(1), rest[title.end() :]
        elif law and (place := PLACE.match(rest)):
            found.append(Citation(law, *place.groups()))
            rest = rest[place.end() :]
        else:
            raise Refused(
                f"“{rest[:20]}”不是能识别的条文。请写成“《中华人民共和国档案法》第十九条第一款”，"
                "或者从列出的条文中选择；不是法律法规的，写在“工作要求”里。"
            )
        rest = rest[BETWEEN.match(rest).end() :]
    return found


def split(basis: str) -> tuple[str, str]:
    """The law of a basis and its work requirement: each may be empty."""
    law, _, practice = basis.partition(WORK_REQUIREMENT)
    return law.rstrip("；"), practice


def joined(citations) -> str:
    """《甲》第一条、第二条第一款，《乙》第三条: each law is named once."""
    cited: dict[str, list[str]] = {}
    for citation in citations:
        cited.setdefault(f"《{citation.law}》", []).append(citation.article + citation.part)
    return "，".join(title + "、".join(places) for title, places in cited.items())


def in_force(day: date):
    """The articles that may be cited on that day."""
    versions = Article.version.field.related_model.objects.in_force(day)
    rows = Article.objects.filter(version__in=versions).select_related("version__law")
    return rows.order_by("version__law_id", "number")


def articles_of(citations, day: date) -> list[Article]:
    """The articles cited, each once. Raises Refused for what the library does not have that day."""
    wanted = {citation.place: citation for citation in citations}
    rows = in_force(day).filter(version__law__title__in=[law for law, _ in wanted])
    known = {(row.version.law.title, row.label): row for row in rows}
    for place, citation in wanted.items():
        if place not in known:
            raise Refused(
                f"法律法规库里没有{cn_date(day)}有效的《{citation.law}》{citation.article}，"
                "请核对名称和条序号，改引当日有效的条款。"
            )
    return [known[place] for place in wanted]
