"""对执法行为的申诉、检举、控告和建议: looked into by somebody else, and answered."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from archives_enforcement.access import Scope, ScopedModel, ScopedQuerySet
from archives_enforcement.accounts.models import Bureau
from archives_enforcement.templatetags.formats import cn_date
from inspections.models import Inspection, Tip
from inspections.models.tips import TAKE_COMPLAINTS
from penalties.models import Case

USER = settings.AUTH_USER_MODEL


class ComplaintQuerySet(ScopedQuerySet):
    def visible_to(self, user):
        """In scope, and never to whom the complaint is about."""
        rows = super().visible_to(user)
        if not user.is_authenticated:
            return rows
        about = Complaint.against.through.objects.filter(user=user)
        return rows.exclude(pk__in=about.values("complaint"))


class Complaint(ScopedModel):
    class Kind(models.TextChoices):
        PETITION = "petition", "申诉"
        REPORT = "report", "检举"
        CHARGE = "charge", "控告"
        ADVICE = "advice", "建议"

    class Source(models.TextChoices):
        PERSON = "person", "公民"
        BODY = "body", "法人或者其他组织"
        CONGRESS = "congress", "人大"
        CONFERENCE = "conference", "政协"
        JUDICIAL = "judicial", "司法机关"
        OTHER = "other", "其他部门"

    class Way(models.TextChoices):
        LETTER = "letter", "书面"
        CALL = "call", "电话"
        MEETING = "meeting", "当面"
        PAGE = "page", "凭查询码网上查看"
        NONE = "none", "没有留下联系方式，无法答复"

    class Outcome(models.TextChoices):
        TRUE = "true", "属实"
        PARTLY = "partly", "部分属实"
        UNTRUE = "untrue", "不属实"
        UNCLEAR = "unclear", "无法查实"
        ADOPTED = "adopted", "建议已采纳"
        NOT_ADOPTED = "not_adopted", "建议未采纳"

    class State(models.TextChoices):
        RECEIVED = "received", "待指定调查人"
        ASSIGNED = "assigned", "调查中"
        FOUND = "found", "待答复"
        ANSWERED = "answered", "已答复"
        REFERRED = "referred", "已转有权机关"

    OF_ADVICE = (Outcome.ADOPTED, Outcome.NOT_ADOPTED)

    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="机关")
    kind = models.CharField("性质", max_length=10, choices=Kind)
    source = models.CharField("来源", max_length=12, choices=Source)
    tip = models.OneToOneField(
        Tip, models.PROTECT, null=True, related_name="complaint", verbose_name="来件"
    )
    received_on = models.DateField("收到日期")
    text = models.TextField("反映的内容")
    against = models.ManyToManyField(USER, related_name="+", verbose_name="被反映的人员")
    inspection = models.ForeignKey(
        Inspection, models.PROTECT, null=True, related_name="+", verbose_name="涉及的检查"
    )
    case = models.ForeignKey(
        Case, models.PROTECT, null=True, related_name="+", verbose_name="涉及的案件"
    )
    registered_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="登记人")
    state = models.CharField(
        "状态", max_length=10, choices=State, default=State.RECEIVED, editable=False
    )
    investigator = models.ForeignKey(
        USER, models.PROTECT, null=True, related_name="+", verbose_name="调查人", editable=False
    )
    assigned_on = models.DateField("指定日期", null=True, editable=False)
    outcome = models.CharField("调查结论", max_length=12, choices=Outcome, blank=True)
    findings = models.TextField("查明的情况", blank=True)
    handling = models.TextField("处理意见", blank=True)
    found_on = models.DateField("查结日期", null=True, editable=False)
    way = models.CharField("答复方式", max_length=10, choices=Way, blank=True)
    answer = models.TextField("答复内容", blank=True)
    answered_on = models.DateField("答复日期", null=True, editable=False)
    competent = models.CharField("有权机关", max_length=100, blank=True)

    scope = Scope(bureau="bureau")
    objects = ComplaintQuerySet.as_manager()
    files_need = "supervision.investigate_complaint"
    files_follow = True

    class Meta:
        verbose_name = verbose_name_plural = "对执法的投诉和建议"
        default_permissions = ("view",)
        permissions = [
            ("register_complaint", "登记和答复对执法的投诉"),
            ("assign_complaint", "指定投诉的调查人"),
            ("investigate_complaint", "调查对执法的投诉"),
        ]

    def __str__(self):
        return f"对执法的{self.get_kind_display()}（{cn_date(self.received_on)}收到）"

    def get_absolute_url(self):
        return reverse("supervision:complaint-detail", args=[self.pk])

    @property
    def state_tone(self) -> str:
        return "done" if self.state in (self.State.ANSWERED, self.State.REFERRED) else "now"

    @property
    def told_in(self):
        """The record with which the complainant's identity is sealed."""
        return self.tip or self

    def shows_reporter_to(self, user) -> bool:
        """Who complained is for those who register and answer, and for the investigator alone."""
        return user.has_perm(TAKE_COMPLAINTS) or self.investigator_id == user.pk
