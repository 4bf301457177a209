"""待办: what waits for one person, in the shape the 工作台 shows it."""

from datetime import date
from typing import NamedTuple

from django.db import models

from archives_enforcement.workdays.models import Deadline


class Group(models.TextChoices):
    """What kind of attention an item asks for."""

    APPROVAL = "approval", "待审批"
    RETURNED = "returned", "退回待改"
    PREPARATION = "preparation", "检查准备"
    VISIT = "visit", "现场检查"
    LETTER = "letter", "反馈意见"
    RECTIFICATION = "rectification", "整改"
    INTERVIEW = "interview", "约谈"


class WorkItem(NamedTuple):
    """One thing to do, until when and why, with the page where it is done."""

    due: date | None
    text: str
    basis: str  # the article or local rule it rests on, or the reason it came back
    url: str
    button: str
    group: str  # a Group
    clock: Deadline | None = None  # why that day is the last


def work_item(due: date | Deadline | None, *facts: str) -> WorkItem:
    """An item that is due on a day, or when a clock runs out."""
    if isinstance(due, Deadline):
        return WorkItem(due.due_on, *facts, due)
    return WorkItem(due, *facts)
