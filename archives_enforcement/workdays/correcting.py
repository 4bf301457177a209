"""期限的更正: what a clock started from, or was met by, does not hold any more."""

from collections.abc import Container
from datetime import date

from django.db import transaction

from archives_enforcement.workdays import deadlines


@transaction.atomic
def take_back(subject, codes: Container[str], *, on: date, reason: str) -> None:
    """Take the clocks of these codes off, met or not; they stay on record with the reason."""
    rows = deadlines.for_subject(subject).select_for_update()
    rows.filter(code__in=codes, cancelled_on=None).update(cancelled_on=on, cancel_reason=reason)


def go_on(subject, code: str, *, on: date) -> None:
    """Let a clock run on that was met by what was taken back since, where it is not over."""
    rows = deadlines.for_subject(subject).filter(code=code, cancelled_on=None, due_on__gte=on)
    rows.exclude(met_on=None).update(met_on=None, met_note="")
