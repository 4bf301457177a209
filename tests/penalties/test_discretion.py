"""Which tier and which figure the facts lead to (行政处罚法第三十条至第三十四条)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from penalties import discretion
from penalties.discretion import DiscretionError, Fact, Rounding, Rules

REQUIRES = {"T1": ("集体讨论",), "T2": ("集体讨论", "法制审核")}

THOUSANDS = Rounding(None, 1000)


def rules_of(minimum, maximum, rounding=(THOUSANDS,)):
    return Rules(minimum, maximum, 30, 70, 10, tuple(rounding), law="第四十九条", requires=REQUIRES)


FIRM = rules_of(20_000, 200_000)
ORGANISATION = rules_of(10_000, 100_000)
PERSON = rules_of(500, 5_000, [Rounding(10_000, 100), Rounding(None, 1000)])


def criterion(tier, *, shown=True, key=0):
    return Fact(
        key or hash((tier, shown)) % 10_000 + 1,
        f"事实{tier}{shown}{key}",
        (1,),
        tier=tier,
        criterion=f"{tier}标准",
        shown=shown,
    )


def factor(code, effect, duty="shall", *, decisive=False):
    return Fact(
        20_000 + ord(code[-1]) * 7 + ord(code[0]),
        f"情节{code}",
        (2,),
        code=code,
        title=code,
        effect=effect,
        duty=duty,
        decisive=decisive,
    )


def light(code="L09", **kwargs):
    return factor(code, "mitigate_or_lighten", **kwargs)


def heavy(code="H01"):
    return factor(code, "aggravate")


def assess(*facts, rules=FIRM):
    return discretion.assess(facts, rules, conduct="丢失国有档案 8 件。")


T3, T3_DENIED, T4, T5 = (
    criterion("T3"),
    criterion("T3", shown=False),
    criterion("T4"),
    criterion("T5"),
)


@pytest.mark.parametrize(
    ("facts", "tier"),
    [
        ((), "T3"),
        ((T3,), "T3"),
        ((T3_DENIED,), "T4"),
        ((T4,), "T4"),
        ((T3, T4), "T4"),
        ((T3, T4, T5), "T5"),
        ((T4, light()), "T3"),
        ((T3, light()), "T3"),
        ((T4, light(decisive=True)), "T2"),
        ((T3, light(decisive=True)), "T2"),
        ((T4, light(), light("L12")), "T2"),
        ((T4, light("L08", duty="may")), "T3"),
        ((T4, heavy()), "T5"),
        ((T4, heavy(), light()), "T4"),
        ((T5, light()), "T4"),
        ((T5, heavy(), light()), "T4"),
        ((T5, light(decisive=True)), "T3"),
        ((T5, heavy()), "T5"),
    ],
)
def test_the_facts_lead_to_the_tier(facts, tier):
    assert assess(*facts).tier == tier


@pytest.mark.parametrize(
    ("facts", "tier"),
    [
        ((factor("L03", "no_penalty"), T5), "T0"),
        ((factor("L06", "time_barred"), T5), "T0"),
        ((factor("L04", "no_penalty", "may"), factor("L05", "no_penalty")), "T0"),
        ((criterion("T6"), factor("L03", "no_penalty")), "T6"),
    ],
)
def test_where_the_law_stops_no_fine_is_worked_out(facts, tier):
    result = assess(*facts)
    assert (result.tier, result.band, result.suggestion) == (tier, None, None)
    assert discretion.objection(result, FIRM, 47_000).title.startswith("本案不能处以罚款")


LEAVE = factor("L04", "no_penalty", "may")


def test_what_may_be_waived_is_left_to_the_head():
    open_choice = assess(T4, LEAVE)
    assert (open_choice.tier, open_choice.suggestion, open_choice.waivable) == ("T4", 110_000, True)
    assert open_choice.reasons[-1].effect == "由机关负责人决定"
    waived = discretion.assess([T4, LEAVE], FIRM, conduct="丢失。", waive=True)
    assert (waived.tier, waived.band) == ("T0", None)
    kept = discretion.assess([T4, LEAVE], FIRM, conduct="丢失。", waive=False)
    assert (kept.suggestion, kept.reasons[-1].effect) == (110_000, "决定处罚")


@pytest.mark.parametrize(
    ("rules", "facts", "band", "figure"),
    [
        (FIRM, (T3,), (20_000, 74_000), 47_000),
        (FIRM, (T4,), (74_000, 146_000), 110_000),
        (FIRM, (T5,), (146_000, 200_000), 173_000),
        (FIRM, (T4, light(decisive=True)), (2_000, 20_000), 11_000),
        (ORGANISATION, (T3,), (10_000, 37_000), 23_000),
        (ORGANISATION, (T4,), (37_000, 73_000), 55_000),
        (ORGANISATION, (T5,), (73_000, 100_000), 86_000),
        (PERSON, (T3,), (500, 1_850), 1_200),
        (PERSON, (T4,), (1_850, 3_650), 2_700),
        (PERSON, (T5,), (3_650, 5_000), 4_300),
    ],
)
def test_band_and_middle_with_ties_to_the_party(rules, facts, band, figure):
    result = assess(*facts, rules=rules)
    assert ((result.band.lower, result.band.upper), result.suggestion) == (band, figure)


@pytest.mark.parametrize(
    ("facts", "figure", "stands"),
    [
        ((T3,), 19_999, False),
        ((T3,), 20_000, True),
        ((T3,), 74_000, True),
        ((T3,), 74_001, False),
        ((T4,), 74_000, False),
        ((T4,), 74_001, True),
        ((T5,), 200_000, True),
        ((T5,), 200_001, False),
        ((T4, light(decisive=True)), 1_999, False),
        ((T4, light(decisive=True)), 2_000, True),
        ((T4, light(decisive=True)), 19_999, True),
        ((T4, light(decisive=True)), 20_000, False),
    ],
)
def test_a_figure_stands_only_inside_its_band(facts, figure, stands):
    assert (discretion.objection(assess(*facts), FIRM, figure) is None) == stands


def test_too_low_a_figure_is_told_how_mitigation_would_be_lawful():
    refusal = discretion.objection(assess(T4, light()), FIRM, 15_000)
    assert refusal.title == "不能按 1.5 万元告知"
    assert refusal.text.startswith("本案认定为“从轻”，应当在法定幅度以内，最低 20,000 元")
    assert refusal.remedies[0] == "改为 20,000 元至 74,000 元之间的金额"
    assert "第三十二条、第五十七条第二款" in refusal.remedies[1]


def test_the_same_fact_is_not_used_twice():
    once = criterion("T5")
    again = light()._replace(text=f" {once.text} ")
    with pytest.raises(DiscretionError, match="同一事实只能"):
        assess(once, again)


def test_a_fact_serves_as_criterion_or_as_factor():
    with pytest.raises(DiscretionError, match="恰好用作一项"):
        assess(Fact(1, "事实", tier="T5", criterion="故意", code="H02"))


def test_reasons_are_numbered_steps_each_with_its_effect():
    reasons = assess(T4, light()).reasons
    assert [(row.heading, row.effect) for row in reasons] == [
        ("违法行为和法定幅度", "2 万元至 20 万元"),
        ("基础档次：一般", "7.4 万元至 14.6 万元"),
        ("L09，应当从轻或者减轻", "下调 → 从轻"),
        ("没有从重情节", "不调整"),
    ]
    assert reasons[1].evidence == (1,)


def test_mitigation_asks_for_collective_discussion():
    assert assess(T4, light(decisive=True)).requires == ("集体讨论", "法制审核")


criteria = st.lists(st.tuples(st.sampled_from(["T3", "T4", "T5"]), st.booleans()), max_size=5).map(
    lambda rows: [
        criterion(tier, shown=shown or tier != "T3", key=place)
        for place, (tier, shown) in enumerate(rows, start=1)
    ]
)
lightening = st.lists(st.sampled_from(["L07", "L09", "L10", "L11", "L12"]), unique=True, max_size=5)
ranges = st.tuples(
    st.integers(10, 10**6), st.integers(10, 10**6), st.sampled_from([1, 10, 100, 1000, 10_000])
).map(lambda row: rules_of(row[0], row[0] + row[1], [Rounding(None, row[2])]))


@given(criteria, lightening, st.sets(st.sampled_from(["H01", "H02"])), st.booleans(), ranges)
def test_the_suggestion_never_leaves_its_band(shown, codes, aggravating, decisive, rules):
    facts = [
        *shown,
        *(light(code, decisive=decisive) for code in codes),
        *(heavy(code) for code in aggravating),
    ]
    result = assess(*facts, rules=rules)
    assert discretion.objection(result, rules, result.suggestion) is None
    if result.tier != "T2":
        assert rules.minimum <= result.suggestion <= rules.maximum


@given(criteria, lightening.filter(bool), st.booleans(), ranges)
def test_obligatory_lightening_without_aggravation_never_ends_in_the_general_band(
    shown, codes, decisive, rules
):
    mild = [fact for fact in shown if fact.tier != "T5"]
    result = assess(*mild, *(light(code, decisive=decisive) for code in codes), rules=rules)
    assert result.tier in {"T2", "T3"}


@given(criteria, lightening, ranges)
def test_one_more_lightening_factor_never_makes_it_heavier(shown, codes, rules):
    before = assess(*shown, *map(light, codes), rules=rules)
    after = assess(*shown, *map(light, codes), light("L13"), rules=rules)
    assert after.suggestion <= before.suggestion


@given(ranges)
def test_the_bands_share_no_figure_and_leave_none_out(rules):
    found = discretion.bands(rules)
    edges = {band.lower for band in found.values()} | {band.upper for band in found.values()}
    figures = {figure + step for figure in edges for step in (-1, 0, 1)}
    inside = [figure for figure in figures if rules.minimum <= figure <= rules.maximum]
    graded = [found[tier] for tier in discretion.GRADED]
    assert [sum(band.holds(figure) for band in graded) for figure in inside] == [1] * len(inside)
