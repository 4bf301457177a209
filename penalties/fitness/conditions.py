"""The facts that the articles ask for, one by one, and what is said where one is absent."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from penalties.fitness.citing import Basis, law, penalty, regulation
from penalties.fitness.facts import QUESTIONS, Answer, Crime, Facts, Order, every, some

ARCHIVES, SERVICE_FIRM, PERSON = "archives", "service_enterprise", "person"
SOLD = ("V03", "V05")  # selling state archives is a crime where 情节严重 (刑法第三百二十九条)
# Whose people are 公职人员, and whom a circular of the bureau may name.
PUBLIC = frozenset(
    {"organ", "mass_organization", "institution", "state_enterprise", "archives", "township",
     "village"}
)  # fmt: skip


class Condition(NamedTuple):
    """A fact that must hold; `otherwise` says why nothing follows where it does not."""

    asks: tuple[str, ...]  # names of QUESTIONS
    holds: Callable[[Facts], Answer]
    otherwise: str
    bases: tuple[Basis, ...]


class Absent(NamedTuple):
    why: str
    bases: tuple[Basis, ...]
    known: bool  # False: it may still prove to hold


def absent(conditions: Iterable[Condition], facts: Facts) -> Absent | None:
    """The first that does not hold; what is certainly absent is named before what is unknown."""
    found = [(each, each.holds(facts)) for each in conditions]
    for each, answer in found:
        if answer == Answer.NO:
            return Absent(each.otherwise, each.bases, known=True)
    for each, answer in found:
        if answer == Answer.UNKNOWN:
            return Absent(_unknown(each, facts), each.bases, known=False)
    return None


def _unknown(condition: Condition, facts: Facts) -> str:
    open_ = [name for name in condition.asks if getattr(facts, name) == Answer.UNKNOWN]
    names = "、".join(f"“{QUESTIONS[name].label}”" for name in open_)
    return f"{names}还没有查明，不能据此处理，请核查以后补充认定。"


def _answered(name: str) -> Callable[[Facts], Answer]:
    return lambda facts: getattr(facts, name)


def _ordered(*kinds: Order) -> Callable[[Facts], Answer]:
    def holds(facts: Facts) -> Answer:
        if facts.order == Order.UNKNOWN:
            return Answer.UNKNOWN
        return Answer.of(facts.order in kinds)

    return holds


def _served(facts: Facts) -> Answer:
    """A service firm's own work; nobody else has any."""
    return facts.in_service if facts.subject == SERVICE_FIRM else Answer.NO


def _not(answer: Answer) -> Answer:
    return {Answer.YES: Answer.NO, Answer.NO: Answer.YES}.get(answer, answer)


def criminal(facts: Facts) -> Answer:
    """Whether a crime is suspected that is the police's business."""
    known = facts.crime
    told = Answer.UNKNOWN if known == Crime.UNKNOWN else Answer.of(known == Crime.CRIME)
    if facts.act not in SOLD:
        return told
    return some(told, every(facts.state_owned, facts.serious))


def state_owned(item: int) -> Condition:
    """国家所有, which the first three items of 第四十八条 ask for."""
    return Condition(
        ("state_owned",), _answered("state_owned"),
        "档案不属于国家所有，不构成这一违法行为。", (law(48, None, item),),
    )  # fmt: skip


FOREIGN = Condition(
    ("foreign",), _answered("foreign"),
    "对象不是外国人或者外国组织，不构成这一违法行为。", (law(48, None, 5),),
)  # fmt: skip
HALL_HOLDINGS = Condition(
    ("hall_holdings",), _answered("hall_holdings"),
    "不是利用档案馆的档案，法律没有规定罚款，单位自己保管的档案出了问题只能责令改正、建议处分。",
    (law(49, 1), penalty(4)),
)  # fmt: skip
IN_SERVICE = Condition(
    ("in_service",), _served,
    "不是档案服务企业在服务过程中的行为，不适用这一款的罚款。", (law(49, 2),),
)  # fmt: skip
NOT_IN_SERVICE = Condition(
    ("in_service",), lambda facts: _not(_served(facts)),
    "档案服务企业在服务过程中的行为，适用罚款数额更高的第四十九条第二款。",
    (law(49, 2), penalty(29)),
)  # fmt: skip
USE_OR_SERVICE = Condition(
    ("hall_holdings", "in_service"),
    lambda facts: some(facts.hall_holdings, _served(facts)),
    "既不是利用档案馆的档案，也不是档案服务企业在服务过程中的行为。", (law(49, 1), law(49, 2)),
)  # fmt: skip
ORDERED = Condition(
    ("order",), _ordered(Order.CORRECTION),
    "此前没有责令改正，请先责令改正。", (law(48, None, 6),),
)  # fmt: skip
REFUSED = Condition(
    ("order_ignored",), _answered("order_ignored"),
    "责令改正后没有拒不改正，不能追究。", (law(48, None, 6),),
)  # fmt: skip
ORDERED_TO_HAND_OVER = ORDERED._replace(bases=(regulation(49),))
REFUSED_TO_HAND_OVER = REFUSED._replace(
    otherwise="没有拒不改正，不能建议处分。", bases=(regulation(49),)
)
NEGLECT = Condition(
    ("order", "order_ignored", "knowing", "loss"),
    lambda facts: some(
        every(_ordered(Order.HAZARD)(facts), facts.order_ignored),
        every(facts.knowing, facts.loss),
    ),
    "既没有责令限期整改后逾期未整改，也没有明知隐患不补救造成损毁、灭失，请先责令限期整改。",
    (law(45), law(48, None, 8)),
)  # fmt: skip
LOSS = Condition(
    ("loss",), _answered("loss"),
    "没有造成档案损毁、灭失，不构成这一违法行为。", (law(48, None, 10),),
)  # fmt: skip
STATE_ARCHIVES = Condition(
    ("state_hall",),
    lambda facts: every(Answer.of(facts.subject == ARCHIVES), facts.state_hall),
    "主体不是国家档案馆，不构成这一违法行为。", (regulation(48),),
)  # fmt: skip
STATE_PREMISES = Condition(
    ("state_hall",), _answered("state_hall"),
    "侵占、挪用的不是国家档案馆的馆舍，不构成这一违法行为。", (regulation(50),),
)  # fmt: skip
SERIOUS_48 = Condition(
    ("serious",), _answered("serious"), "没有达到情节严重，只能责令限期改正，不能建议处分。",
    (regulation(48),),
)  # fmt: skip
SERIOUS_50 = SERIOUS_48._replace(bases=(regulation(50),))
FIRM_SERVING = Condition(
    ("in_service",), _served, "不是档案服务企业在服务过程中的行为，不适用这一条。",
    (regulation(51, 1),),
)  # fmt: skip
FIRM_KNOWING = Condition(
    ("knowing",), _answered("knowing"), "不是明知存在隐患而不采取措施，不适用这一条。",
    (regulation(51, 1),),
)  # fmt: skip
WITHIN = Condition(
    ("in_jurisdiction",), _answered("in_jurisdiction"),
    "违法行为不在本机关辖区，应当移送有管辖权的机关。", (penalty(22), penalty(25)),
)  # fmt: skip


def no_crime(act: str) -> Condition:
    """No fine is set while a crime is suspected (行政处罚法第八条第二款)."""
    return Condition(
        ("crime", *(("state_owned", "serious") if act in SOLD else ())),
        lambda facts: _not(criminal(facts)),
        "涉嫌犯罪的应当先移送司法机关，不得以罚代刑。", (penalty(8, 2), penalty(27, 1)),
    )  # fmt: skip
