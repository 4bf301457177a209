"""Reads of 检查评价 for who supervises from above: sums of closed quarters, never one rating."""

from datetime import date
from itertools import groupby
from typing import NamedTuple

from django.conf import settings

from archives_enforcement.accounts.models import Bureau
from inspections.models import Inspection
from supervision.models import Rating
from supervision.models.ratings import GIVE, QUESTIONS

LOW = 2  # marks up to this are named apart: a mean hides them


class Period(NamedTuple):
    """Ratings of one closed quarter, or of several that had too few each."""

    first: date
    last: date  # first days of its first and last quarter
    count: int
    means: tuple[float, ...]  # one for each of QUESTIONS
    low: int  # marks of 1 and 2 among all
    texts: tuple[str, ...]

    @property
    def label(self) -> str:
        one = _words(self.first)
        return one if self.first == self.last else f"{one}至{_words(self.last)}"

    @property
    def answers(self) -> list[tuple[str, float]]:
        """Each question in a word with its mean."""
        return [(asked.short, mean) for asked, mean in zip(QUESTIONS, self.means, strict=True)]

    @property
    def mean(self) -> float:
        return sum(self.means) / len(self.means)


class Judged(NamedTuple):
    """One bureau below with what may be read of it, the latest period first."""

    bureau: Bureau
    periods: list[Period]


def quarter_of(day: date) -> date:
    """The first day of its quarter."""
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def _words(quarter: date) -> str:
    return f"{quarter.year}年第{'一二三四'[quarter.month // 3]}季度"


def below(user):
    """The bureaus whose ratings `user` reads: all under his own, never his own."""
    if user.bureau_id is None:
        return Bureau.objects.none()
    rows = Bureau.objects.filter(path__startswith=user.bureau.path)
    return rows.exclude(pk=user.bureau_id).order_by("path")


def to_rate(user, since: date):
    """Visits held since then that the people of the unit may still rate, the latest first."""
    if not user.has_perm(GIVE):
        return Inspection.objects.none()
    rows = Inspection.objects.visible_to(user).filter(state__in=Inspection.TOLD, rated=None)
    rows = rows.filter(inspected_on__gte=since).exclude(bureau__parent=None)
    rows = rows.exclude(kind=Inspection.Kind.LOOK_BACK).select_related("unit__party")
    return rows.order_by("-inspected_on", "-pk")


def judged(user, today: date) -> list[Judged]:
    """Every bureau below with its periods; two queries, however many there are."""
    bureaus = list(below(user))
    running = quarter_of(today)
    rows = Rating.objects.filter(bureau__in=bureaus, quarter__lt=running)
    of = {key: list(group) for key, group in groupby(_ordered(rows), lambda row: row.bureau_id)}
    least = settings.RATINGS_SHOWN_FROM
    return [Judged(bureau, periods(of.get(bureau.pk, []), least)) for bureau in bureaus]


def _ordered(rows):
    return rows.order_by("bureau", "quarter")


def periods(rows: list[Rating], least: int) -> list[Period]:
    """The readable periods of one bureau, the latest first; `rows` stand by closed quarter.

    A quarter with fewer than `least` is read together with the next ones. No rating is in two
    periods, so none can be taken out by subtracting.
    """
    found, waiting = [], []
    for _, group in groupby(rows, lambda row: row.quarter):
        waiting += group
        if len(waiting) >= least:
            found.append(_summed(waiting))
            waiting = []
    return found[::-1]


def _summed(rows: list[Rating]) -> Period:
    marks = [[getattr(row, asked.field) for row in rows] for asked in QUESTIONS]
    return Period(
        rows[0].quarter,
        rows[-1].quarter,
        len(rows),
        tuple(sum(of_one) / len(rows) for of_one in marks),
        sum(mark <= LOW for of_one in marks for mark in of_one),
        tuple(sorted(row.text for row in rows if row.text)),
    )
