"""What happens at the unit besides the items: steps and their times, people, spot fixes."""

from django.conf import settings
from django.db import models

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.files.models import StoredFile
from inspections.models.results import ItemResult
from inspections.models.visits import Inspection


class SiteStep(ScopedModel):
    """One step of a visit (告知—亮证—询问—查看—记录—阅核—签字) and when it was."""

    class Kind(models.TextChoices):
        INFORM = "inform", "告知"
        SHOW = "show", "亮证"
        ASK = "ask", "询问"
        VIEW = "view", "查看"
        RECORD = "record", "记录"
        REVIEW = "review", "阅核"
        SIGN = "sign", "签字"

    inspection = models.ForeignKey(
        Inspection, models.CASCADE, related_name="steps", verbose_name="检查"
    )
    kind = models.CharField("步骤", max_length=10, choices=Kind)
    at = models.TimeField("时间")
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="记录人"
    )

    scope = Scope(bureau="inspection__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "现场步骤"
        default_permissions = ()
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["inspection", "kind"], name="site_step_once_per_visit")
        ]

    def __str__(self):
        return f"{self.get_kind_display()} {self.at:%H:%M}"


class PersonMet(ScopedModel):
    """Somebody of the unit who was there."""

    class Role(models.TextChoices):
        HEAD = "head", "单位负责人"
        DEPUTY = "deputy", "分管负责人"
        SECTION = "section", "科室负责人"
        ARCHIVIST = "archivist", "档案工作人员"
        OTHER = "other", "其他人员"

    inspection = models.ForeignKey(
        Inspection, models.CASCADE, related_name="people", verbose_name="检查"
    )
    name = models.CharField("姓名", max_length=60)
    title = models.CharField("职务", max_length=60, blank=True)
    role = models.CharField("身份", max_length=10, choices=Role)

    scope = Scope(bureau="inspection__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "在场人员"
        default_permissions = ()
        ordering = ["pk"]

    def __str__(self):
        return f"{self.name}（{self.title or self.get_role_display()}）"


class SpotFix(ScopedModel):
    """立行立改: put right while the officers were there; a photo before and one after prove it."""

    result = models.OneToOneField(
        ItemResult, models.CASCADE, related_name="spot_fix", verbose_name="检查结果"
    )
    words = models.TextField("整改情况")
    before = models.ForeignKey(
        StoredFile, models.PROTECT, related_name="+", verbose_name="整改前照片"
    )
    after = models.ForeignKey(
        StoredFile, models.PROTECT, related_name="+", verbose_name="整改后照片"
    )
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="记录人"
    )

    scope = Scope(bureau="result__inspection__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "当场整改"
        default_permissions = ()

    def __str__(self):
        return f"{self.result.item.code} 已当场整改"
