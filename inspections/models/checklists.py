"""检查清单: dated versions of what is looked at, each item with its basis."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse

from archives_enforcement.access import Scope, ScopedModel, ScopedQuerySet
from archives_enforcement.accounts.models import Bureau, Party
from archives_enforcement.documents.models import Document
from archives_enforcement.legislation.models import Article
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.withdrawing import Withdrawable

WORK_REQUIREMENT = "工作要求："  # opens a basis that is no law: such an item can only advise
USER = settings.AUTH_USER_MODEL


class Severity(models.TextChoices):
    A = "A", "限期整改"
    B = "B", "应当整改"
    C = "C", "建议改进"


class Result(models.TextChoices):
    """How an item was answered on site."""

    CONFORMS = "conforms", "符合"
    FAILS = "fails", "不符合"
    NOT_APPLICABLE = "not_applicable", "不适用"


class SharedQuerySet(ScopedQuerySet):
    """A bureau's own rows, and those that came with the system, which belong to nobody."""

    def visible_to(self, user):
        shared = Q(bureau=None) if user.is_authenticated else Q(pk__in=[])
        return self.filter(self.model.scope.condition(user) | shared)

    def open_to(self, user):
        """What came with the system is read and copied, never changed."""
        return self.filter(self.model.scope.condition(user, to_act=True))


class ChecklistQuerySet(SharedQuerySet):
    def visible_to(self, user):
        """Own lists, those that came with the system, and what bureaux above have adopted."""
        rows = super().visible_to(user)
        if not (user.is_authenticated and user.bureau_id):
            return rows
        adopted = Q(bureau__in=user.bureau.above, state=Checklist.State.ADOPTED)
        return rows | self.filter(adopted)

    def adopted_for(self, bureau):
        """What that bureau may arrange checks on: its own versions and those of nobody."""
        return self.filter(Q(bureau=bureau) | Q(bureau=None), state=Checklist.State.ADOPTED)

    def in_force(self, bureau, first, last=None):
        """Versions in force for that bureau on some day from `first` to `last`.

        A version that came with the system ends, for this bureau, where its own begins.
        """
        own = Checklist.objects.filter(
            bureau=bureau,
            series=OuterRef("series"),
            state=Checklist.State.ADOPTED,
            valid_from__lte=first,
        )
        rows = self.adopted_for(bureau).filter(valid_from__lte=last or first)
        rows = rows.exclude(valid_to__lt=first)
        return rows.exclude(Q(bureau=None) & Exists(own)).order_by("-valid_from", "-pk")


