"""上级统一组织的专项检查: what a bureau above asks of those below, and what they report back.

《中华人民共和国档案法》第四十二条 lets 档案主管部门 inspect; how a campaign is organised, its
common list and its table are practice between bureaux (工作要求), not law.
"""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from archives_enforcement.access import Scope, ScopedModel, ScopedQuerySet
from archives_enforcement.accounts.models import Bureau, Party
from archives_enforcement.templatetags.formats import cn_date
from inspections.models.checklists import Checklist
from units.models import Unit

USER = settings.AUTH_USER_MODEL


class CampaignQuerySet(ScopedQuerySet):
    def visible_to(self, user):
        """A bureau's own campaigns, and those issued to it from above."""
        if not user.is_authenticated:
            return self.none()
        taking_part = Participant.objects.filter(campaign=OuterRef("pk"), bureau=user.bureau_id)
        issued = Exists(taking_part) & ~Q(state__in=Campaign.UNISSUED)
        return self.filter(self.model.scope.condition(user) | issued)

    def open_to(self, user):
        """What came from above is followed, never changed."""
        return self.filter(self.model.scope.condition(user, to_act=True))

    def asking(self, bureau, first, last):
        """Issued campaigns that ask something of that bureau on some day from `first` to `last`."""
        return self.filter(
            state__in=[Campaign.State.ISSUED, Campaign.State.CLOSED],
            participants__bureau=bureau,
            begins_on__lte=last,
            ends_on__gte=first,
        )


