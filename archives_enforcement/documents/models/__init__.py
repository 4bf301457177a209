from archives_enforcement.documents.models.access_codes import AccessCode
from archives_enforcement.documents.models.addresses import AddressConfirmation
from archives_enforcement.documents.models.answers import Answer
from archives_enforcement.documents.models.batches import Batch, BatchItem
from archives_enforcement.documents.models.delivery import Delivery, DeliveryAttempt
from archives_enforcement.documents.models.numbers import NumberSequence
from archives_enforcement.documents.models.papers import Document, Rendition
from archives_enforcement.documents.models.payments import DeferralOutcome
from archives_enforcement.documents.models.police import PoliceDecision
from archives_enforcement.documents.models.scans import SignedScan
from archives_enforcement.documents.models.seals import Seal
from archives_enforcement.documents.models.wordings import Wording
from archives_enforcement.documents.models.written_answers import WrittenAnswer

__all__ = [
    "AccessCode",
    "AddressConfirmation",
    "Answer",
    "Batch",
    "BatchItem",
    "DeferralOutcome",
    "Delivery",
    "DeliveryAttempt",
    "Document",
    "NumberSequence",
    "PoliceDecision",
    "Rendition",
    "Seal",
    "SignedScan",
    "Wording",
    "WrittenAnswer",
]
