"""Generated facts through gate and weighing: what they accept is what the page of law allows."""

import random
from datetime import date, timedelta

import pytest

from penalties import discretion
from penalties.discretion import Fact, read_scheme
from penalties.fitness import Facts, Measure, fitness, questions
from tests.penalties import schemes
from tests.penalties.test_fitness import provision
from tests.unlawful import law

SUBJECTS = (
    "organ", "mass_organization", "institution", "state_enterprise", "private_enterprise",
    "social_organization", "service_enterprise", "archives", "township", "village", "person",
)  # fmt: skip
FINED = ("V01", "V02", "V03", "V04", "V05")
ACTS = tuple(f"V{number:02d}" for number in range(1, 16))
SPECIAL = {
    "order": ("none", "correction", "hazard", "unknown"),
    "crime": (*["no"] * 16, "duty", "crime", "unknown"),
    "in_jurisdiction": (*["yes"] * 16, "no", "unknown"),
    "serious": ("no", "no", "no", "yes", "unknown"),
}
EVERY = (*["yes"] * 7, "no", "no", "unknown")
FIRST_DAY, DAYS = date(2021, 7, 15), 1_960
SAMPLE = read_scheme(schemes.document())
SHOWN, NORMAL = 10_000, 500


class Generated:
    """One act by one party on one day, with what is known and what weighs, all by chance."""

    def __init__(self, seed: int):
        self.chance = chance = random.Random(seed)
        self.subject = chance.choice(SUBJECTS)
        self.act = chance.choice((*FINED * 6, *ACTS))
        self.day = FIRST_DAY + timedelta(chance.randrange(DAYS))
        asked = questions(self.act, self.subject)
        self.known = {name: chance.choice(SPECIAL.get(name, EVERY)) for name in asked}

    @property
    def verdict(self):
        facts = Facts.of(self.subject, self.act, self.known)
        return fitness(facts, provision(self.act), self.day)

    def row(self, bounds):
        """The line of the sample for this act and range."""
        found = (
            row
            for row in SAMPLE.rows.values()
            if row.violation == self.act
            and (SAMPLE.ranges[row.range].minimum, SAMPLE.ranges[row.range].maximum) == bounds
        )
        return next(found)

    def weighed(self) -> list[Fact]:
        chance, made = self.chance, []
        for number in range(chance.randrange(5)):
            tier = chance.choice((*discretion.GRADED * 9, "T6"))
            rule = SAMPLE.tiers[tier]
            shown = tier != "T3" or chance.random() < 0.7
            criterion = chance.choice(rule.criteria)
            made.append(
                Fact(number, f"标准{number}", (1,), tier=tier, criterion=criterion, shown=shown)
            )
        factors = [row for row in SAMPLE.factors.values() if chance.random() < 0.06]
        for number, factor in enumerate(factors, start=len(made)):
            light = factor.effect == "mitigate_or_lighten"
            made.append(
                Fact(
                    number, f"情节{number}", (1,), code=factor.code, title=factor.title,
                    effect=factor.effect, duty=factor.duty,
                    law="《中华人民共和国行政处罚法》第三十二条",
                    decisive=light and chance.random() < 0.3,
                )
            )  # fmt: skip
        return made

    def figures(self, bounds) -> list[int]:
        """The ends of every band with their neighbours, and some by chance."""
        low, high = bounds
        ends = [end for band in law.BANDS[bounds] for end in band]
        near = [end + step for end in (*ends, low // law.FLOOR) for step in (-1, 0, 1)]
        return near + [self.chance.randrange(0, 2 * high) for _ in range(5)]


def check(seed: int) -> int:
    """Everything the engine says of one generated case; how many figures it let pass."""
    case = Generated(seed)
    verdict = case.verdict
    lawful = law.fines(case.subject, case.act, case.known)
    offered = {(row.clause.minimum, row.clause.maximum) for row in verdict.offers(Measure.FINE)}
    assert offered == lawful, (case.subject, case.act, case.known)
    for row in (*verdict.offered, *verdict.refused):
        assert law.out_of_force(row.articles, case.day) == []
    return sum(weigh(case, bounds) for bounds in lawful)


def weigh(case: Generated, bounds) -> int:
    facts, row = case.weighed(), case.row(bounds)
    rules = SAMPLE.rules(row.code, lambda bases: "《中华人民共和国档案法》第四十九条")
    result = discretion.assess(facts, rules, conduct="丢失档案。")
    passed = [
        figure
        for figure in case.figures(bounds)
        if discretion.objection(result, rules, figure) is None
    ]
    assert all(allowed(facts, bounds, figure) for figure in passed), (facts, passed)
    if result.band is not None:
        assert result.suggestion in range(result.band.lowest, result.band.highest + 1)
        assert discretion.objection(result, rules, result.suggestion) is None
    told = [reason.text for reason in result.reasons]
    assert all(sum(fact.text in text for text in told) <= 1 for fact in facts)
    return len(passed)


def allowed(facts: list[Fact], bounds, figure: int) -> bool:
    """Whether the page of law lets this figure stand against these facts."""
    low, high = bounds
    light = [fact for fact in facts if fact.effect == "mitigate_or_lighten"]
    heavy = [fact for fact in facts if fact.effect == "aggravate"]
    due = [fact for fact in light if fact.duty == "shall"]
    tiers = {fact.tier for fact in facts if fact.shown}
    stopped = any(
        fact.effect in ("no_penalty", "time_barred") and fact.duty == "shall" for fact in facts
    )
    if stopped or "T6" in tiers:  # not punishable, or to the police first: no fine at all
        return False
    if figure < low:  # 减轻: two reasons for it or one of decisive weight, never under the floor
        opened = len(light) >= 2 or any(fact.decisive for fact in light)
        return opened and figure * law.FLOOR >= low
    if figure > high:
        return False
    lower, middle, upper = law.BANDS[bounds]
    if due and not heavy and "T5" not in tiers:  # 应当从轻或者减轻 leaves the general band
        return figure <= lower[1]
    if figure >= upper[0]:  # 从重 only for what the law or the benchmark lists
        return bool(heavy) or "T5" in tiers
    if figure >= middle[0]:
        denied = any(fact.tier == "T3" and not fact.shown for fact in facts)
        return denied or bool(heavy) or bool({"T4", "T5"} & tiers)
    return True


@pytest.mark.parametrize("first", range(0, NORMAL, 100))
def test_what_the_engine_lets_pass_is_lawful(first):
    assert sum(check(seed) for seed in range(first, first + 100)) > 0


@pytest.mark.full
@pytest.mark.parametrize("first", range(NORMAL, SHOWN, 500))
def test_so_it_is_with_ten_thousand(first):
    assert sum(check(seed) for seed in range(first, first + 500)) > 0


def test_the_page_of_law_finds_a_figure_too_much():
    """The judge is no rubber stamp: each of these it must refuse."""
    light = Fact(1, "追回", code="L09", effect="mitigate_or_lighten", duty="shall")
    grave = Fact(2, "窃取", tier="T6", criterion="窃取")
    for facts, bounds, figure in (
        ([], law.FIRM, 200_001), ([], law.FIRM, 19_999), ([], law.UNIT, 37_001),
        ([light], law.PERSON, 1_851), ([light], law.PERSON, 499), ([grave], law.UNIT, 20_000),
    ):  # fmt: skip
        assert not allowed(facts, bounds, figure)
    assert law.out_of_force("《中华人民共和国档案法实施条例》第四十六条", date(2024, 2, 29))
