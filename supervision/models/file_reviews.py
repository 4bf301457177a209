"""案卷评查: items that veto and items with points; pre-scored, then decided by a person."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.accounts.models import Bureau
from archives_enforcement.legislation.models import Mark
from penalties.models import Case

USER = settings.AUTH_USER_MODEL


class ScoreItem(models.Model):
    """One line of the table: with points it costs up to so many; without, it vetoes."""

    code = models.CharField("代码", max_length=12, unique=True)
    position = models.PositiveSmallIntegerField("序号")
    text = models.CharField("评查项目", max_length=200)
    points = models.PositiveSmallIntegerField("分值（0为否决项）")
    basis = models.CharField("依据", max_length=200)
    source = models.CharField("来源", max_length=200)
    mark = models.CharField("核对程度", max_length=10, choices=Mark)

    class Meta:
        verbose_name = verbose_name_plural = "案卷评查项目"
        default_permissions = ("view",)
        ordering = ["position"]

    def __str__(self):
        return self.text

    @property
    def vetoes(self) -> bool:
        return self.points == 0


class FileReview(ScopedModel):
    class State(models.TextChoices):
        OPEN = "open", "评查中"
        DECIDED = "decided", "已评定"

    class Grade(models.TextChoices):
        """From 90, 80 and 60 of 100 points on; a veto fails (本系统建议)."""

        EXCELLENT = "excellent", "优秀"
        GOOD = "good", "良好"
        PASSED = "passed", "合格"
        FAILED = "failed", "不合格"

    FULL = 100

    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="机关")
    case = models.ForeignKey(Case, models.PROTECT, related_name="file_reviews", verbose_name="案件")
    begun_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="发起人")
    begun_on = models.DateField("发起日期", editable=False)
    state = models.CharField(
        "状态", max_length=10, choices=State, default=State.OPEN, editable=False
    )
    score = models.PositiveSmallIntegerField("得分", null=True, editable=False)
    grade = models.CharField("等级", max_length=10, choices=Grade, blank=True, editable=False)
    opinion = models.TextField("评查意见", blank=True)
    decided_by = models.ForeignKey(
        USER, models.PROTECT, null=True, related_name="+", verbose_name="评查人", editable=False
    )
    decided_on = models.DateField("评定日期", null=True, editable=False)

    scope = Scope(bureau="bureau")

    class Meta:
        verbose_name = verbose_name_plural = "案卷评查"
        default_permissions = ("view",)
        constraints = [
            models.UniqueConstraint(
                fields=["case"], condition=models.Q(state="open"), name="file_review_one_open",
                violation_error_message="这个案件的案卷正在评查。",
            )
        ]  # fmt: skip

    def __str__(self):
        return f"案卷评查：{self.case}"

    def get_absolute_url(self):
        return reverse("supervision:file-review-detail", args=[self.pk])

    @property
    def state_tone(self) -> str:
        return "done" if self.state == self.State.DECIDED else "now"


class FileScore(ScopedModel):
    """What one item cost: as the system proposed it, and as the reviewer decided."""

    review = models.ForeignKey(
        FileReview, models.CASCADE, related_name="scores", verbose_name="案卷评查"
    )
    item = models.ForeignKey(ScoreItem, models.PROTECT, verbose_name="评查项目")
    points = models.PositiveSmallIntegerField("分值")  # as the table stood at the time
    proposed = models.PositiveSmallIntegerField("系统预评", null=True)  # None: not looked at
    reason = models.CharField("预评理由", max_length=300, blank=True)
    lost = models.PositiveSmallIntegerField("扣分（否决项1为否决）", null=True)
    note = models.CharField("评查说明", max_length=300, blank=True)

    scope = Scope(bureau="review__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "评查得分"
        default_permissions = ()
        ordering = ["review", "item__position"]

    def __str__(self):
        return f"{self.item}"

    @property
    def most(self) -> int:
        """The most that may be taken off; a veto is one."""
        return self.points or 1

    def in_words(self, lost: int | None) -> str:
        if lost is None:
            return "—"
        if self.points:
            return f"扣 {lost} 分" if lost else "不扣分"
        return "否决" if lost else "没有"
