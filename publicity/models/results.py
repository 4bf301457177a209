"""检查结果公示规则: whose results of checks are public one by one, how long, from a day on."""

from datetime import date

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from archives_enforcement.access import Scope, ScopedModel, ScopedQuerySet
from archives_enforcement.accounts.models import Bureau, Party

FEEDBACK = "feedback_letter"  # the paper that ends a check: its summary is the published result
PROPOSED = "本系统建议，机关可以另行设定"
UNSET = "本系统建议，本机关还没有设定规则"


class ResultRuleQuerySet(ScopedQuerySet):
    def on(self, bureau, day: date) -> "ResultRule":
        """The rule of a bureau on a day; what this system proposes before its first."""
        own = self.filter(bureau=bureau, valid_from__lte=day).order_by("-valid_from").first()
        return own or ResultRule(source=PROPOSED)


class ResultRule(ScopedModel):
    """What is set holds for the letters issued from its day on, until the next rule.

    国办发〔2018〕118号 has results other than penalties published within 20 working days; of whom,
    for how long and with which particulars is local practice.
    """

    is_setting = True

    class Whom(models.TextChoices):
        ALL = "all", "所有被检查单位"
        ENTERPRISES = "enterprises", "只公示对企业的检查"
        ELSEWHERE = "elsewhere", "在其他平台公示，本系统不重复"

    bureau = models.ForeignKey(Bureau, models.PROTECT, editable=False, verbose_name="机关")
    valid_from = models.DateField("启用日期")
    whom = models.CharField("公示哪些单位的检查结果", max_length=12, choices=Whom, default=Whom.ALL)
    certificates = models.BooleanField("公示执法人员的证件编号", default=True)
    months = models.PositiveSmallIntegerField(
        "公示几个月",
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(60)],
    )
    source = models.CharField("来源", max_length=200)

    scope = Scope(bureau="bureau")
    objects = ResultRuleQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "检查结果公示规则"
        default_permissions = ()
        ordering = ["-valid_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["bureau", "valid_from"],
                name="result_rule_one_a_day",
                violation_error_message="这一天已经有一条检查结果公示规则启用，请改选启用日期。",
            )
        ]

    def __str__(self):
        return self.get_whom_display()

    @property
    def clock_name(self) -> str:
        """What the clock of a letter is called: by whose word the result is to be public."""
        return f"检查结果公示（{'按本机关的规则' if self.pk else UNSET}）"

    def asks_for(self, party: Party | None) -> bool:
        """Whether the result of a check of this party is to be public."""
        if party is None or self.whom == self.Whom.ELSEWHERE:
            return False
        return self.whom == self.Whom.ALL or party.is_enterprise
