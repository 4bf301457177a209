"""Bringing the packaged holidays and time limits into the database."""

from datetime import date

from django.db import transaction

from archives_enforcement.workdays import packaged
from archives_enforcement.workdays.deadlines import recheck_provisional
from archives_enforcement.workdays.models import Holiday, TimeLimit


@transaction.atomic
def load() -> dict[str, int]:
    """Write the packaged rows; counts of rows created or brought up to date, and clocks moved.

    May run any number of times. Rows an administrator has edited, and days he has added, stay.
    """
    holidays = {
        (date.fromisoformat(row["date"]),): {name: row[name] for name in ("kind", "name", "source")}
        for row in packaged.holidays()
    }
    limits = {
        (row["code"], row["until"]): row
        for row in (*packaged.time_limits().values(), *packaged.earlier_limits())
    }
    return {
        "节假日": _bring_in(Holiday, ("day",), holidays),
        "期限规则": _bring_in(TimeLimit, ("code", "until"), limits),
        "复核后改期的期限": recheck_provisional(),
    }


def _bring_in(model, key: tuple[str, ...], packaged_rows: dict[tuple, dict]) -> int:
    """Create missing rows and update those that differ, save the edited ones; how many."""
    stored = {tuple(getattr(row, name) for name in key): row for row in model.objects.all()}
    written = 0
    for value, fields in packaged_rows.items():
        row = stored.get(value)
        if row is None:
            model.objects.create(**dict(zip(key, value, strict=True)) | fields)
        elif not row.edited and any(getattr(row, name) != fields[name] for name in fields):
            model.objects.filter(pk=row.pk).update(**fields)
        else:
            continue
        written += 1
    return written