class Campaign(ScopedModel):
    """专项检查（上级）, held by the bureau above or, where that is no user, by one that follows."""

    class Origin(models.TextChoices):
        BELOW = "below", "本机关部署"
        ENTERED = "entered", "上级交办（登记）"

    class State(models.TextChoices):
        DRAFT = "draft", "起草"
        SUBMITTED = "submitted", "待下达"
        ISSUED = "issued", "已下达"
        CLOSED = "closed", "已结束"
        WITHDRAWN = "withdrawn", "已撤回"
        DISCARDED = "discarded", "已放弃"

    class Selection(models.TextChoices):
        EVERY = "every", "一类单位全部检查"
        NUMBER = "number", "每个机关检查规定的数量"
        NAMED = "named", "由参加机关自行选定"

    UNISSUED = (State.DRAFT, State.SUBMITTED, State.DISCARDED)

    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="机关")
    origin = models.CharField("来源", max_length=8, choices=Origin, editable=False)
    name = models.CharField("名称", max_length=100)
    superior = models.CharField("部署机关", max_length=100)
    reference = models.CharField("文号", max_length=60)
    circular = models.CharField("文件标题", max_length=200)
    begins_on = models.DateField("检查开始日期")
    ends_on = models.DateField("检查结束日期")
    reports_from = models.DateField("报送开始日期")
    due_on = models.DateField("报送截止日期")
    first_due_on = models.DateField("原定报送截止日期", null=True, editable=False)
    checklist = models.ForeignKey(
        Checklist, models.PROTECT, related_name="campaigns", verbose_name="检查清单"
    )
    selection = models.CharField("选取单位的办法", max_length=8, choices=Selection)
    unit_kind = models.CharField("单位性质", max_length=30, choices=Party.Kind, blank=True)
    unit_number = models.PositiveSmallIntegerField("每个机关的单位数", null=True, blank=True)
    questions = models.JSONField("文字内容", default=list)  # what is asked in words, in order
    state = models.CharField(
        "状态", max_length=10, choices=State, default=State.DRAFT, editable=False
    )
    drafted_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="起草人")
    issued_by = models.ForeignKey(
        USER, models.PROTECT, null=True, editable=False, related_name="+", verbose_name="下达人"
    )
    issued_on = models.DateField("下达日期", null=True, editable=False)
    ended_on = models.DateField("结束日期", null=True, editable=False)
    ending = models.CharField("结束的说明", max_length=500, blank=True, editable=False)

    scope = Scope(bureau="bureau")
    objects = CampaignQuerySet.as_manager()

    files_need = "inspections.view_campaign"

    class Meta:
        verbose_name = verbose_name_plural = "专项检查（上级）"
        default_permissions = ("view",)
        permissions = [
            ("draft_campaign", "起草专项检查"),
            ("issue_campaign", "下达专项检查"),
            ("answer_campaign", "办理专项检查报送"),
            ("send_campaign", "签发专项检查报送表"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(begins_on__lte=models.F("ends_on"))
                & Q(begins_on__lte=models.F("reports_from"))
                & Q(reports_from__lte=models.F("due_on")),
                name="campaign_days_in_order",
                violation_error_message="日期的先后不对：检查开始不能晚于检查结束和报送开始，"
                "报送开始不能晚于报送截止。请核对文件后改正。",
            ),
            models.UniqueConstraint(
                fields=["bureau", "name"],
                name="campaign_one_name",
                condition=~Q(state="discarded"),
                violation_error_message="本机关已经有同名的专项检查，请换一个名称（如写明年度）。",
            ),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("inspections:campaign-detail", args=[self.pk])

    @property
    def year(self) -> int:
        return self.begins_on.year

    @property
    def is_entered(self) -> bool:
        return self.origin == self.Origin.ENTERED

    @property
    def deciding(self) -> str:
        """What the head does with it: what came from above is put in force, not issued again."""
        return "批准执行" if self.is_entered else "下达"

    @property
    def cited(self) -> str:
        """Whose campaign it is and on which paper it rests, as a check names it."""
        return f"{self.superior}部署的{self.name}（{self.reference}）"

    @property
    def period(self) -> str:
        return f"{cn_date(self.begins_on)}至{cn_date(self.ends_on)}"

    @property
    def asked_units(self) -> str:
        """How units are chosen, in words."""
        kind = self.get_unit_kind_display()
        if self.selection == self.Selection.EVERY:
            return f"在册的{kind}全部检查"
        if self.selection == self.Selection.NUMBER:
            return (
                f"每个机关检查{kind}不少于 {self.unit_number} 个"
                if kind
                else (f"每个机关检查单位不少于 {self.unit_number} 个")
            )
        return f"由参加机关从{kind or '本机关名册'}中自行选定"

    @property
    def state_tone(self):
        return {"issued": "now", "submitted": "now", "closed": "done"}.get(self.state, "")


class ParticipantQuerySet(ScopedQuerySet):
    def visible_to(self, user):
        """A bureau's own part in issued campaigns, and all parts of a campaign of its own.

        Both may act on it: one reports, the other takes the report; guards tell them apart.
        """
        if not user.is_authenticated:
            return self.none()
        own = self.model.scope.condition(user) & ~Q(campaign__state__in=Campaign.UNISSUED)
        directing = Q(campaign__in=Campaign.objects.open_to(user))
        return self.filter(own | directing)

    def ours(self, user):
        """The parts that the user's own bureau has to answer."""
        return self.filter(bureau=user.bureau_id)

    def directed_by(self, user):
        """The parts of campaigns that the user's bureau holds."""
        return self.filter(campaign__bureau=user.bureau_id)


class Participant(ScopedModel):
    """参加机关: one bureau's part in a campaign, with the words it is writing for its table."""

    class State(models.TextChoices):
        OPEN = "open", "待报送"
        SUBMITTED = "submitted", "待签发"
        SENT = "sent", "已报送"
        ACCEPTED = "accepted", "已接收"

    WAITING = (State.OPEN, State.SUBMITTED)

    campaign = models.ForeignKey(
        Campaign, models.CASCADE, related_name="participants", verbose_name="专项检查"
    )
    bureau = models.ForeignKey(
        Bureau, models.PROTECT, related_name="participations", verbose_name="参加机关"
    )
    state = models.CharField(
        "状态", max_length=10, choices=State, default=State.OPEN, editable=False
    )
    answers = models.JSONField("文字内容", default=dict)  # question → words
    shortfall = models.CharField("没有按要求选取单位的说明", max_length=300, blank=True)
    prepared_by = models.ForeignKey(
        USER, models.PROTECT, null=True, editable=False, related_name="+", verbose_name="填报人"
    )
    returned = models.CharField("退回的原因", max_length=500, blank=True, editable=False)
    urged_on = models.DateField("最近催报日期", null=True, editable=False)
    urged_times = models.PositiveSmallIntegerField("催报次数", default=0, editable=False)

    scope = Scope(bureau="bureau")
    objects = ParticipantQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "参加机关"
        default_permissions = ()
        ordering = ["bureau__code", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["campaign", "bureau"], name="participant_once")
        ]

    def __str__(self):
        return f"{self.bureau}：{self.campaign}"

    def get_absolute_url(self):
        return reverse("inspections:campaign-part", args=[self.pk])

    @property
    def state_tone(self):
        return {"submitted": "now", "sent": "now", "accepted": "done"}.get(self.state, "")


class CampaignUnit(ScopedModel):
    """A unit that a bureau takes for the campaign, from its own register."""

    participant = models.ForeignKey(
        Participant, models.CASCADE, related_name="units", verbose_name="参加机关"
    )
    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="campaign_units", verbose_name="被检查单位"
    )

    scope = Scope(bureau="participant__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "专项检查的单位"
        default_permissions = ()
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["participant", "unit"], name="campaign_unit_once")
        ]

    def __str__(self):
        return f"{self.unit}（{self.participant.campaign}）"


class ReportBack(ScopedModel):
    """报送表 as it was sent: a row is written once, a later one follows when it is returned."""

    participant = models.ForeignKey(
        Participant, models.PROTECT, related_name="tables", verbose_name="参加机关"
    )
    figures = models.JSONField("冻结的数据")  # queries.campaign_figures.Figure.as_data
    answers = models.JSONField("文字内容")
    shortfall = models.CharField("没有按要求选取单位的说明", max_length=300, blank=True)
    remark = models.CharField("统计时的情况", max_length=300, blank=True)
    counted_at = models.DateTimeField("统计时间")
    sent_on = models.DateField("报送日期")
    sent_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="签发人")

    scope = Scope(bureau="participant__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "报送表"
        default_permissions = ()
        ordering = ["pk"]

    def __str__(self):
        return f"{self.participant}（{cn_date(self.sent_on)}报送）"
