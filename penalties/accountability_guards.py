"""Why a natural person is not penalised, or not so heavily (行政处罚法第三十条、第三十一条)."""

from archives_enforcement.workflow import Act
from penalties.discretion import LOWER, MITIGATED
from penalties.models import Accountability, Assessment, Case, Factor
from penalties.queries import accountability
from penalties.queries.law import PENALTY_LAW

ARTICLES = f"依据：{PENALTY_LAW}第三十条、第三十一条"


def known(case: Case, act: Act) -> str | None:
    """Age and mind of a person are facts that have to be found out (第四十条)."""
    if not accountability.is_person(case):
        return None
    if found := accountability.of_case(case):
        return _proved(found)
    return (
        "当事人是自然人，还没有查明出生日期和辨认、控制能力，请先办理“登记责任能力”。"
        f"{ARTICLES}、第四十条。"
    )


def _proved(found: Accountability) -> str | None:
    if found.evidence.filter(excluded_on=None).exists():
        return None
    return (
        "登记责任能力所依据的证据已经排除，请按其他证据重新办理“登记责任能力”。"
        f"{ARTICLES}、第四十条、第四十六条第三款。"
    )


def answerable(case: Case, act: Act) -> str | None:
    """No penalty for a child, nor for who could not tell or help what he did."""
    found = accountability.of_case(case)
    if found is None or not found.spared:
        return None
    return (
        f"当事人{found.in_words}，不予行政处罚，{accountability.order(found)}；"
        "请按“不予处罚（行政处罚法第三十条、第三十一条）”结束案件。"
        f"依据：{accountability.article(found)}。"
    )


def spared(case: Case) -> str | None:
    """The ground of an ending: it needs the record that spares the person."""
    if accountability.reason(case):
        return None
    return (
        "登记的责任能力不是不满十四周岁，也不是不能辨认、不能控制自己的行为，不能以此结束案件。"
        f"{ARTICLES}。"
    )


def lightened(case: Case, made: Assessment) -> str | None:
    """应当从轻或者减轻 for who was 14 and not yet 18: what was frozen with the figure shows it."""
    found = accountability.of_case(case)
    if found is None or not found.is_minor:
        return None
    graded = made.row.benchmark.factors.all() if made.row else ()
    listed = {row.code for row in graded if 30 in accountability.articles_of(row)}
    if listed & {fact["code"] for fact in made.snapshot.get("facts", ())}:
        return None
    if not listed and made.tier in (LOWER, MITIGATED):
        return None
    how = "请先在“裁量”页登记这一情节" if listed else "请按从轻或者减轻的幅度确定"
    return f"当事人{found.in_words}，应当从轻或者减轻行政处罚，{how}。依据：{PENALTY_LAW}第三十条。"


def mild_enough(case: Case, act: Act) -> str | None:
    """The same of the figure that stands, where the age was found out after it was fixed."""
    made = accountability.is_person(case) and case.assessment
    return lightened(case, made) if made else None


def not_simple(case: Case, act: Act) -> str | None:
    """Whom the law treats more mildly is not dealt with in minutes where nothing grades the fine.

    第五十一条 asks for facts beyond doubt; how much milder has to be weighed.
    """
    found = accountability.of_case(case)
    if found is None or not found.needs_guardian:
        return None
    return (
        f"当事人{found.in_words}，应当查明责任能力并考虑从轻、减轻，不适用当场处罚，请改用普通程序。"
        f"{ARTICLES}、第五十一条。"
    )


def fits(case: Case, factor: Factor) -> str | None:
    """A circumstance of age or mind says what the record of the person says."""
    articles = accountability.articles_of(factor)
    if not articles:
        return None
    found = accountability.of_case(case)
    if found is None:
        return f"“{factor.title}”只用于自然人，并且应当先办理“登记责任能力”，请核对。{ARTICLES}。"
    if _agrees(factor, articles, found):
        return None
    return f"登记的责任能力是“{found.in_words}”，与“{factor.title}”不一致，请核对。{ARTICLES}。"


def _agrees(factor: Factor, articles: set[int], found: Accountability) -> bool:
    spares = factor.effect == Factor.Effect.NO_PENALTY
    if 30 in articles:
        return found.is_child if spares else found.is_minor
    return found.mind == (Accountability.Mind.NONE if spares else Accountability.Mind.LIMITED)
