"""Started clocks."""

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.urls import reverse

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.legislation.models import Mark
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays.arithmetic import Unit
from archives_enforcement.workdays.consequences import LOOKS, Consequence, Look
from archives_enforcement.workdays.models.limits import Bound

OPEN = models.Q(met_on=None, cancelled_on=None)


class Deadline(ScopedModel):
    """期限: one clock on one record, with its last day and the arithmetic that led to it.

    A clock is open until it is met (已办结) or cancelled (已撤销); whether it is overdue is
    asked with a date, never stored.
    """

    bureau = models.ForeignKey("accounts.Bureau", models.PROTECT, verbose_name="档案主管部门")
    party = models.ForeignKey(
        "accounts.Party", models.PROTECT, null=True, blank=True, verbose_name="当事人"
    )
    content_type = models.ForeignKey(ContentType, models.PROTECT, verbose_name="事项类别")
    object_id = models.PositiveBigIntegerField("事项编号")
    subject = GenericForeignKey()
    code = models.CharField("期限代码", max_length=12)
    name = models.CharField("名称", max_length=100)
    trigger_on = models.DateField("起算日")
    length = models.PositiveSmallIntegerField(
        "个案期限长度", null=True, blank=True, help_text="文书中载明、与规则默认值不同的长度"
    )
    unit = models.CharField(
        "个案期限单位", max_length=12, choices=Unit, blank=True,
        help_text="文书载明、与规则不同的单位",
    )  # fmt: skip
    due_on = models.DateField("届满日")
    extended_from = models.DateField("延长前的届满日", null=True, blank=True)  # `extend`, `wait`
    fixed_to = models.DateField("延长至", null=True, blank=True)  # before what was excluded later
    due_at = models.DateTimeField("届满时刻", null=True, blank=True, help_text="按小时计算的期限")
    bound = models.CharField("义务人", max_length=12, choices=Bound)
    consequence = models.CharField(
        "后果", max_length=10, choices=Consequence, default=Consequence.REMIND
    )
    article = models.CharField("依据条款", max_length=160, blank=True)
    mark = models.CharField("核对程度", max_length=10, choices=Mark)
    grounds = models.CharField(  # stays when the days are counted again
        "长度的由来", max_length=300, blank=True
    )
    explanation = models.TextField("计算过程")
    provisional = models.BooleanField(
        "暂定", default=False, help_text="节假日安排尚未公布或者录入，届满日待复核"
    )
    met_on = models.DateField("办结日期", null=True, blank=True)
    met_note = models.CharField("办结说明", max_length=200, blank=True)
    cancelled_on = models.DateField("撤销日期", null=True, blank=True)
    cancel_reason = models.CharField("撤销原因", max_length=200, blank=True)

    scope = Scope(
        bureau="bureau",
        party="party",
        shown_to_party=models.Q(bound__in=(Bound.PARTY, Bound.UNIT)),
    )

    class Meta:
        verbose_name = verbose_name_plural = "期限"
        default_permissions = ("view",)
        permissions = [("oversee_deadline", "督办期限")]
        ordering = ["due_on", "pk"]
        indexes = [
            models.Index(fields=["bureau", "met_on", "due_on"], name="deadline_work_queue"),
            models.Index(fields=["content_type", "object_id"], name="deadline_of_record"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id", "code"],
                condition=OPEN,
                name="deadline_one_open_per_code",
                violation_error_message="该事项的同一期限已在计算中。",
            )
        ]

    def __str__(self):
        return f"{self.name}（{cn_date(self.due_on)}届满）"

    def get_absolute_url(self):
        return reverse("workdays:deadline-detail", args=[self.pk])

    @property
    def look(self) -> Look:
        """Icon and meaning of what follows when the time is up."""
        return LOOKS[Consequence(self.consequence)]

    @property
    def is_open(self) -> bool:
        return self.met_on is None and self.cancelled_on is None

    @property
    def ended(self) -> str:
        """How the clock came to its end, in a word; empty while it is open."""
        if self.cancelled_on:
            return "已撤销"
        return "已办结" if self.met_on else ""

    @property
    def steps(self) -> list[str]:
        """Where the length comes from, then the arithmetic, one Chinese sentence a line."""
        return [*filter(None, [self.grounds]), *self.explanation.splitlines()]
