"""列入和移出名册, noted with their dates when the registration changes."""

from collections.abc import Iterable
from datetime import date

from units.models import Listing, Unit


def begin(units: Iterable[Unit], on: date) -> None:
    """The entries of units that have just been registered."""
    Listing.objects.bulk_create(
        Listing(unit=unit, roll=roll, since=on)
        for unit in units
        for roll, flag in Listing.FLAGS.items()
        if getattr(unit, flag)
    )


def follow(unit: Unit, on: date) -> None:
    """Begin or end the entries of `unit` so that they say what its registration says now."""
    running = dict(unit.listings.filter(until=None).values_list("roll", "pk"))
    for roll, flag in Listing.FLAGS.items():
        if getattr(unit, flag) and roll not in running:
            Listing.objects.create(unit=unit, roll=roll, since=on)
        elif roll in running and not getattr(unit, flag):
            Listing.objects.filter(pk=running[roll]).update(until=on)
