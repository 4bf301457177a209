"""What qualifies a reviewer, as it is recorded of him."""

from datetime import date

from penalties.models import ReviewQualification


def qualification(person, day: date) -> ReviewQualification | None:
    """The one in force on `day`; the examination rather than experience."""
    rows = ReviewQualification.objects.valid_on(day).filter(person=person)
    return rows.order_by("kind", "pk").first()
