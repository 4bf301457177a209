"""金额: capital figures for decisions, plain ones for pages, and what lateness may cost."""

from decimal import Decimal

DIGITS = "零壹贰叁肆伍陆柒捌玖"
PLACES = ("", "拾", "佰", "仟")
GROUPS = ("", "万", "亿")
LARGEST = 10**12  # yuan; capital figures are written up to 仟亿
DAILY_PERCENT = 3  # 行政处罚法第七十二条第一款第一项


def capital(yuan: int) -> str:
    """47000 → 肆万柒仟元整, as 票据 and decisions write money. ValueError outside 0 … 10^12."""
    if not 0 <= yuan < LARGEST:
        raise ValueError(f"金额 {yuan} 不能写成大写。")
    return f"{_capital_number(yuan)}元整"


def _capital_number(number: int) -> str:
    """Groups of four places; where places are skipped between two figures one 零 is read."""
    text, skipped = "", False
    for place in (2, 1, 0):
        group = number // 10000**place % 10000
        if group == 0:
            skipped = bool(text)
            continue
        gap = DIGITS[0] if text and (skipped or group < 1000) else ""
        text += f"{gap}{_four_places(group)}{GROUPS[place]}"
        skipped = False
    return text or DIGITS[0]


def _four_places(group: int) -> str:
    text, zero = "", False
    for place in (3, 2, 1, 0):
        digit = group // 10**place % 10
        if digit == 0:
            zero = bool(text)
            continue
        text += (DIGITS[0] if zero else "") + DIGITS[digit] + PLACES[place]
        zero = False
    return text


def plain(yuan: int) -> str:
    """47000 → 4.7 万元, 1850 → 1,850 元: the shortest exact way."""
    if yuan >= 10000 and yuan % 100 == 0:
        return f"{(Decimal(yuan) / 10000).normalize():f} 万元"
    return f"{yuan:,} 元"


def surcharge(fine: int, days_late: int) -> int:
    """加处罚款: 3 % of the fine a day, never more than the fine (行政处罚法第七十二条).

    The bureau may impose it; nothing is imposed by the passing of days alone.
    """
    return min(fine, fine * DAILY_PERCENT * max(days_late, 0) // 100)
