"""违法行为: what archives law forbids, what may follow, and where it sets a fine at all."""

from django.db import models

from archives_enforcement.legislation.models import Mark


class Category(models.TextChoices):
    """To whom a statutory range applies (档案法第四十九条)."""

    ORGANISATION = "organisation", "单位"
    INDIVIDUAL = "individual", "个人"
    SERVICE_FIRM = "service_firm", "档案服务企业"


class ViolationQuerySet(models.QuerySet):
    def in_force(self, day):
        """What was forbidden on `day`; both ends of the validity count."""
        begun = self.filter(valid_from__lte=day)
        return begun.filter(models.Q(valid_to=None) | models.Q(valid_to__gte=day))


class Violation(models.Model):
    """One unlawful act with its elements; `bases` name articles as {law, article, …}."""

    code = models.CharField("代码", max_length=10, unique=True)
    title = models.CharField("违法行为", max_length=120)
    bases = models.JSONField("依据")
    elements = models.JSONField("构成要件")
    condition = models.CharField("前提", max_length=200, blank=True)
    handled_by = models.CharField("处理机关", max_length=60)
    orders = models.JSONField("责令措施")
    sanction = models.JSONField("处分", null=True)
    crime = models.JSONField("涉嫌犯罪", null=True)
    note = models.CharField("说明", max_length=300, blank=True)
    valid_from = models.DateField("施行日期")
    valid_to = models.DateField("失效前最后一日", null=True, blank=True)
    source = models.CharField("来源", max_length=200)
    mark = models.CharField("核对程度", max_length=10, choices=Mark)

    objects = ViolationQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "违法行为"
        ordering = ["code"]

    def __str__(self):
        return self.title


class FineClause(models.Model):
    """法定罚款幅度: one clause of law that lets one kind of party be fined for one violation."""

    violation = models.ForeignKey(
        Violation, models.PROTECT, related_name="fines", verbose_name="违法行为"
    )
    code = models.CharField("情形代码", max_length=20)
    category = models.CharField("适用对象", max_length=20, choices=Category)
    offender = models.CharField("违法主体", max_length=60)
    bases = models.JSONField("依据")
    kinds = models.JSONField("处罚种类")
    confiscate_gains = models.BooleanField("没收违法所得")
    minimum = models.PositiveIntegerField("下限（元）")
    maximum = models.PositiveIntegerField("上限（元）")

    class Meta:
        verbose_name = verbose_name_plural = "法定罚款幅度"
        ordering = ["violation", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["violation", "code", "category"], name="fine_clause_one_per_party"
            ),
            models.CheckConstraint(
                condition=models.Q(maximum__gt=models.F("minimum")),
                name="fine_clause_range_is_not_empty",
            ),
        ]

    def __str__(self):
        return f"{self.violation}（{self.offender}，{self.get_category_display()}）"
