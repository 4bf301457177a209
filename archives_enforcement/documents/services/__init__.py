"""Acts on papers: what other apps and pages call."""

from archives_enforcement.documents.services.addresses import (
    register_address,
    revoke_address,
)
from archives_enforcement.documents.services.delivery import record_delivery, record_failure
from archives_enforcement.documents.services.issuing import (
    draft,
    return_draft,
    revise,
    sign,
    submit,
    void,
)
from archives_enforcement.documents.services.receipts import acknowledge, note_reading

__all__ = [
    "acknowledge",
    "draft",
    "note_reading",
    "record_delivery",
    "record_failure",
    "register_address",
    "return_draft",
    "revise",
    "revoke_address",
    "sign",
    "submit",
    "void",
]
