"""The acts on units, as other rooms use them."""

from units.services.facts import add_contact, end_contact, record_holdings
from units.services.registry import (
    KINDS,
    PARTY_FIELDS,
    UNIT_FIELDS,
    Preview,
    Rejection,
    import_units,
    initials,
    preview,
    register,
    revise,
)

__all__ = [
    "KINDS",
    "PARTY_FIELDS",
    "UNIT_FIELDS",
    "Preview",
    "Rejection",
    "add_contact",
    "end_contact",
    "import_units",
    "initials",
    "preview",
    "record_holdings",
    "register",
    "revise",
]
