"""较大数额: from which sum on the party is told that it may ask for a hearing."""

from django.core.validators import MinValueValidator
from django.db import models

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.accounts.models import Bureau
from archives_enforcement.templatetags.formats import cn_date

LEAST = [MinValueValidator(1)]


class HearingThreshold(ScopedModel):
    """听证数额标准 of one bureau from a day on, in yuan; each sum itself is within it.

    行政处罚法第六十三条 leaves 较大数额 to other rules, and the figure of 档案行政处罚程序规定 was
    never read: without a row every fine and every confiscation counts.
    """

    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="档案主管部门")
    effective_from = models.DateField("自何日起适用")
    person = models.PositiveIntegerField("对公民罚款（元）", validators=LEAST)
    organisation = models.PositiveIntegerField("对法人、其他组织罚款（元）", validators=LEAST)
    gains = models.PositiveIntegerField("没收违法所得（元）", validators=LEAST)
    source = models.CharField("依据", max_length=200, help_text="规定数额的规章、文件及条款")

    scope = Scope(bureau="bureau")

    class Meta:
        verbose_name = verbose_name_plural = "听证数额标准"
        default_permissions = ("add", "change", "view")
        ordering = ["bureau", "-effective_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["bureau", "effective_from"],
                name="hearing_threshold_one_a_day",
                violation_error_message="本机关当日已设定过听证数额标准，请直接修改原设定。",
            )
        ]

    def __str__(self):
        return f"{self.bureau}（自{cn_date(self.effective_from)}）"
