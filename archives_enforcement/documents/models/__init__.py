from archives_enforcement.documents.models.addresses import AddressConfirmation
from archives_enforcement.documents.models.batches import Batch, BatchItem
from archives_enforcement.documents.models.delivery import Delivery, DeliveryAttempt
from archives_enforcement.documents.models.papers import (
    Document,
    NumberSequence,
    Rendition,
    Wording,
)
from archives_enforcement.documents.models.seals import Seal

__all__ = [
    "AddressConfirmation",
    "Batch",
    "BatchItem",
    "Delivery",
    "DeliveryAttempt",
    "Document",
    "NumberSequence",
    "Rendition",
    "Seal",
    "Wording",
]
