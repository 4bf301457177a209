"""What a bureau answers to a party that asked for time to pay; printed in these words."""

from django.db import models


class DeferralOutcome(models.TextChoices):
    """行政处罚法第六十六条第二款: 暂缓 or 分期缴纳 is approved, or it is not."""

    LATER = "later", "批准延期缴纳"
    PARTS = "parts", "批准分期缴纳"
    REFUSED = "refused", "不予批准"
