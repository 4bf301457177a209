"""What qualifies a reviewer, as he or whoever named him his deputy said it last."""

from django.utils import timezone

from archives_enforcement.accounts.models import Deputation
from penalties.models import Review


def qualification(user) -> str:
    """The words of his last review, else of his deputation in force; "" when nothing was said."""
    said = Review.objects.filter(reviewed_by=user).exclude(qualification="").order_by("-pk").first()
    if said:
        return said.qualification
    today = timezone.localdate()
    rows = Deputation.objects.valid_on(today).filter(deputy=user).exclude(qualification="")
    row = rows.order_by("-pk").first()
    return row.qualification if row else ""
