"""Rows of 行政执法全过程记录 (行政处罚法第四十七条): only ever added, chained per bureau."""

from collections import defaultdict

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models

from archives_enforcement.access import NOTHING, ScopedQuerySet
from archives_enforcement.asking import Asking, asks, rows_of
from archives_enforcement.templatetags.formats import cn_datetime

PLATFORM = "platform"  # the chain of records that belong to no bureau


class EntryQuerySet(ScopedQuerySet):
    def visible_to(self, user):
        """Staff read the books of their own bureau, and the 审计管理员 what administrators did too.

        Nobody else reads any. One who stands in no bureau reads the books of all. Entries on a
        record that asks for a permission (`trail_need`) only with it.
        """
        if not user.is_authenticated:
            return self.none()
        audits = user.has_perm("accounts.read_administration")
        if not user.bureau_id and not audits:
            return self.none()
        closed = [
            ContentType.objects.get_for_model(model)
            for model in apps.get_models()
            if (need := getattr(model, "trail_need", "")) and not user.has_perm(need)
        ]
        rows = self.filter(bureau_code=user.bureau.code) if user.bureau_id else self.all()
        if audits:
            rows |= self.filter(bureau_code=PLATFORM)
        return rows.exclude(content_type__in=closed) if closed else rows

    def about(self, *records):
        """Entries on any of `records`, newest first."""
        keys = defaultdict(set)
        for record in records:
            keys[ContentType.objects.get_for_model(record)].add(record.pk)
        condition = models.Q()
        for kind, those in keys.items():
            condition |= models.Q(content_type=kind, object_id__in=those)
        return self.filter(condition or NOTHING).order_by("-sequence")

    @asks
    def beginning(self, length: int, **beside) -> Asking[tuple[list["AuditEntry"], int]]:
        """The first entries of these, and how many there are, in one question.

        `beside` are aggregates over all of them by name, which each entry then carries.
        """
        wanted = {"in_all": models.Count("*"), **beside}
        windows = {name: models.Window(aggregate) for name, aggregate in wanted.items()}
        found = yield from rows_of(self.annotate(**windows)[:length])
        return found, found[0].in_all if found else 0


class AuditEntry(models.Model):
    """Who did what to which record, where and when; time of entry and legal date stand apart."""

    bureau_code = models.CharField("机关代码", max_length=12)
    sequence = models.PositiveBigIntegerField("序号")
    at = models.DateTimeField("记录时间")
    on = models.DateField("办理日期")
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, verbose_name="操作人"
    )
    actor_name = models.CharField("操作人姓名", max_length=60)
    action = models.CharField("操作代码", max_length=60)
    label = models.CharField("操作", max_length=60)
    content_type = models.ForeignKey(ContentType, models.PROTECT, verbose_name="记录种类")
    object_id = models.PositiveBigIntegerField("记录编号")
    target = GenericForeignKey()
    target_name = models.CharField("记录名称", max_length=300)
    before = models.CharField("原状态", max_length=40, blank=True)
    after = models.CharField("新状态", max_length=40, blank=True)
    note = models.TextField("说明", blank=True)
    place = models.CharField("地点", max_length=200, blank=True)
    details = models.JSONField("详情", default=dict)
    backfilled = models.BooleanField("补录", default=False)
    on_behalf_of = models.CharField("代录对象", max_length=200, blank=True)
    previous = models.CharField("前一条摘要", max_length=64)
    digest = models.CharField("摘要", max_length=64)

    objects = EntryQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "执法全过程记录"
        default_permissions = ("view",)
        permissions = [("oversee_faults", "看过错预警月报")]
        constraints = [
            models.UniqueConstraint(
                fields=["bureau_code", "sequence"], name="audit_one_place_in_each_chain"
            )
        ]
        indexes = [models.Index(fields=["content_type", "object_id", "-sequence"])]

    def __str__(self):
        return f"{cn_datetime(self.at)} {self.actor_name} {self.label}"


class ChainHead(models.Model):
    """How long a bureau's chain is and how it ends; locked while an entry is added."""

    bureau_code = models.CharField("机关代码", max_length=12, unique=True)
    count = models.PositiveBigIntegerField("条数", default=0)
    digest = models.CharField("末条摘要", max_length=64, default="0" * 64)
    seal = models.CharField("封签", max_length=64, default="")

    class Meta:
        verbose_name = verbose_name_plural = "记录链末端"
        default_permissions = ()

    def __str__(self):
        return f"{self.bureau_code} {self.count}"
