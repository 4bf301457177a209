from publicity.models.activities import Activity, ArticlePiece, MediaRecord
from publicity.models.lists import PublicList
from publicity.models.notices import Notice

__all__ = ["Activity", "ArticlePiece", "MediaRecord", "Notice", "PublicList"]
