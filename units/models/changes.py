"""登记变更: former names of a unit, whom it followed, who follows it, its rolls."""

from django.conf import settings
from django.db import models

from archives_enforcement.access import Scope, ScopedModel, ScopedQuerySet
from archives_enforcement.templatetags.formats import cn_date
from units.models.register import Unit

USER = settings.AUTH_USER_MODEL


class FormerName(ScopedModel):
    """曾用名: papers issued until that day bear it."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="former_names", verbose_name="单位")
    name = models.CharField("名称", max_length=200)
    until = models.DateField("使用到")
    basis = models.CharField("更名依据", max_length=200)

    scope = Scope(bureau="unit__party__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "曾用名"
        default_permissions = ()
        ordering = ["-until", "-pk"]

    def __str__(self):
        return f"{self.name}（到{cn_date(self.until)}）"


class Succession(ScopedModel):
    """承继: which unit goes on with what another left; nobody does when it was dissolved.

    When a unit is merged or dissolved its archives go to another unit or to an archive
    (档案法第十六条).
    """

    class Kind(models.TextChoices):
        MERGE = "merge", "合并"
        SPLIT = "split", "分立"
        DISSOLVE = "dissolve", "撤销"
        DUPLICATE = "duplicate", "重复登记"

    kind = models.CharField("变更", max_length=10, choices=Kind)
    predecessor = models.ForeignKey(
        Unit, models.PROTECT, related_name="successions", verbose_name="原单位"
    )
    successor = models.ForeignKey(
        Unit, models.PROTECT, null=True, related_name="origins", verbose_name="承继单位"
    )
    on = models.DateField("变更日期")
    basis = models.CharField("依据", max_length=200)
    archives_to = models.CharField("档案去向", max_length=200, blank=True)
    recorded_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="登记人")

    scope = Scope(bureau="predecessor__party__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "单位承继"
        default_permissions = ()
        ordering = ["on", "pk"]

    def __str__(self):
        return f"{self.predecessor}　{self.get_kind_display()}（{cn_date(self.on)}）"


class ListingQuerySet(ScopedQuerySet):
    def on_list(self, roll: str, day):
        """Who stood on that roll on `day`; a beginning that nobody knows lies before every day."""
        begun = models.Q(since=None) | models.Q(since__lte=day)
        return self.filter(begun, models.Q(until=None) | models.Q(until__gt=day), roll=roll)


class Listing(ScopedModel):
    """列入: from when to when a unit is under special watch or stands on the backup register."""

    class Roll(models.TextChoices):
        KEY = "key", "重点监控单位"
        BACKUP = "backup", "登记备份名册"

    FLAGS = {Roll.KEY: "is_key_monitored", Roll.BACKUP: "is_backup_registered"}

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="listings", verbose_name="单位")
    roll = models.CharField("名册", max_length=10, choices=Roll)
    since = models.DateField("列入日期", null=True)
    until = models.DateField("移出日期", null=True)

    objects = ListingQuerySet.as_manager()
    scope = Scope(bureau="unit__party__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "列入名册"
        default_permissions = ()
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "roll"],
                condition=models.Q(until=None),
                name="unit_once_on_a_roll",
            )
        ]

    def __str__(self):
        since = f"{cn_date(self.since)}起" if self.since else "此前已列入"
        until = f"，{cn_date(self.until)}移出" if self.until else ""
        return f"{self.get_roll_display()}：{since}{until}"
