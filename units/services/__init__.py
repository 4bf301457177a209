"""The acts on units, as other rooms use them."""

from units.services.changes import (
    dissolve,
    drop_duplicate,
    merge,
    rename,
    split,
    succession_in_words,
)
from units.services.facts import add_contact, end_contact, record_holdings
from units.services.import_preview import Preview, preview
from units.services.importing import import_units, start_import
from units.services.registry import (
    KINDS,
    PARTY_FIELDS,
    UNIT_FIELDS,
    initials,
    pinyin,
    register,
    revise,
)

__all__ = [
    "KINDS",
    "PARTY_FIELDS",
    "UNIT_FIELDS",
    "Preview",
    "add_contact",
    "dissolve",
    "drop_duplicate",
    "end_contact",
    "import_units",
    "initials",
    "merge",
    "pinyin",
    "preview",
    "record_holdings",
    "register",
    "rename",
    "revise",
    "split",
    "start_import",
    "succession_in_words",
]
