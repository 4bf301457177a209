from supervision.models.complaints import Complaint
from supervision.models.faults import FaultHandling, FaultRecord
from supervision.models.file_reviews import FileReview, FileScore, ScoreItem
from supervision.models.invitations import Invitation
from supervision.models.issuers import Ground, Issuer
from supervision.models.notices import ReviewRequest, SupervisionNotice
from supervision.models.ratings import RatedVisit, Rating
from supervision.models.remedies import Remedy
from supervision.models.rounds import Content, ContentFinding, Round, RoundItem

__all__ = [
    "Complaint",
    "Content",
    "ContentFinding",
    "FaultHandling",
    "FaultRecord",
    "FileReview",
    "FileScore",
    "Ground",
    "Invitation",
    "Issuer",
    "RatedVisit",
    "Rating",
    "Remedy",
    "ReviewRequest",
    "Round",
    "RoundItem",
    "ScoreItem",
    "SupervisionNotice",
]
