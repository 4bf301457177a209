"""监管对象: the bureau's register of those it inspects."""

from django.db import models
from django.urls import reverse

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.accounts.models import Party


class Unit(ScopedModel):
    """A regulated unit: the party it is, and what the bureau needs to plan its inspection."""

    class State(models.TextChoices):
        ACTIVE = "active", "在册"
        CLOSED = "closed", "已撤销"

    party = models.OneToOneField(Party, models.PROTECT, related_name="unit", verbose_name="当事人")
    short_name = models.CharField("简称", max_length=60, blank=True)
    initials = models.CharField("拼音首字母", max_length=60, blank=True, db_index=True)
    pinyin = models.CharField("全拼", max_length=400, blank=True, db_index=True)
    system = models.CharField("所属系统", max_length=60, blank=True)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, verbose_name="主管单位"
    )
    is_key_monitored = models.BooleanField("重点监控单位", default=False)
    is_backup_registered = models.BooleanField("列入登记备份名册", default=False)
    archivist = models.CharField("档案工作联系人", max_length=60, blank=True)
    phone = models.CharField("联系电话", max_length=40, blank=True)
    is_offline = models.BooleanField(
        "线下办理",
        default=False,
        help_text="单位不上网办理：文书直接送达或者邮寄，书面回复由综合人员代录。",
    )
    last_on_paper = models.DateField("以前的检查（纸质）", null=True, editable=False)
    state = models.CharField(
        "状态", max_length=10, choices=State, default=State.ACTIVE, editable=False
    )
    left_no_heir = models.BooleanField("没有承继单位", default=False, editable=False)

    scope = Scope(bureau="party__bureau", party="party")

    class Meta:
        verbose_name = verbose_name_plural = "被检查单位"
        default_permissions = ("view",)
        permissions = [("import_units", "导入单位"), ("manage_unit", "维护单位")]
        ordering = ["party__name"]

    def __str__(self):
        return self.party.name

    def get_absolute_url(self):
        return reverse("units:unit-detail", args=[self.pk])

    @property
    def is_active(self) -> bool:
        return self.state == self.State.ACTIVE
