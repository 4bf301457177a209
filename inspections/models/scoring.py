"""评分规则: from which share of the points a visit is graded how, as dated settings."""

from django.db import models
from django.db.models import F, Q

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.accounts.models import Bureau
from inspections.models.checklists import Severity, SharedQuerySet


def percent(earned: int, possible: int) -> str:
    """A share in hundredths with two places, cut off: 79.99% is shown as less than 80%."""
    hundredths = earned * 10_000 // possible
    return f"{hundredths // 100}.{hundredths % 100:02d}%"


class ScoringRuleQuerySet(SharedQuerySet):
    def for_bureau(self, bureau):
        """The rules that may hold for that bureau, the one that goes first on top."""
        rows = self.filter(Q(bureau=bureau) | Q(bureau=None))
        return rows.order_by(F("bureau").asc(nulls_last=True), "-valid_from")

    def on(self, bureau, day):
        """The rule by which that bureau grades a visit of that day; None before the first."""
        return self.for_bureau(bureau).filter(valid_from__lte=day).first()


class ScoringRule(ScopedModel):
    """Percentages for each grade and points for each severity, from one day until the next rule.

    No law sets them: a bureau's own rule goes before the one that came with the system.
    """

    is_setting = True

    bureau = models.ForeignKey(
        Bureau, models.PROTECT, null=True, editable=False, verbose_name="机关"
    )
    valid_from = models.DateField("启用日期")
    excellent = models.PositiveSmallIntegerField("优秀（百分之）")
    good = models.PositiveSmallIntegerField("良好（百分之）")
    passing = models.PositiveSmallIntegerField("合格（百分之）")
    points_a = models.PositiveSmallIntegerField("A 级事项分值")
    points_b = models.PositiveSmallIntegerField("B 级事项分值")
    points_c = models.PositiveSmallIntegerField("C 级事项分值")
    capped_by_a = models.BooleanField("有 A 级问题的，等级不高于合格", default=True)
    in_letter = models.BooleanField("得分和等级写入反馈意见书", default=False)
    source = models.CharField("来源", max_length=200)

    scope = Scope(bureau="bureau")
    objects = ScoringRuleQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "评分规则"
        default_permissions = ()
        ordering = ["-valid_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["bureau", "valid_from"],
                name="scoring_rule_one_a_day",
                violation_error_message="这一天已经有一条评分规则启用，请改选启用日期。",
            ),
            models.CheckConstraint(
                condition=Q(excellent__lte=100, excellent__gt=F("good"), good__gt=F("passing")),
                name="scoring_rule_in_order",
                violation_error_message="三个比例应当从高到低：优秀、良好、合格，都不超过 100。",
            ),
        ]

    def __str__(self):
        return f"优秀 {self.excellent}%、良好 {self.good}%、合格 {self.passing}%"

    def points_for(self, severity: str) -> int:
        """What an item without points of its own counts."""
        return {
            Severity.A: self.points_a, Severity.B: self.points_b, Severity.C: self.points_c,
        }[severity]  # fmt: skip
