"""检查评价: what an inspected unit thinks of a visit, for the bureau above, without who said it.

What is kept, and how it could still be traced; whoever changes this room weighs each point anew:

- A `Rating` names the bureau and the quarter in which it was given: no visit, unit, person, day or
  hour. Its key is random, and every rating of the quarter is written anew in random order whenever
  one is added, so neither the order of the rows nor their transaction tells which came last. The
  act leaves no entry in the trail, sends no message and starts no job.
- A `RatedVisit` says that the unit has rated that visit, to the unit alone. It has no key of its
  own, no person and no time, and no way leads from it to a rating.
- Figures and texts are read a closed quarter at a time and from a least number on, so nobody can
  take yesterday's mean from today's. Too few of one quarter wait for the next.

What this does not prevent: who holds two backups, the journal of the database or its freed pages
from before and after a rating can compare them, and the log of the web server has the time at which
an address sent the form. If all of a quarter say the same, each has said it; who visited few units
may guess who wrote a text, and a text may give its writer away by what it says. Several ratings of
one quarter may come from one unit. A bureau that keeps its own server and stands under nobody in
this system is offered no rating at all.
"""

import uuid
from typing import NamedTuple

from django.db import models

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.accounts.models import Bureau
from inspections.models import Inspection

GIVE, VIEW = "supervision.give_rating", "supervision.view_rating"


class Asked(NamedTuple):
    """One question; five is always the good end."""

    field: str
    label: str
    short: str


# As customary in returns on checks of enterprises (扫码评价); no law names the questions.
QUESTIONS = (
    Asked("showed", "出示了执法证件，说明了检查任务", "亮证和说明"),
    Asked("within", "没有超出事先告知的检查范围", "检查范围"),
    Asked("civil", "言行文明，没有刁难和额外要求", "言行文明"),
    Asked("clear", "讲清了问题、依据和怎么改", "讲解清楚"),
    Asked("burden", "没有增加不必要的负担", "负担"),
)
LEAST_MARK, BEST_MARK = 1, 5


def _mark(label: str) -> models.PositiveSmallIntegerField:
    return models.PositiveSmallIntegerField(label)


class Rating(ScopedModel):
    """One answer, without its giver; nobody's scope leads here, `queries.ratings` reads sums."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    bureau = models.ForeignKey(Bureau, models.PROTECT, related_name="+", verbose_name="被评价机关")
    quarter = models.DateField("季度")  # its first day
    showed = _mark("亮证和说明")
    within = _mark("检查范围")
    civil = _mark("言行文明")
    clear = _mark("讲解清楚")
    burden = _mark("负担")
    text = models.TextField("意见", blank=True)

    scope = Scope()

    class Meta:
        verbose_name = verbose_name_plural = "检查评价"
        default_permissions = ("view",)
        permissions = [("give_rating", "评价检查")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(**{f"{one.field}__range": (LEAST_MARK, BEST_MARK)}),
                name=f"rating_{one.field}_in_range",
                violation_error_message="每一题请选 1 到 5 分。",
            )
            for one in QUESTIONS
        ]

    def __str__(self):
        return "检查评价"


class RatedVisit(ScopedModel):
    """That the unit has rated this visit; kept apart from what it said."""

    inspection = models.OneToOneField(
        Inspection, models.PROTECT, primary_key=True, related_name="rated", verbose_name="检查"
    )

    scope = Scope(party="inspection__unit__party")

    class Meta:
        verbose_name = verbose_name_plural = "已评价的检查"
        default_permissions = ()

    def __str__(self):
        return "已经评价"
