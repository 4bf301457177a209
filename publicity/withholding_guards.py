"""Why something that should be public may not be withheld; each guard returns the sentence."""

from archives_enforcement.accounts.models import Party
from archives_enforcement.documents.models import Document
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Act
from penalties.queries.papers import DECISIONS
from publicity.models import Notice, Withholding
from publicity.models.withholdings import OPENNESS, PENALTY_LAW


def ground_lawful(ground: str, party: Party | None) -> str | None:
    """One of the grounds that the law knows; privacy and youth are of persons alone."""
    if ground not in Withholding.Ground.values:
        return (
            "只有国家秘密、商业秘密、个人隐私、法律禁止公开、危及安全稳定等法定情形才能不予公开；"
            "影响声誉、当事人要求、内部掌握等都不是理由。"
            f"依据：{OPENNESS}第十四条、第十五条，{PENALTY_LAW}。"
        )
    is_person = party is not None and party.kind == Party.Kind.PERSON
    if ground in Withholding.OF_PERSONS and not is_person:
        return (
            "当事人不是自然人，不能以个人隐私、未成年人为由整件不予公开，请隐去个人信息后公示。"
            f"依据：{OPENNESS}第十五条、第三十七条。"
        )
    return None


def slight_enough(ground: str, document: Document, credit_class: str) -> str | None:
    """Only a penalty has to have 一定社会影响 to be public, and only the slight have none."""
    if ground != Withholding.Ground.SLIGHT:
        return None
    if document.kind not in DECISIONS:
        return (
            "只有行政处罚决定可以因为轻微、没有一定社会影响不公示，其他文书请照常公示。"
            f"依据：{PENALTY_LAW}第一款，行政执法公示制度。"
        )
    if credit_class != Notice.CreditClass.MINOR:
        return (
            "只有信用信息分类是“轻微”的处罚原则上不公示；一般、严重的请照常公示。"
            f"依据：{PENALTY_LAW}第一款；分类为本机关设定（参照《信用修复管理办法》）。"
        )
    return None


def decided_by_another(row: Withholding, act: Act) -> str | None:
    if row.proposed_by_id in act.persons:
        return "提出人不能决定不予公开，请由机关负责人决定。依据：本机关公示制度。"
    return None


def not_before_proposal(row: Withholding, act: Act) -> str | None:
    if act.on < row.proposed_on:
        return f"办理日期不能早于提出日期（{cn_date(row.proposed_on)}）。"
    return None


def not_before_decision(row: Withholding, act: Act) -> str | None:
    if act.on < row.decided_on:
        return f"办理日期不能早于决定日期（{cn_date(row.decided_on)}）。"
    return None


def not_filed(row: Withholding) -> bool:
    """What is slight is not hidden: no reason is reported."""
    return row.filed_on is None and not row.is_slight
