"""拒不改正 rests on a 责令 that reached the party and whose time is over (档案法第四十八条)."""

from datetime import date

from archives_enforcement.documents.models import Document
from archives_enforcement.templatetags.formats import cn_date
from inspections.models import Lead
from penalties.fitness import Answer, Facts, Order
from penalties.models import Case
from penalties.queries import gate, orders, papers
from penalties.queries.law import ARCHIVES_LAW, PENALTY_LAW

ARTICLES = f"依据：{ARCHIVES_LAW}第四十五条、第四十八条，{PENALTY_LAW}第二十八条第一款"
ORDERED = (Order.CORRECTION, Order.HAZARD)


def shown(
    lead: Lead, facts: Facts, paper: Document | None, due: date | None, on: date
) -> str | None:
    """An order is recorded with its paper; as ignored, once the time it gave has passed."""
    if facts.order not in ORDERED:
        return paper and f"没有责令过的，不选责令文书，请核对。{ARTICLES}。"
    if paper is None or not orders.received(lead.party, lead.bureau).filter(pk=paper.pk).exists():
        return (
            "认定“此前已责令”的，请选择本机关送达当事人的责令改正（整改）文书；没有送达的，先办理送达，"
            f"以前用纸质签发的，先补录。{ARTICLES}。"
        )
    told = papers.delivered_on(paper)
    if on < told:
        return f"{paper}{cn_date(told)}才送达，请核对认定的日期。{ARTICLES}。"
    return _not_over(paper, due, on) if facts.order_ignored == Answer.YES else None


def _not_over(paper: Document, typed: date | None, on: date) -> str | None:
    due = orders.due_on(paper, typed)
    if due is None:
        return f"{paper}没有可以核对的期限，请填写文书载明的期限届满日期。{ARTICLES}。"
    if on <= due:
        return (
            f"{paper}给的期限{cn_date(due)}才届满，期限以内不能认定拒不改正、逾期未整改，请届满以后"
            f"复查再认定。{ARTICLES}。"
        )
    return None


def stands(case: Case, act) -> str | None:
    """The order on which the facts rest was neither made void nor replaced since."""
    known = gate.latest(case.lead)
    if known is None or known.order_paper is None or known.order_paper.holds:
        return None
    return f"认定的事实所依据的{known.order_paper}已经作废或者更正，请重新认定事实。{ARTICLES}。"
