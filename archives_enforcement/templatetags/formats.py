"""How dates, times and money are written for people; plain functions without markup."""

import re
from datetime import date, datetime, timedelta
from decimal import Decimal

from django.utils import timezone

WEEKDAYS = "一二三四五六日"


def local(value: date) -> date:
    """The same moment in Shanghai time; a plain date stays as it is."""
    if isinstance(value, datetime) and timezone.is_aware(value):
        return timezone.localtime(value)
    return value


def cn_date(value: date | None) -> str:
    """A full date, `2024年10月10日`; empty for no date."""
    if not value:
        return ""
    day = local(value)
    return f"{day.year}年{day.month}月{day.day}日"


def cn_iso_date(text: str) -> str:
    """The date that a frozen paper keeps as `2024-10-10`, written like the others."""
    return cn_date(date.fromisoformat(text)) if text else ""


def cn_day(value: date | None) -> str:
    """A date within a year everybody knows, `10月10日`; empty for no date."""
    if not value:
        return ""
    day = local(value)
    return f"{day.month}月{day.day}日"


def cn_weekday(value: date | None) -> str:
    """The day of the week, `星期四`; empty for no date."""
    return f"星期{WEEKDAYS[local(value).weekday()]}" if value else ""


def cn_datetime(value: datetime | None) -> str:
    """A moment in Shanghai time, `2024年10月10日 16:20`; empty for no moment."""
    return f"{cn_date(value)} {local(value):%H:%M}" if value else ""


def by_number(cited: str) -> str:
    """A government paper by its number, `国办发〔2018〕118号`, without its long title."""
    return re.sub(r"[^，。；]+（([^（）〔]+〔\d{4}〕\d+号)）", r"\1", cited)


def minutes(value: timedelta) -> int:
    """Whole minutes of a stretch of time, at least one."""
    return max(1, round(value.total_seconds() / 60))


def money(value: Decimal | int | None, unit: str = "") -> str:
    """An amount of yuan, `¥47,000`; with unit `万`, `4.7万元`; empty for no amount.

    Fen are written only when there are any. Raises ValueError for another unit.
    """
    if value is None or value == "":
        return ""
    amount = Decimal(str(value))
    if unit == "万":
        return f"{plain(amount / 10000)}万元"
    if unit:
        raise ValueError(f"money 不认识单位“{unit}”，只能写“万”。")
    return f"{'-' if amount < 0 else ''}¥{plain(abs(amount), fen=True)}"


def plain(amount: Decimal, *, fen: bool = False) -> str:
    """Thousands separated, no trailing zeros; with `fen` two places or none."""
    if fen:
        return f"{amount:,.0f}" if amount == amount.to_integral_value() else f"{amount:,.2f}"
    text = f"{amount:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def days_left(due: date, today: date) -> tuple[str, str]:
    """Words and tone for a deadline: (`逾期 2 天`, `late`), (`今天`, `due`), (`还有 5 天`, "").

    Up to three days before the end the tone is `due`.
    """
    left = (local_day(due) - local_day(today)).days
    if left < 0:
        return f"逾期 {-left} 天", "late"
    if left == 0:
        return "今天", "due"
    return f"还有 {left} 天", "due" if left <= 3 else ""


def overdue(due: date | None, today: date) -> str:
    """`逾期 2 天` once the last day is over; empty before, on it, and for no day."""
    words, tone = days_left(due, today) if due else ("", "")
    return words if tone == "late" else ""


def local_day(value: date) -> date:
    """The calendar day of a date or of a moment."""
    value = local(value)
    return value.date() if isinstance(value, datetime) else value
