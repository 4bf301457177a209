"""What the police answer to a 移送书; stored in the words of the clock that it ends."""

from django.db import models


class PoliceDecision(models.TextChoices):
    """行政执法机关移送涉嫌犯罪案件的规定第八条: a case is opened, or not, with the reasons."""

    OPENED = "opened", "立案"
    NOT_OPENED = "not_opened", "不予立案"
    OTHER = "other", "其他"
