"""案卷: what was filed in which order, its archive number, and the files made of it."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.urls import reverse

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.accounts.models import Bureau

USER = settings.AUTH_USER_MODEL


class CaseFile(ScopedModel):
    """一案一卷: one for each record. Once archived its row never changes (see migration).

    `edition` counts how often the order was fixed; what is bound belongs to one edition.
    """

    class State(models.TextChoices):
        ARRANGING = "arranging", "整理中"
        COMPILED = "compiled", "已立卷"
        ARCHIVED = "archived", "已归档"

    class Retention(models.TextChoices):
        PERMANENT = "permanent", "永久"
        THIRTY = "thirty", "30年"

    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="机关")
    about = models.CharField("事项类别", max_length=20)
    content_type = models.ForeignKey(ContentType, models.PROTECT, verbose_name="事项种类")
    object_id = models.PositiveBigIntegerField("事项编号")
    subject = GenericForeignKey()
    title = models.CharField("案卷题名", max_length=300)
    state = models.CharField(
        "状态", max_length=10, choices=State, default=State.ARRANGING, editable=False
    )
    edition = models.PositiveSmallIntegerField("版次", default=0, editable=False)
    fixed_at = models.DateTimeField("定卷时间", null=True, editable=False)
    contents = models.JSONField("卷内目录", default=dict, editable=False)
    reasons = models.JSONField("缺件说明", default=dict)
    condition = models.CharField("卷内情况说明", max_length=500, blank=True)
    retention = models.CharField(
        "保管期限", max_length=10, choices=Retention, default=Retention.THIRTY
    )
    catalogue = models.CharField("目录号", max_length=20, blank=True)
    file_number = models.CharField("案卷号", max_length=20, blank=True)
    compiled_by = models.ForeignKey(
        USER, models.PROTECT, null=True, related_name="+", verbose_name="立卷人", editable=False
    )
    compiled_on = models.DateField("立卷日期", null=True, editable=False)
    checked_by = models.ForeignKey(
        USER, models.PROTECT, null=True, related_name="+", verbose_name="检查人", editable=False
    )
    archived_on = models.DateField("归档日期", null=True, editable=False)
    number = models.CharField("归档号", max_length=8, blank=True, editable=False)

    scope = Scope(bureau="bureau")
    files_need = "archiving.view_casefile"

    class Meta:
        verbose_name = verbose_name_plural = "案卷"
        default_permissions = ("view",)
        permissions = [("compile_casefile", "立卷"), ("archive_casefile", "检查和归档案卷")]
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id"], name="case_file_one_per_record"
            ),
            models.UniqueConstraint(
                fields=["bureau", "number"],
                condition=~models.Q(number=""),
                name="case_file_one_per_number",
            ),
            models.UniqueConstraint(
                fields=["bureau", "catalogue", "file_number"],
                condition=~models.Q(file_number=""),
                name="case_file_one_per_place",
            ),
        ]

    def __str__(self):
        return f"{self.title}　{self.number}" if self.number else self.title

    def get_absolute_url(self):
        return reverse("archiving:case-file", args=[self.about, self.object_id])

    @property
    def state_tone(self):
        return {"compiled": "now", "archived": "done"}.get(self.state, "")

    def lines(self, part: str) -> list[dict]:
        """The fixed contents of one part, in order."""
        return [line for line in self.contents.get("lines", ()) if line["part"] == part]

    @property
    def parts(self) -> list[str]:
        """The parts that hold something."""
        found = {line["part"] for line in self.contents.get("lines", ())}
        return [part for part in (Bound.Part.MAIN, Bound.Part.INNER) if part in found]


class Made(ScopedModel):
    """A file that the worker has put into the store: never changed, never deleted."""

    sha256 = models.CharField("SHA-256", max_length=64)
    sm3 = models.CharField("SM3", max_length=64)
    size = models.PositiveBigIntegerField("大小（字节）")
    made_at = models.DateTimeField("生成时间")

    class Meta:
        abstract = True


class Bound(Made):
    """A file made of one edition of a case file."""

    class Part(models.TextChoices):
        MAIN = "main", "正卷"
        INNER = "inner", "副卷"
        PACKAGE = "package", "归档信息包"

    case_file = models.ForeignKey(
        CaseFile, models.PROTECT, related_name="bound", verbose_name="案卷"
    )
    edition = models.PositiveSmallIntegerField("版次")
    part = models.CharField("部分", max_length=10, choices=Part)
    pages = models.JSONField("各件页号", default=list)

    scope = Scope(bureau="case_file__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "案卷文件"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["case_file", "edition", "part"], name="bound_one_per_edition"
            )
        ]

    def __str__(self):
        return f"{self.case_file} {self.get_part_display()}"


class RecordSheet(Made):
    """线上办理记录 as it was set: one PDF for each frozen content."""

    case_file = models.ForeignKey(
        CaseFile, models.PROTECT, related_name="sheets", verbose_name="案卷"
    )
    content = models.CharField("内容摘要（SHA-256）", max_length=64)

    scope = Scope(bureau="case_file__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "线上办理记录"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["case_file", "content"], name="record_sheet_one_per_content"
            )
        ]

    def __str__(self):
        return f"{self.case_file} 线上办理记录"

    @property
    def facts(self) -> dict:
        """What a line of the contents list says of its file."""
        return {"key": self.pk, "sha256": self.sha256, "sm3": self.sm3, "size": self.size}
