"""One list that was brought in: the file as it came, who brought it, and what came of it."""

from django.conf import settings
from django.db import models

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.accounts.models import Bureau
from archives_enforcement.jobs.models import Job


class ImportRun(ScopedModel):
    """The rows are written in one transaction: `counts` says what they did, `refusal` why none."""

    job_kind = ""  # of the job that writes a long list

    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="机关")
    name = models.CharField("文件名", max_length=200)
    sha256 = models.CharField("SHA-256", max_length=64)
    sm3 = models.CharField("SM3", max_length=64)
    rows = models.PositiveIntegerField("行数")
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="导入人"
    )
    started_at = models.DateTimeField("导入时间")
    finished_at = models.DateTimeField("完成时间", null=True, editable=False)
    counts = models.JSONField("结果", default=dict, editable=False)
    refusal = models.TextField("没有导入的原因", blank=True, editable=False)

    scope = Scope(bureau="bureau")

    class Meta:
        abstract = True
        default_permissions = ()
        ordering = ["-pk"]

    def __str__(self):
        return self.name

    @property
    def job(self) -> Job | None:
        """The work of the queue on it; none for a short list, which is written at once."""
        return Job.objects.filter(kind=self.job_kind, object_id=self.pk).order_by("-pk").first()
