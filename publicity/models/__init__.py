from publicity.models.activities import Activity, ArticlePiece, MediaRecord
from publicity.models.corrections import CorrectionRequest
from publicity.models.entries import Entry, EntryQuerySet
from publicity.models.lists import PublicList
from publicity.models.notices import Notice
from publicity.models.officers import OfficerPhoto
from publicity.models.outreach import OutreachItem, OutreachPlan
from publicity.models.results import ResultRule
from publicity.models.training import Attendance, Training
from publicity.models.withholdings import Withholding

__all__ = [
    "Activity",
    "ArticlePiece",
    "Attendance",
    "CorrectionRequest",
    "Entry",
    "EntryQuerySet",
    "MediaRecord",
    "Notice",
    "OfficerPhoto",
    "OutreachItem",
    "OutreachPlan",
    "PublicList",
    "ResultRule",
    "Training",
    "Withholding",
]
