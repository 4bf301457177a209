"""批次: one act on many papers, which the worker does one by one."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.accounts.models import Bureau
from archives_enforcement.documents import kinds
from archives_enforcement.documents.models.papers import Document
from archives_enforcement.jobs.models import Job

RUN_BATCH = "run_batch"  # the job that does the papers of a batch one after another


class Batch(ScopedModel):
    """What one person has told to do together.

    The last four fields are of 批量起草 alone: the sort of record, the kind of paper, and what is
    the same in all of them.
    """

    class Act(models.TextChoices):
        DRAFT = "draft", "批量起草"
        SUBMIT = "submit", "批量提交"
        REVIEW = "review", "批量审核"
        SIGN = "sign", "批量签发"

    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="发文机关")
    act = models.CharField("办理事项", max_length=10, choices=Act)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="办理人"
    )
    made_on = models.DateField("办理日期")
    about = models.CharField("事项种类", max_length=20, blank=True)
    kind = models.CharField("文书种类", max_length=30, choices=kinds.choices, blank=True)
    title = models.CharField("标题", max_length=200, blank=True)
    fields = models.JSONField("各份相同的内容", default=dict)

    scope = Scope(bureau="bureau")

    class Meta:
        verbose_name = verbose_name_plural = "批次"
        default_permissions = ()

    def __str__(self):
        return f"{self.get_act_display()} {self.pk}"

    def get_absolute_url(self):
        return reverse("documents:batch-detail", args=[self.pk])

    @property
    def stopped(self) -> str:
        """Why the worker has given the batch up; empty while it works or when it came to the end.

        What is neither done nor refused by then waits for the person who tries it again.
        """
        last = Job.objects.filter(kind=RUN_BATCH, object_id=self.pk).order_by("-pk").first()
        return last.reason if last and last.state == Job.State.FAILED else ""

    @property
    def verb(self) -> str:
        """What is done to each paper: 起草、提交、审核、签发."""
        return self.get_act_display().removeprefix("批量")


class BatchItem(models.Model):
    """One paper of a batch, in the order in which they are done.

    It has its own dates, since what failed may be tried again on another day: `on` is the legal
    date of the act, `asked_at` when the person told to do it.
    """

    batch = models.ForeignKey(Batch, models.PROTECT, related_name="items", verbose_name="批次")
    document = models.ForeignKey(
        Document, models.PROTECT, null=True, related_name="batch_items", verbose_name="文书"
    )
    object_id = models.PositiveBigIntegerField("起草文书的事项编号", null=True)
    on = models.DateField("办理日期")
    asked_at = models.DateTimeField("提交时间")
    done = models.BooleanField("已办", default=False)
    failure = models.CharField("没有办成的原因", max_length=500, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "批次的文书"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["batch", "document"], name="batch_item_once"),
            models.UniqueConstraint(fields=["batch", "object_id"], name="batch_item_once_a_record"),
            models.CheckConstraint(
                condition=models.Q(document__isnull=False)
                | models.Q(object_id__isnull=False, done=False),
                name="batch_item_is_about_something",
            ),
        ]

    def __str__(self):
        return f"{self.batch}：{self.document or self.object_id}"
