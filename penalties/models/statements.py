"""陈述申辩和听证: what the party said before the decision, and how it was answered."""

from django.conf import settings
from django.db import models

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.templatetags.formats import cn_date
from penalties.models.cases import Case

USER = settings.AUTH_USER_MODEL


class Statement(ScopedModel):
    class Kind(models.TextChoices):
        STATEMENT = "statement", "陈述、申辩"
        HEARING = "hearing", "要求听证"
        WITHDRAWAL = "withdrawal", "撤回听证要求"
        WAIVER = "waiver", "明确放弃陈述、申辩和听证"

    class Answer(models.TextChoices):
        ADOPTED = "adopted", "采纳"
        PARTLY = "partly", "部分采纳"
        NOT_ADOPTED = "not_adopted", "不予采纳"

    case = models.ForeignKey(Case, models.PROTECT, related_name="statements", verbose_name="案件")
    kind = models.CharField("种类", max_length=10, choices=Kind)
    text = models.TextField("内容", blank=True)
    made_on = models.DateField("提出日期")
    made_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="提交人")
    on_behalf = models.BooleanField("代录", default=False)
    taken_back = models.OneToOneField(
        "self", models.PROTECT, null=True, editable=False, related_name="+", verbose_name="撤回"
    )  # of a request for a hearing: by which statement
    answer = models.CharField("复核结果", max_length=12, choices=Answer, blank=True)
    reexamination = models.TextField("复核情况", blank=True)
    answer_text = models.TextField("采纳或者不采纳的理由", blank=True)
    answered_by = models.ForeignKey(
        USER, models.PROTECT, null=True, related_name="+", verbose_name="复核人"
    )
    answered_on = models.DateField("复核日期", null=True)

    scope = Scope(bureau="case__bureau", party="case__party")

    files_need = "penalties.view_case"

    class Meta:
        verbose_name = verbose_name_plural = "陈述申辩"
        default_permissions = ()
        ordering = ["case", "pk"]

    def __str__(self):
        return f"{self.case.party} {self.get_kind_display()}（{cn_date(self.made_on)}）"


class Hearing(ScopedModel):
    """听证 (行政处罚法第六十三条至第六十五条): arranged, then held or given up by absence."""

    class Signing(models.TextChoices):
        """第六十四条第八项."""

        SIGNED = "signed", "当事人或者其代理人核对无误后签字或者盖章"
        REFUSED = "refused", "当事人或者其代理人拒绝签字或者盖章，由主持人注明"

    case = models.ForeignKey(Case, models.PROTECT, related_name="hearings", verbose_name="案件")
    request = models.OneToOneField(Statement, models.PROTECT, verbose_name="听证要求")
    chair = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="主持人")
    scheduled_on = models.DateField("听证日期")
    place = models.CharField("地点", max_length=200)
    held_on = models.DateField("举行日期", null=True)
    absent = models.BooleanField("当事人无正当理由缺席或者中途退出，视为放弃", default=False)
    record = models.TextField("听证笔录", blank=True)
    signing = models.CharField("笔录的签字", max_length=8, choices=Signing, blank=True)
    signing_note = models.CharField("拒绝签字的情况", max_length=300, blank=True)
    report = models.TextField("听证报告", blank=True)

    scope = Scope(bureau="case__bureau", party="case__party")

    class Meta:
        verbose_name = verbose_name_plural = "听证"
        default_permissions = ()
        ordering = ["case", "pk"]

    def __str__(self):
        return f"{self.case} 听证"
