from publicity.models.activities import Activity, ArticlePiece, MediaRecord
from publicity.models.corrections import CorrectionRequest
from publicity.models.lists import PublicList
from publicity.models.notices import Notice

__all__ = ["Activity", "ArticlePiece", "CorrectionRequest", "MediaRecord", "Notice", "PublicList"]
