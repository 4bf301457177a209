"""What qualifies a reviewer, as it is recorded of him."""

from datetime import date

from penalties.models import ReviewQualification


def qualification(person, day: date) -> ReviewQualification | None:
    """The one in force on `day`; the examination rather than experience."""
    rows = ReviewQualification.objects.valid_on(day).filter(person=person)
    return rows.order_by("kind", "pk").first()


def throughout(person, first_day: date, last_day: date) -> str:
    """What qualifies the person on all of these days, in words; empty when nothing does."""
    rows = ReviewQualification.objects.valid_on(first_day).valid_on(last_day)
    row = rows.filter(person=person).order_by("kind", "pk").first()
    return row.in_words if row else ""
