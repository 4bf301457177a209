"""From a code and a starting day to a due date, with the article and the arithmetic in words."""

from collections import defaultdict
from datetime import date, datetime, time

from django.db import DatabaseError
from django.utils import timezone

from archives_enforcement.legislation.models import Mark
from archives_enforcement.reading import read_once
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import counting, packaged
from archives_enforcement.workdays.arithmetic import Unit
from archives_enforcement.workdays.calendar import Calendar, load
from archives_enforcement.workdays.counting import Computation, Term
from archives_enforcement.workdays.models import LocalTerm, TimeLimit
from archives_enforcement.workdays.models.limits import in_words
from archives_enforcement.workflow import Refused


class LimitError(Refused):
    """No due date can be computed; the message is a Chinese sentence for the reader."""


class UnknownLimit(LimitError):
    """There is no time limit of this code."""


class NotADate(LimitError):
    """The requirement is a condition, a number or a sum of money; it has no due date."""


def all_limits() -> list[TimeLimit]:
    """Every limit in force, by code; the packaged ones while the table is missing or empty."""
    try:
        limits = list(TimeLimit.objects.filter(until=None))
    except DatabaseError:
        limits = []
    return limits or [TimeLimit(**row) for row in packaged.time_limits().values()]


@read_once
def _texts() -> dict[str, list[tuple]]:
    """Names and values of every limit by code, in one query: a page asks for several."""
    names = [field.attname for field in TimeLimit._meta.concrete_fields]
    found = defaultdict(list)
    try:
        rows = list(TimeLimit.objects.values_list(*names))
    except DatabaseError:
        rows = []
    for row in rows:
        found[row[names.index("code")]].append((names, row))
    return found


@read_once
def find(code: str, on: date | None = None) -> TimeLimit:
    """The limit of this code as it stood on the starting day `on`, else as it stands now.

    Raises UnknownLimit when there is none.
    """
    found = [TimeLimit.from_db("default", *text) for text in _texts().get(code, ())]
    if not found:
        found = [TimeLimit(**row) for row in packaged.texts_of(code)]
    if not found:
        raise UnknownLimit(f"没有代码为“{code}”的期限，请核对期限代码。")
    past = [row for row in found if row.until and on and on <= row.until]
    return min(past, key=lambda row: row.until, default=next(row for row in found if not row.until))


def compute(
    code: str,
    start: date | datetime,
    *,
    bureau=None,
    calendar: Calendar | None = None,
    length: int | None = None,
    unit: str = "",
) -> Computation:
    """The due date of limit `code` that starts on `start` (for a "before" limit: the event's day).

    `bureau` brings in that bureau's LocalTerm in force on `start`; `length` is what the paper
    itself names, in `unit` (empty: that of the limit), allowed only where the limit leaves room.
    A limit in hours needs the hour: a bare date is taken as its first moment, the earliest due
    time.

    Raises UnknownLimit for a code that does not exist, NotADate for a requirement without a due
    date, and LimitError when the length may not be changed or the calendar ends (year 9999).
    """
    moment = _moment(start)
    limit = find(code, moment.date())
    if limit.unit == Unit.NONE:
        raise NotADate(f"{limit}不是日期，无法推算届满日：{limit.note}")
    term = _applicable(limit, bureau, moment.date(), length, unit or limit.unit)
    try:
        if term.unit == Unit.HOUR:
            return counting.in_hours(term, moment, given=isinstance(start, datetime))
        return counting.in_days(term, moment.date(), calendar or load())
    except (OverflowError, ValueError) as error:  # dates end with the year 9999
        raise LimitError(f"起算日{cn_date(moment)}超出可以推算的范围，请核对日期。") from error


def term_of(code: str, *, bureau, on: date) -> Term:
    """The length that a limit has for a bureau from `on`: its own LocalTerm, else the rule's."""
    limit = find(code, on)
    return _applicable(limit, bureau, on, None, limit.unit)


def _moment(start: date | datetime) -> datetime:
    """`start` as wall-clock time in Shanghai."""
    if not isinstance(start, datetime):
        return datetime.combine(start, time.min)
    return timezone.make_naive(start) if timezone.is_aware(start) else start


def _applicable(limit: TimeLimit, bureau, on: date, length: int | None, unit: str) -> Term:
    if length is not None:
        return _named_in_paper(limit, length, unit)
    if bureau is not None and limit.configurable and (local := _local_term(limit, bureau, on)):
        since = cn_date(local.effective_from)
        origin = f"本机关自{since}起设定为{local.term_in_words}（依据：{local.source}）。"
        return Term(
            limit, local.length, local.unit, local.fixed_on, Mark.LOCAL, (origin,), "本机关期限设定"
        )
    return Term(limit, limit.length, limit.unit, limit.fixed_on, limit.mark)


def _local_term(limit: TimeLimit, bureau, on: date) -> LocalTerm | None:
    terms = LocalTerm.objects.filter(bureau=bureau, code=limit.code, effective_from__lte=on)
    return terms.order_by("-effective_from").first()


def _named_in_paper(limit: TimeLimit, length: int, unit: str) -> Term:
    if not limit.configurable or limit.unit == Unit.FIXED_DATE:
        raise LimitError(f"{limit}由{limit.basis}规定，不得另定长度。")
    if length < 1 or (limit.ceiling is not None and length > limit.ceiling):
        most = f"、不得超过{limit.ceiling}" if limit.ceiling else ""
        raise LimitError(f"{limit}的长度应为正整数{most}，收到的是{length}。")
    if limit.ceiling is not None and unit != limit.unit:
        raise LimitError(f"{limit}的上限按{Unit(limit.unit).label}计，载明的期限请用同一单位。")
    origin = f"文书载明的期限为{in_words(unit, length)}。"
    return Term(limit, length, unit, "", limit.mark, (origin,), "文书载明的期限")
