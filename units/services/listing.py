"""列入和移出名册, noted with their dates when the registration changes."""

from datetime import date

from units.models import Listing, Unit


def follow(unit: Unit, on: date) -> None:
    """Begin or end the entries of `unit` so that they say what its registration says now."""
    running = dict(unit.listings.filter(until=None).values_list("roll", "pk"))
    for roll, flag in Listing.FLAGS.items():
        if getattr(unit, flag) and roll not in running:
            Listing.objects.create(unit=unit, roll=roll, since=on)
        elif roll in running and not getattr(unit, flag):
            Listing.objects.filter(pk=running[roll]).update(until=on)
