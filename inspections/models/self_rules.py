"""自查的规则: whom the yearly report binds and on what that rests, and the form with its questions.

《中华人民共和国档案法实施条例》第四十五条 binds 国家档案馆、机关、群团组织 and 国有企事业单位
alone, with no order and no penalty behind it. The day, the form and the ceiling of spot checks are
practice.
"""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.accounts.models import Bureau, Party
from archives_enforcement.legislation.models import Article, Law, Mark
from inspections.models.checklists import SharedQuerySet
from units.models import Listing

USER = settings.AUTH_USER_MODEL
K = Party.Kind
BOUND_KINDS = (
    K.ORGAN, K.MASS_ORGANIZATION, K.INSTITUTION, K.STATE_ENTERPRISE, K.ARCHIVES, K.TOWNSHIP,
)  # fmt: skip
LAW = "《中华人民共和国档案法实施条例》第四十五条"


class DatedQuerySet(SharedQuerySet):
    def of(self, bureau):
        """A bureau's own rows and those that came with the system, its own and the newest first."""
        rows = self.filter(Q(bureau=bureau) | Q(bureau=None))
        return rows.order_by(F("bureau").asc(nulls_last=True), "-effective_from", "pk")

    def in_force(self, bureau, day):
        return self.of(bureau).filter(effective_from__lte=day)


class ReportRuleQuerySet(DatedQuerySet):
    def in_force(self, bureau, day):
        lasting = Q(ended_on=None) | Q(ended_on__gte=day)
        return super().in_force(bureau, day).filter(lasting)


class ReportRule(ScopedModel):
    """报送规则: from a day on, which units report yearly, and how many may be checked on the spot.

    A rule is never changed: it ends, and another one begins.
    """

    is_setting = True

    bureau = models.ForeignKey(
        Bureau, models.PROTECT, null=True, editable=False, verbose_name="机关"
    )
    title = models.CharField("名称", max_length=60)
    kinds = models.JSONField("报送义务人", default=list)  # Party.Kind values
    roll = models.CharField("限于名册", max_length=10, choices=Listing.Roll, blank=True)
    basis = models.CharField("报送的依据", max_length=200)
    mark = models.CharField("性质", max_length=10, choices=Mark)
    ceiling = models.PositiveSmallIntegerField(
        "实地抽查不超过（%）", validators=[MinValueValidator(1), MaxValueValidator(100)]
    )
    remind_before = models.PositiveSmallIntegerField(
        "到期前几个工作日提醒",
        default=15,
        validators=[MinValueValidator(1), MaxValueValidator(15)],
    )
    ceiling_basis = models.CharField("抽查上限的依据", max_length=200)
    order_article = models.ForeignKey(
        Article,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="可以责令限期报送的地方性法规条文",
    )
    effective_from = models.DateField("自何日起适用")
    ended_on = models.DateField("适用至", null=True, editable=False)
    made_by = models.ForeignKey(
        USER, models.PROTECT, null=True, editable=False, related_name="+", verbose_name="设定人"
    )

    scope = Scope(bureau="bureau")
    objects = ReportRuleQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "报送规则"
        default_permissions = ()
        ordering = ["effective_from", "pk"]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("inspections:self-rule-list")

    def clean(self):
        """Whom no article binds, no rule of a bureau binds either."""
        super().clean()
        if set(self.kinds) - set(BOUND_KINDS):
            raise ValidationError({"kinds": (
                f"{LAW}只约束国家档案馆、机关、群团组织和国有企事业单位，规则不能约束其他单位。"
                "愿意报送的其他单位，可以在布置自查时写明理由逐个列入。"
            )})  # fmt: skip
        article = self.order_article
        if article and article.version.law.level != Law.Level.LOCAL_REGULATION:
            raise ValidationError({"order_article": (
                f"{LAW}没有规定责令。能够责令限期报送的，只能是地方性法规的条文，请改选或者留空。"
            )})  # fmt: skip

    @property
    def kinds_in_words(self) -> str:
        return "、".join(Party.Kind(kind).label for kind in self.kinds)

    @property
    def bound_in_words(self) -> str:
        """Who must report: 机关、事业单位，限于登记备份名册."""
        on_roll = f"，限于列入{self.get_roll_display()}的" if self.roll else ""
        return self.kinds_in_words + on_roll


class SelfForm(ScopedModel):
    """自查表: one version of the questions; what was once begun with stays as it is."""

    bureau = models.ForeignKey(
        Bureau, models.PROTECT, null=True, editable=False, verbose_name="机关"
    )
    code = models.SlugField("代码", max_length=40, null=True, unique=True, editable=False)
    name = models.CharField("名称", max_length=100)
    effective_from = models.DateField("启用日期")
    source = models.CharField("来源", max_length=200)
    made_by = models.ForeignKey(
        USER, models.PROTECT, null=True, editable=False, related_name="+", verbose_name="编制人"
    )

    scope = Scope(bureau="bureau")
    objects = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "自查表"
        default_permissions = ()
        ordering = ["-effective_from", "-pk"]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("inspections:self-form-detail", args=[self.pk])


class SelfQuestion(ScopedModel):
    """One question; `item_code` names the matter of the checklists that asks the same on site."""

    class Part(models.TextChoices):
        HOLDINGS = "holdings", "档案保存情况"
        DATABASE = "database", "数据库运行维护情况"
        WORK = "work", "档案工作情况"

    class Answer(models.TextChoices):
        YES_NO = "yes_no", "是否"
        NUMBER = "number", "数字"
        TEXT = "text", "文字"

    MANDATORY = (Part.HOLDINGS, Part.DATABASE)  # contents that every report must have
    YES, NO, NOT_APPLICABLE = "是", "否", "不适用"
    VERDICTS = (YES, NO, NOT_APPLICABLE)

    form = models.ForeignKey(
        SelfForm, models.CASCADE, related_name="questions", verbose_name="自查表"
    )
    position = models.PositiveSmallIntegerField("顺序")
    part = models.CharField("部分", max_length=10, choices=Part)
    text = models.CharField("问题", max_length=200)
    answer = models.CharField("答法", max_length=10, choices=Answer)
    item_code = models.CharField("检查事项编号", max_length=10, blank=True)

    scope = Scope(bureau="form__bureau")
    objects = SharedQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "自查问题"
        default_permissions = ()
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["form", "position"], name="self_question_one_place")
        ]

    def __str__(self):
        return self.text

    @property
    def key(self) -> str:
        """Under which a report keeps its answer."""
        return str(self.position)
