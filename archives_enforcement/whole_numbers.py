"""Whole numbers that no column holds, and years that are none.

Asked for one such number Django knows that no row has it; asked for it among others (`pk__in`,
as a field with several choices does) it hands it to the database, which breaks off.
"""

from django.db.models import IntegerField
from django.db.models.lookups import In
from django.urls import register_converter
from django.urls.converters import IntConverter

LEAST, MOST = -(2**63), 2**63 - 1


def is_key(text) -> bool:
    """Whether what a page was sent may be the key of a row."""
    return isinstance(text, str) and text.isascii() and text.isdecimal() and len(text) < 19


@IntegerField.register_lookup
class InRange(In):
    """`in` without the numbers that no row can have."""

    def get_prep_lookup(self):
        values = super().get_prep_lookup()
        if not self.rhs_is_direct_value():
            return values
        return [each for each in values if not isinstance(each, int) or LEAST <= each <= MOST]


class YearConverter(IntConverter):
    """`<year:year>` in an address: four digits, so that it is a year of the calendar."""

    regex = "[12][0-9]{3}"


register_converter(YearConverter, "year")
