"""Uploaded evidence: content-addressed, never changed, served only through the scope."""

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models

from archives_enforcement.access import Scope, ScopedModel, ScopedQuerySet
from archives_enforcement.accounts.models import Bureau, Party
from archives_enforcement.files import recordings


class FileQuerySet(ScopedQuerySet):
    def visible_to(self, user):
        """Files in scope; those of a record that asks for a permission (`files_need`) only with it.

        A tip or the evidence of a case is not for everyone who may see a photo of a visit. Where a
        record is not for all of those either (`files_follow`), its files follow it.
        """
        rows = super().visible_to(user)
        if not user.is_authenticated or not user.bureau_id:
            return rows
        closed = [
            ContentType.objects.get_for_model(model)
            for model in apps.get_models()
            if (need := getattr(model, "files_need", "")) and not user.has_perm(need)
        ]
        rows = rows.exclude(content_type__in=closed) if closed else rows
        for model in apps.get_models():
            if getattr(model, "files_follow", False):
                kind = ContentType.objects.get_for_model(model)
                shown = model.objects.visible_to(user).values("pk")
                rows = rows.exclude(~models.Q(object_id__in=shown), content_type=kind)
        return rows

    def standing(self):
        """Those that count: what was withdrawn is kept with its trail and shown nowhere else."""
        return self.filter(withdrawn_at=None)


class StoredFile(ScopedModel):
    """One file as it came in; both digests are kept so that it can be proved unchanged."""

    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="机关")
    party = models.ForeignKey(Party, models.PROTECT, null=True, verbose_name="单位")
    content_type = models.ForeignKey(ContentType, models.PROTECT, verbose_name="所属记录种类")
    object_id = models.PositiveBigIntegerField("所属记录编号")
    subject = GenericForeignKey()
    purpose = models.CharField("用途", max_length=60)
    name = models.CharField("文件名", max_length=200)
    media_type = models.CharField("格式", max_length=100)
    size = models.PositiveBigIntegerField("大小（字节）")
    sha256 = models.CharField("SHA-256", max_length=64)
    sm3 = models.CharField("SM3", max_length=64)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, verbose_name="上传人")
    uploaded_at = models.DateTimeField("上传时间")
    captured_at = models.DateTimeField("拍摄（录制）时间", null=True)  # as the file says
    device_at = models.DateTimeField("设备时间（离线）", null=True, editable=False)
    device = models.CharField("拍摄设备", max_length=120, blank=True)  # as the file says
    seconds = models.PositiveIntegerField("时长（秒）", null=True)  # as the recording says
    sender = models.CharField("上传设备", max_length=40, blank=True)
    shown_to_party = models.BooleanField("单位可见", default=False)
    withdrawn_at = models.DateTimeField("撤回时间", null=True, editable=False)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+",
        verbose_name="撤回人",
    )  # fmt: skip
    withdrawn_because = models.CharField("撤回原因", max_length=200, blank=True, editable=False)

    objects = FileQuerySet.as_manager()
    scope = Scope(bureau="bureau", party="party", shown_to_party=models.Q(shown_to_party=True))

    class Meta:
        verbose_name = verbose_name_plural = "证据材料"
        default_permissions = ("view",)
        indexes = [models.Index(fields=["content_type", "object_id"])]

    def __str__(self):
        return self.name

    @property
    def length(self) -> str:
        """1:02:05, 2:05; empty when it is no recording or does not say."""
        if self.seconds is None:
            return ""
        minutes, seconds = divmod(self.seconds, 60)
        hours, minutes = divmod(minutes, 60)
        return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"

    @property
    def is_recording(self) -> bool:
        return self.media_type in recordings.MEDIA


class Upload(ScopedModel):
    """A file that is still coming in parts, for the form at one address."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, verbose_name="上传人")
    place = models.CharField("表单地址", max_length=200)
    name = models.CharField("文件名", max_length=200)
    size = models.PositiveBigIntegerField("大小（字节）")
    sha256 = models.CharField("SHA-256", max_length=64)  # of the whole, as the device says
    begun_at = models.DateTimeField("开始时间")

    scope = Scope(person="user")

    class Meta:
        verbose_name = verbose_name_plural = "正在上传的文件"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["user", "place", "size", "sha256"], name="upload_once_per_form"
            )
        ]

    def __str__(self):
        return self.name
