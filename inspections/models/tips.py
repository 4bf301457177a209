"""举报投诉来件: what somebody tells the bureau, and, apart and sealed, who that was."""

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.urls import reverse

from archives_enforcement.access import Scope, ScopedModel, ScopedQuerySet
from archives_enforcement.accounts.models import Bureau
from archives_enforcement.templatetags.formats import cn_date
from inspections.models.leads import Lead

USER = settings.AUTH_USER_MODEL
TRIAGE, SEE_REPORTER = "inspections.triage_tip", "inspections.see_reporter"
OVERSEE = "inspections.approve_inspection"  # the head, who also gives a tip to another handler
VIEW_COMPLAINTS, TAKE_COMPLAINTS = "supervision.view_complaint", "supervision.register_complaint"


class TipQuerySet(ScopedQuerySet):
    def visible_to(self, user):
        """In scope, to who sorts tips, the head, who registered it and who handles it.

        All others read the lead made from it. What is about enforcement goes to who may read
        complaints about it alone, and never to whom it is about.
        """
        rows = super().visible_to(user)
        if not user.is_authenticated:
            return rows
        if not (user.has_perm(TRIAGE) or user.has_perm(OVERSEE)):
            handled = Tip.objects.filter(handler=user).values("pk")
            own = models.Q(registered_by=user) | models.Q(pk__in=handled)
            own |= models.Q(main__in=handled)  # the same matter told again, however often
            rows = rows.filter(own | models.Q(about=Tip.About.ENFORCEMENT))
        if not user.has_perm(VIEW_COMPLAINTS):
            rows = rows.exclude(about=Tip.About.ENFORCEMENT)
        withheld = Tip.withheld_from.through.objects.filter(user=user)
        return rows.exclude(pk__in=withheld.values("tip"))


class Tip(ScopedModel):
    """One thing told; a person decides what becomes of it (档案法第四十六条第二款)."""

    class About(models.TextChoices):
        UNIT = "unit", "档案违法线索"
        ACCESS = "access", "档案馆开放利用投诉"  # 档案法第二十八条第二款
        ENFORCEMENT = "enforcement", "对执法的投诉"

    class Source(models.TextChoices):
        WEB = "web", "公众网上"
        CALL = "call", "来电"
        MEETING = "meeting", "来访"
        LETTER = "letter", "来信"
        TRANSFER = "transfer", "部门移送"
        SUPERIOR = "superior", "上级交办"
        MEDIA = "media", "媒体反映"
        INSPECTION = "inspection", "检查发现"

    class State(models.TextChoices):
        RECEIVED = "received", "待处理"
        ACCEPTED = "accepted", "已受理"
        REFUSED = "refused", "不予受理"
        PASSED_ON = "passed_on", "已移送其他部门"
        MERGED = "merged", "已并入"
        ANSWERED = "answered", "已答复"

    class Way(models.TextChoices):
        PAGE = "page", "凭查询码网上查看"
        CALL = "call", "电话"
        LETTER = "letter", "书面"
        MEETING = "meeting", "当面"
        NONE = "none", "没有留下联系方式，无法告知"

    BY_OTHERS = tuple(About.choices[:2])  # what is not about the bureau itself
    BY_STAFF = tuple(Source.choices[1:])  # all but the public page
    FROM_A_PERSON = (Source.WEB, Source.CALL, Source.MEETING, Source.LETTER)
    FROM_A_BODY = (Source.TRANSFER, Source.SUPERIOR, Source.MEDIA)

    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="机关")
    about = models.CharField("反映的事项", max_length=12, choices=About)
    source = models.CharField("来源", max_length=12, choices=Source)
    body = models.CharField("移送（交办）机关、媒体", max_length=100, blank=True)
    concerning = models.CharField("涉及的单位、人员", max_length=200)
    happened = models.CharField("什么时间", max_length=100, blank=True)
    place = models.CharField("什么地点", max_length=200, blank=True)
    text = models.TextField("反映的内容")
    received_on = models.DateField("收到日期")
    digest = models.CharField("查询码摘要", max_length=64, null=True, unique=True, editable=False)
    registered_by = models.ForeignKey(
        USER, models.PROTECT, null=True, related_name="+", verbose_name="登记人"
    )
    withheld_from = models.ManyToManyField(USER, related_name="+", verbose_name="回避的人员")
    state = models.CharField(
        "状态", max_length=10, choices=State, default=State.RECEIVED, editable=False
    )
    triaged_by = models.ForeignKey(
        USER, models.PROTECT, null=True, related_name="+", verbose_name="处理人", editable=False
    )
    triaged_on = models.DateField("处理日期", null=True, editable=False)
    reason = models.CharField("理由", max_length=500, blank=True)
    passed_to = models.CharField("移送到", max_length=100, blank=True)
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="merged", verbose_name="并入的来件"
    )
    # Where a chain of merges ends, so that whoever handles that tip sees every one of them.
    main = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="told_again", verbose_name="一并办理的来件",
        editable=False,
    )  # fmt: skip
    lead = models.OneToOneField(
        Lead, models.PROTECT, null=True, related_name="tip", verbose_name="线索"
    )
    handler = models.ForeignKey(
        USER, models.PROTECT, null=True, related_name="+", verbose_name="承办人", editable=False
    )
    answer = models.TextField("告知、答复的内容", blank=True)
    way = models.CharField("告知方式", max_length=10, choices=Way, blank=True)
    answered_by = models.ForeignKey(
        USER, models.PROTECT, null=True, related_name="+", verbose_name="答复人", editable=False
    )
    answered_on = models.DateField("答复日期", null=True, editable=False)

    scope = Scope(bureau="bureau")
    objects = TipQuerySet.as_manager()
    files_need = "inspections.view_tip"
    files_follow = True

    class Meta:
        verbose_name = verbose_name_plural = "举报投诉来件"
        default_permissions = ("view",)
        permissions = [
            ("triage_tip", "处理和答复举报投诉"),
            ("see_reporter", "写明理由后查看反映人"),
        ]

    def __str__(self):
        return f"{self.get_about_display()}（{cn_date(self.received_on)}收到）"

    def get_absolute_url(self):
        return reverse("inspections:tip-detail", args=[self.pk])

    @property
    def state_tone(self) -> str:
        return "now" if self.state in (self.State.RECEIVED, self.State.ACCEPTED) else "done"

    def shows_reporter_to(self, user) -> bool:
        """Who registers and answers, and who handles it; nobody else, whatever his post."""
        if self.about == self.About.ENFORCEMENT:
            return user.has_perm(TAKE_COMPLAINTS)
        return user.has_perm(TRIAGE) or user.pk in (self.registered_by_id, self.handler_id)


class Reporter(ScopedModel):
    """反映人: name and ways to reach him, sealed, of one record (a tip, a complaint).

    Nobody's scope leads here: `services.reporters.reveal` is the one way in, with a reason and an
    entry in the trail.
    """

    content_type = models.ForeignKey(ContentType, models.PROTECT, verbose_name="所属记录种类")
    object_id = models.PositiveBigIntegerField("所属记录编号")
    record = GenericForeignKey()
    sealed = models.TextField("封存的身份")
    is_named = models.BooleanField("留有姓名")
    is_reachable = models.BooleanField("留有联系方式")

    scope = Scope()

    class Meta:
        verbose_name = verbose_name_plural = "反映人身份"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "object_id"], name="reporter_one_of_each_record"
            )
        ]

    def __str__(self):
        return "反映人（已封存）"
