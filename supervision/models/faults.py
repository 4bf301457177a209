"""过错责任: what an officer is held to have done, what he says to it, and how it is handled."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.urls import reverse

from archives_enforcement import faults
from archives_enforcement.access import Scope, ScopedModel, ScopedQuerySet
from archives_enforcement.accounts.models import Bureau
from archives_enforcement.templatetags.formats import cn_date
from inspections.models import Inspection
from penalties.models import Case
from supervision import handlings

USER = settings.AUTH_USER_MODEL


class FaultQuerySet(ScopedQuerySet):
    def visible_to(self, user):
        """Those of the bureau for who keeps them; of his own, what an officer was told of.

        Nobody sees what is kept about himself before he is told.
        """
        rows = super().visible_to(user)
        own = models.Q(officer=user.pk, told_on__isnull=False)
        if not user.has_perm("supervision.view_faultrecord"):
            return rows.filter(own)
        return rows.filter(~models.Q(officer=user.pk) | own)


class FaultRecord(ScopedModel):
    class State(models.TextChoices):
        REGISTERED = "registered", "待指定调查人"
        ASSIGNED = "assigned", "待告知"
        TOLD = "told", "待陈述申辩"
        HEARD = "heard", "待提出意见"
        PROPOSED = "proposed", "待决定"
        DECIDED = "decided", "处理中"
        CLOSED = "closed", "已办结"
        EXEMPT = "exempt", "不予追究"
        REFERRED = "referred", "已转有权机关"

    class Origin(models.TextChoices):
        ROUND = "round", "监督检查"
        REVIEW = "review", "案卷评查"
        NOTICE = "notice", "监督通知（决定）"
        COMPLAINT = "complaint", "投诉、检举"
        LAMP = "lamp", "过错预警"
        REMEDY = "remedy", "复议、诉讼、赔偿"
        OTHER = "other", "其他"

    class Ground(models.TextChoices):
        """Why nobody is held to account; the second is the condition of the source itself."""

        NO_FAULT = "no_fault", "过错事实不能成立"
        NO_HARM = "no_harm", "没有造成危害后果或者不良影响"
        NOT_HIS = "not_his", "不是他的责任"
        OTHER = "other", "依照规定不予追究（写明条款）"

    ENDED = (State.CLOSED, State.EXEMPT, State.REFERRED)

    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="机关")
    officer = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="当事人员")
    forms = models.JSONField("过错情形")  # numbers of the twenty-two
    facts = models.TextField("过错事实")
    origin = models.CharField("来源", max_length=12, choices=Origin)
    content_type = models.ForeignKey(
        ContentType, models.PROTECT, null=True, related_name="+", verbose_name="来源记录种类"
    )
    object_id = models.PositiveBigIntegerField("来源记录", null=True)
    source = GenericForeignKey("content_type", "object_id")
    inspection = models.ForeignKey(
        Inspection, models.PROTECT, null=True, related_name="+", verbose_name="涉及的检查"
    )
    case = models.ForeignKey(
        Case, models.PROTECT, null=True, related_name="+", verbose_name="涉及的案件"
    )
    registered_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="登记人")
    registered_on = models.DateField("登记日期", editable=False)
    state = models.CharField(
        "状态", max_length=10, choices=State, default=State.REGISTERED, editable=False
    )
    investigator = models.ForeignKey(
        USER, models.PROTECT, null=True, related_name="+", verbose_name="调查人", editable=False
    )
    assigned_on = models.DateField("指定日期", null=True, editable=False)
    told_on = models.DateField("告知日期", null=True, editable=False)
    statement = models.TextField("陈述和申辩", blank=True)
    stated_on = models.DateField("陈述日期", null=True, editable=False)
    stated_by = models.ForeignKey(
        USER, models.PROTECT, null=True, related_name="+", verbose_name="陈述录入人", editable=False
    )
    findings = models.TextField("查明的情况", blank=True)
    harm = models.TextField("危害后果或者不良影响", blank=True)
    opinion = models.TextField("处理意见和对申辩的答复", blank=True)
    proposed = models.JSONField("建议的处理方式", default=list)  # codes of handlings.MEASURES
    proposed_on = models.DateField("提出日期", null=True, editable=False)
    reasons = models.TextField("决定的理由", blank=True)
    exempt_on = models.CharField("不予追究的情形", max_length=10, choices=Ground, blank=True)
    decided_by = models.ForeignKey(
        USER, models.PROTECT, null=True, related_name="+", verbose_name="决定人", editable=False
    )
    decided_on = models.DateField("决定日期", null=True, editable=False)
    competent = models.CharField("有权机关", max_length=100, blank=True)
    ended_on = models.DateField("办结日期", null=True, editable=False)

    scope = Scope(bureau="bureau")
    objects = FaultQuerySet.as_manager()
    files_need = papers_need = trail_need = "supervision.view_faultrecord"

    class Meta:
        verbose_name = verbose_name_plural = "过错责任"
        default_permissions = ("view",)
        permissions = [
            ("register_fault", "登记过错责任"),
            ("assign_fault", "指定过错责任的调查人"),
            ("investigate_fault", "调查过错责任"),
            ("decide_fault", "决定过错责任"),
            ("answer_fault", "对本人的过错责任陈述申辩"),
        ]

    def __str__(self):
        """Without the name: this stands in lists of papers and clocks, which every post reads."""
        return f"过错责任（{cn_date(self.registered_on)}登记）"

    def get_absolute_url(self):
        return reverse("supervision:fault-detail", args=[self.pk])

    @property
    def cited(self) -> list[faults.Form]:
        return [faults.FORMS[number] for number in self.forms]

    @property
    def numerals(self) -> str:
        return "、".join(f"（{form.numeral}）" for form in self.cited)

    @property
    def ended(self) -> bool:
        return self.state in self.ENDED

    @property
    def state_tone(self) -> str:
        return "done" if self.ended else "now"


class HandlingQuerySet(ScopedQuerySet):
    def visible_to(self, user):
        """With the record it belongs to."""
        return self.filter(record__in=FaultRecord.objects.visible_to(user))


class FaultHandling(ScopedModel):
    """One measure of a decision: carried out here, or proposed to who has the power."""

    record = models.ForeignKey(
        FaultRecord, models.PROTECT, related_name="handlings", verbose_name="过错责任"
    )
    measure = models.CharField("处理方式", max_length=16, choices=handlings.CHOICES)
    competent = models.CharField("有权机关", max_length=100, blank=True)  # empty: the bureau
    number = models.CharField("建议文号", max_length=60, blank=True)
    sent_on = models.DateField("送出日期", null=True, editable=False)
    result = models.TextField("落实情况或者有权机关的答复", blank=True)
    done_on = models.DateField("落实或者答复日期", null=True, editable=False)

    scope = Scope(bureau="record__bureau")
    objects = HandlingQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "过错处理"
        default_permissions = ()
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["record", "measure"], name="fault_handling_once_a_measure"
            )
        ]

    def __str__(self):
        return self.kind.words

    @property
    def kind(self) -> handlings.Measure:
        return handlings.MEASURES[self.measure]

    @property
    def to_send(self) -> bool:
        """A proposal that has not gone to who has the power."""
        return bool(self.competent) and self.sent_on is None and self.done_on is None
