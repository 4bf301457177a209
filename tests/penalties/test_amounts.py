"""Money in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from penalties.amounts import DIGITS, capital, plain, surcharge


@pytest.mark.parametrize(
    ("yuan", "text"),
    [
        (0, "零元整"),
        (1, "壹元整"),
        (10, "壹拾元整"),
        (105, "壹佰零伍元整"),
        (1_850, "壹仟捌佰伍拾元整"),
        (6_007, "陆仟零柒元整"),
        (10_010, "壹万零壹拾元整"),
        (20_000, "贰万元整"),
        (47_000, "肆万柒仟元整"),
        (107_000, "壹拾万柒仟元整"),
        (200_000, "贰拾万元整"),
        (1_000_500, "壹佰万零伍佰元整"),
        (100_000_001, "壹亿零壹元整"),
        (100_001_000, "壹亿零壹仟元整"),
        (120_003_004, "壹亿贰仟万叁仟零肆元整"),
        (999_999_999_999, "玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元整"),
    ],
)
def test_capital_figures(yuan, text):
    assert capital(yuan) == text


def value_of(text):
    """Read capital figures back, group by group."""
    total = 0
    for group in text.removesuffix("元整").replace("亿", "亿 ").replace("万", "万 ").split():
        amount = digit = 0
        for sign in group:
            if sign in DIGITS:
                digit = DIGITS.index(sign)
            elif sign in "拾佰仟":
                amount, digit = amount + digit * 10 ** ("拾佰仟".index(sign) + 1), 0
        unit = {"亿": 10**8, "万": 10**4}.get(group[-1], 1)
        total += (amount + digit) * unit
    return total


@given(st.integers(0, 10**12 - 1))
def test_capital_figures_read_back_to_the_same_amount(yuan):
    text = capital(yuan)
    assert value_of(text) == yuan
    assert "零零" not in text


@pytest.mark.parametrize("yuan", [-1, 10**12])
def test_what_cannot_be_written_is_refused(yuan):
    with pytest.raises(ValueError, match="不能写成大写"):
        capital(yuan)


@pytest.mark.parametrize(
    ("yuan", "text"),
    [(47_000, "4.7 万元"), (200_000, "20 万元"), (1_850, "1,850 元"), (12_345, "12,345 元")],
)
def test_plain_figures(yuan, text):
    assert plain(yuan) == text


# 行政处罚法 72: three per cent a day, never more than the fine.
@pytest.mark.parametrize(
    ("days", "due"), [(-3, 0), (0, 0), (1, 1_410), (33, 46_530), (34, 47_000), (400, 47_000)]
)
def test_surcharge_stops_at_the_fine(days, due):
    assert surcharge(47_000, days) == due
