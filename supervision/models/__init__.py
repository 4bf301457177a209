from supervision.models.complaints import Complaint
from supervision.models.issuers import Ground, Issuer
from supervision.models.notices import ReviewRequest, SupervisionNotice
from supervision.models.remedies import Remedy

__all__ = ["Complaint", "Ground", "Issuer", "Remedy", "ReviewRequest", "SupervisionNotice"]
