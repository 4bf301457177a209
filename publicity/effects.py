"""What follows in 公示 when a paper about it is signed."""

from archives_enforcement.documents import effects
from penalties.models import Case
from publicity.services import notices

effects.after_issue("disclosure_approval", notices.approval_signed, about=Case)