class Checklist(ScopedModel):
    """One version of a checklist, in force between two dates; from its adoption it stays as it is.

    Versions of one list share its `series`. A list merged of others (多检合一) names its `parts`.
    """

    class State(models.TextChoices):
        DRAFT = "draft", "起草"
        SUBMITTED = "submitted", "待采用"
        ADOPTED = "adopted", "已采用"
        DISCARDED = "discarded", "已放弃"

    OPEN = (State.DRAFT, State.SUBMITTED)

    bureau = models.ForeignKey(
        Bureau, models.PROTECT, null=True, editable=False, verbose_name="机关"
    )
    series = models.SlugField("清单系列", max_length=40, default="general", editable=False)
    code = models.SlugField("代码", max_length=40, unique=True)
    name = models.CharField("名称", max_length=100)
    state = models.CharField(
        "状态", max_length=10, choices=State, default=State.DRAFT, editable=False
    )
    valid_from = models.DateField("启用日期", null=True)
    valid_to = models.DateField("停用日期", null=True, blank=True)
    source = models.CharField("来源", max_length=200)
    based_on = models.ForeignKey(
        "self", models.PROTECT, null=True, editable=False, related_name="+", verbose_name="蓝本"
    )
    parts = models.ManyToManyField(
        "self",
        symmetrical=False,
        editable=False,
        related_name="merged_into",
        verbose_name="合并的清单",
    )
    minutes = models.ForeignKey(
        Document,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name="联席会议纪要",
    )
    adopted_under = models.CharField("采用依据", max_length=200, blank=True, editable=False)
    drafted_by = models.ForeignKey(
        USER, models.PROTECT, null=True, editable=False, related_name="+", verbose_name="起草人"
    )
    adopted_by = models.ForeignKey(
        USER, models.PROTECT, null=True, editable=False, related_name="+", verbose_name="采用人"
    )
    adopted_on = models.DateField("采用日期", null=True, editable=False)

    scope = Scope(bureau="bureau")
    objects = ChecklistQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "检查清单"
        default_permissions = ("view",)
        permissions = [("draft_checklist", "编制检查清单"), ("adopt_checklist", "采用检查清单")]
        constraints = [
            models.UniqueConstraint(
                fields=["bureau", "name"],
                name="checklist_one_name",
                condition=~Q(state="discarded"),
                violation_error_message="本机关已经有同名的清单，请换一个名称，便于区分版本。",
            )
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("inspections:checklist-detail", args=[self.pk])

    @property
    def cited(self) -> str:
        """The name and, of a list adopted by a meeting, the minutes, as papers cite it."""
        return f"{self.name}（{self.adopted_under}采用）" if self.adopted_under else self.name

    @property
    def state_tone(self):
        return {"adopted": "done", "discarded": ""}.get(self.state, "now")


class ChecklistItem(ScopedModel):
    """One question, whom it concerns and on what it rests."""

    class Electronic(models.TextChoices):
        """电子档案检查内容: the six matters of the local list of duties."""

        E1 = "E1", "E1 制度和程序、过程登记"
        E2 = "E2", "E2 真实性"
        E3 = "E3", "E3 完整性"
        E4 = "E4", "E4 可用性"
        E5 = "E5", "E5 安全（网络、备份、权限、身份）"
        E6 = "E6", "E6 移交等其他法定事项"

    checklist = models.ForeignKey(
        Checklist, models.PROTECT, related_name="items", verbose_name="清单"
    )
    code = models.CharField("编号", max_length=10)
    area = models.CharField("检查领域", max_length=60)
    position = models.PositiveSmallIntegerField("顺序")
    text = models.CharField("检查内容", max_length=300)
    applies_to = models.JSONField("适用对象", default=list)  # Party.Kind values; empty = all
    severity = models.CharField("严重程度", max_length=1, choices=Severity)
    severity_by_kind = models.JSONField("按对象区分的严重程度", default=dict, blank=True)
    articles = models.ManyToManyField(Article, blank=True, verbose_name="依据条文")
    basis = models.CharField("依据", max_length=300)
    basis_by_kind = models.JSONField("按对象区分的依据", default=dict, blank=True)
    local_practice = models.BooleanField("仅为地方或工作要求", default=False)
    method = models.CharField("检查方法", max_length=300, blank=True)
    evidence = models.CharField("证据要求", max_length=200, blank=True)
    typical_problem = models.CharField("常见问题", max_length=300, blank=True)
    suggested_fix = models.CharField("整改建议", max_length=300, blank=True)
    violation = models.CharField("对应违法情形", max_length=20, blank=True)
    electronic = models.CharField("电子档案检查内容", max_length=4, blank=True, choices=Electronic)
    points = models.PositiveSmallIntegerField("分值", null=True, blank=True)  # None: by severity
    veto = models.BooleanField("一票否决", default=False)
    condition = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="dependents",
        verbose_name="前提事项",
    )
    condition_result = models.CharField("前提结果", max_length=16, choices=Result, blank=True)
    sources = models.ManyToManyField(
        "self",
        symmetrical=False,
        editable=False,
        related_name="answered_by",
        verbose_name="同时答复的事项",
    )

    scope = Scope(bureau="checklist__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "检查事项"
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["checklist", "code"], name="checklist_item_one_code"),
            models.CheckConstraint(
                condition=Q(condition=None, condition_result="")
                | Q(condition__isnull=False) & ~Q(condition_result=""),
                name="checklist_item_condition_whole",
            ),
        ]

    def __str__(self):
        return f"{self.code} {self.text}"

    def concerns(self, party: Party) -> bool:
        return not self.applies_to or party.kind in self.applies_to

    def basis_for(self, party: Party) -> str:
        """What may be cited to this kind of party: its own law, else the work requirement."""
        return self.basis_by_kind.get(party.kind, self.basis)

    def severity_for(self, party: Party) -> str:
        """Severity for this kind of party: some items weigh A only for 档案馆."""
        return self.severity_by_kind.get(party.kind, self.severity)


class ListPublicationQuerySet(ScopedQuerySet):
    def standing(self):
        """What anyone may read: published and not withdrawn."""
        return self.filter(withdrawn_on=None)

    def known_on(self, day):
        """What everybody could read on `day`; what is withdrawn on it is known no longer."""
        return self.filter(published_on__lte=day).filter(
            models.Q(withdrawn_on=None) | models.Q(withdrawn_on__gt=day)
        )


class ListPublication(Withdrawable, ScopedModel):
    """公布检查事项: a bureau made one version known to everybody, here or where `place` says.

    At an enterprise only what is published may be asked (国办发〔2024〕54号, 据转载材料核对).
    """

    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="机关")
    checklist = models.ForeignKey(
        Checklist, models.PROTECT, related_name="publications", verbose_name="检查清单"
    )
    published_on = models.DateField("公布日期")
    published_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="公布人")
    place = models.CharField("公布的地方", max_length=200, blank=True)

    scope = Scope(bureau="bureau")
    objects = ListPublicationQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "清单的公布"
        default_permissions = ()
        permissions = [("publish_checklist", "公布检查清单")]
        constraints = [
            models.UniqueConstraint(
                fields=["bureau", "checklist"],
                condition=models.Q(withdrawn_on=None),
                name="checklist_published_once",
            )
        ]

    def __str__(self):
        return f"{self.checklist}（{cn_date(self.published_on)}公布）"
