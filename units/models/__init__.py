"""监管对象: the bureau's register of those it inspects."""

from units.models.changes import FormerName, Listing, Succession
from units.models.facts import ContactPerson, Holdings
from units.models.importing import UnitImport
from units.models.register import Unit

__all__ = [
    "ContactPerson",
    "FormerName",
    "Holdings",
    "Listing",
    "Succession",
    "Unit",
    "UnitImport",
]
