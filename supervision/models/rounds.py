"""执法监督检查: a round over drawn checks and cases by the seven contents of the source."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.accounts.models import Bureau
from archives_enforcement.legislation.models import Mark
from archives_enforcement.workdays.arithmetic import Unit
from inspections.models import Inspection
from penalties.models import Case

USER = settings.AUTH_USER_MODEL


class Content(models.Model):
    """One of the seven contents of 执法监督检查."""

    code = models.CharField("代码", max_length=12, unique=True)
    position = models.PositiveSmallIntegerField("序号")
    text = models.CharField("内容", max_length=100)
    source = models.CharField("来源", max_length=200)
    mark = models.CharField("核对程度", max_length=10, choices=Mark)

    class Meta:
        verbose_name = verbose_name_plural = "监督检查内容"
        default_permissions = ("view",)
        ordering = ["position"]

    def __str__(self):
        return self.text


class Round(ScopedModel):
    class Method(models.TextChoices):
        SELF = "self", "自查"
        MUTUAL = "mutual", "互查"
        SAMPLE = "sample", "抽查"

    class State(models.TextChoices):
        FROZEN = "frozen", "待抽取"
        DRAWN = "drawn", "评查中"
        SUMMED = "summed", "待通报"
        CIRCULATED = "circulated", "待报告纠正情况"
        REPORTED = "reported", "待核实"
        CLOSED = "closed", "已办结"

    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="机关")
    title = models.CharField("名称", max_length=100)
    method = models.CharField("方式", max_length=10, choices=Method)
    since = models.DateField("检查、案件的期间自")
    until = models.DateField("至")
    wanted_checks = models.PositiveSmallIntegerField("抽取检查（次）", null=True)  # None: all
    wanted_cases = models.PositiveSmallIntegerField("抽取案件（件）", null=True)
    state = models.CharField(
        "状态", max_length=12, choices=State, default=State.FROZEN, editable=False
    )
    drafted_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="组织人")
    drafted_on = models.DateField("拟定日期", editable=False)
    pool = models.JSONField("抽取范围", editable=False)  # {"checks": [[key, name]…], "cases": […]}
    digest = models.CharField("抽取范围的摘要", max_length=64, editable=False)
    contribution = models.CharField("见证人给出的数字", max_length=40, blank=True)
    witness = models.ForeignKey(
        USER, models.PROTECT, null=True, related_name="+", verbose_name="见证人", editable=False
    )
    drawn_on = models.DateField("抽取日期", null=True, editable=False)
    receiver = models.CharField("受查机构", max_length=100, blank=True)
    problems = models.TextField("普遍性、倾向性问题", blank=True)
    requirements = models.TextField("整改意见", blank=True)
    term = models.PositiveSmallIntegerField("报告期限", null=True)
    unit = models.CharField("期限单位", max_length=12, choices=Unit, blank=True)
    circulated_on = models.DateField("通报日期", null=True, editable=False)
    report = models.TextField("检查纠正情况", blank=True)
    reported_on = models.DateField("报告日期", null=True, editable=False)
    reported_by = models.ForeignKey(
        USER, models.PROTECT, null=True, related_name="+", verbose_name="报告人", editable=False
    )
    closing = models.TextField("核实情况", blank=True)
    closed_on = models.DateField("办结日期", null=True, editable=False)

    scope = Scope(bureau="bureau")
    files_need = "supervision.view_round"

    class Meta:
        verbose_name = verbose_name_plural = "执法监督检查"
        default_permissions = ("view",)

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("supervision:round-detail", args=[self.pk])

    @property
    def state_tone(self) -> str:
        return "done" if self.state == self.State.CLOSED else "now"


class RoundItem(ScopedModel):
    """One drawn check or case, and who looked at it: nobody who had a hand in it."""

    round = models.ForeignKey(
        Round, models.PROTECT, related_name="items", verbose_name="执法监督检查"
    )
    position = models.PositiveSmallIntegerField("序号")
    inspection = models.ForeignKey(
        Inspection, models.PROTECT, null=True, related_name="+", verbose_name="检查"
    )
    case = models.ForeignKey(Case, models.PROTECT, null=True, related_name="+", verbose_name="案件")
    reviewer = models.ForeignKey(
        USER, models.PROTECT, null=True, related_name="+", verbose_name="评查人", editable=False
    )
    guest = models.CharField("互查的评查人（单位、姓名）", max_length=100, blank=True)
    reviewed_on = models.DateField("评查日期", null=True, editable=False)

    scope = Scope(bureau="round__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "监督检查的检查和案件"
        default_permissions = ()
        ordering = ["round", "position"]

    def __str__(self):
        return f"{self.position}. {self.record}"

    def get_absolute_url(self):
        return self.round.get_absolute_url()

    @property
    def record(self) -> Inspection | Case:
        return self.inspection or self.case

    @property
    def problems(self) -> list["ContentFinding"]:
        return [row for row in self.findings.all() if row.verdict == ContentFinding.Verdict.PROBLEM]


class ContentFinding(ScopedModel):
    """What was seen of one content on one drawn check or case."""

    class Verdict(models.TextChoices):
        GOOD = "good", "没有问题"
        PROBLEM = "problem", "有问题"
        NONE = "none", "不涉及"

    item = models.ForeignKey(
        RoundItem, models.CASCADE, related_name="findings", verbose_name="评查"
    )
    content = models.ForeignKey(Content, models.PROTECT, verbose_name="内容")
    verdict = models.CharField("结论", max_length=10, choices=Verdict)
    note = models.TextField("问题", blank=True)

    scope = Scope(bureau="item__round__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "评查结论"
        default_permissions = ()
        ordering = ["item", "content"]
        constraints = [
            models.UniqueConstraint(
                fields=["item", "content"], name="content_finding_one_per_content"
            )
        ]

    def __str__(self):
        return f"{self.content}：{self.get_verdict_display()}"
