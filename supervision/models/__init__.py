from supervision.models.issuers import Ground, Issuer
from supervision.models.notices import ReviewRequest, SupervisionNotice

__all__ = ["Ground", "Issuer", "ReviewRequest", "SupervisionNotice"]
