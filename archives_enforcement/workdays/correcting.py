"""期限的更正: what a clock started from was recorded wrongly, also where it has ended since."""

from collections.abc import Container
from datetime import date

from django.db import transaction

from archives_enforcement.workdays import deadlines


@transaction.atomic
def take_back(subject, codes: Container[str], *, on: date, reason: str) -> None:
    """Take the clocks of these codes off, met or not; they stay on record with the reason."""
    rows = deadlines.for_subject(subject).select_for_update()
    rows.filter(code__in=codes, cancelled_on=None).update(cancelled_on=on, cancel_reason=reason)
