"""The job table: the truth about work done outside a request."""

from django.db import models

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.accounts.models import Bureau


class Job(ScopedModel):
    """One piece of work on one record; a message to the queue only says which row to look at."""

    class State(models.TextChoices):
        WAITING = "waiting", "等待处理"
        RUNNING = "running", "正在处理"
        DONE = "done", "已完成"
        FAILED = "failed", "处理失败"

    bureau = models.ForeignKey(Bureau, models.PROTECT, null=True, verbose_name="机关")
    kind = models.CharField("任务种类", max_length=40)
    object_id = models.PositiveBigIntegerField("记录编号")
    state = models.CharField("状态", max_length=10, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField("已试次数", default=0)
    created_at = models.DateTimeField("创建时间")
    due_at = models.DateTimeField("最早处理时间")
    lease_until = models.DateTimeField("占用至", null=True)
    finished_at = models.DateTimeField("完成时间", null=True)
    reason = models.TextField("失败原因", blank=True)
    done = models.PositiveIntegerField("已处理", default=0)
    total = models.PositiveIntegerField("共计", default=0)

    scope = Scope(bureau="bureau")

    class Meta:
        verbose_name = verbose_name_plural = "后台任务"
        default_permissions = ("view",)
        indexes = [
            models.Index(fields=["state", "due_at"]),
            models.Index(fields=["kind", "object_id"]),
        ]

    def __str__(self):
        return f"{self.kind} {self.object_id} {self.get_state_display()}"
