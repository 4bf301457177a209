"""随机抽取（双随机）: the lists and the rule as published before, and what came out of them."""

import json

from django.conf import settings
from django.db import models
from django.urls import reverse

from archives_enforcement.access import Scope, ScopedModel, ScopedQuerySet
from archives_enforcement.accounts.models import Bureau, Party
from archives_enforcement.withdrawing import Withdrawable
from units.models import Unit

USER = settings.AUTH_USER_MODEL


class DrawQuerySet(ScopedQuerySet):
    def public(self):
        """What anyone may read: every draw from its 公示 on, those drawn anew too."""
        return self.exclude(state__in=(Draw.State.DRAFT, Draw.State.WITHDRAWN))

    def withdrawn(self):
        return self.filter(state=Draw.State.WITHDRAWN)


class Draw(Withdrawable, ScopedModel):
    """One draw of units and of the officers who go to each.

    What `frozen` says is the text over which the digest was taken; `keys` tells whose rows stand
    in its lists. From the 公示 on the database refuses to change either, and whatever is entered
    later is entered once (see the migration).
    """

    class State(models.TextChoices):
        DRAFT = "draft", "准备中"
        PUBLISHED = "published", "已公示"
        CONTRIBUTED = "contributed", "待抽取"
        DRAWN = "drawn", "已抽取"
        ADOPTED = "adopted", "已采用"
        REDRAWN = "redrawn", "已重新抽取"
        WITHDRAWN = "withdrawn", "已撤回"

    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="机关")
    title = models.CharField("名称", max_length=100)
    kinds = models.JSONField("单位性质", default=list, blank=True)
    unit_count = models.PositiveSmallIntegerField("抽取单位数")
    officer_count = models.PositiveSmallIntegerField("每个单位的执法人员数", default=2)
    enterprise_cap = models.PositiveSmallIntegerField("同一企业每年检查次数上限", default=1)
    source = models.CharField("公布的数的来源", max_length=200)
    announced_at = models.DateTimeField("公布的数的公布时间")
    place = models.CharField("抽取地点", max_length=100)
    witness_name = models.CharField("监督人姓名", max_length=60)
    witness_post = models.CharField("监督人单位和职务", max_length=100)
    redraw_of = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        related_name="redraw",
        verbose_name="重新抽取的是",
        editable=False,
    )
    drafted_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="经办人")
    state = models.CharField(
        "状态", max_length=12, choices=State, default=State.DRAFT, editable=False
    )

    # Frozen by the 公示
    frozen = models.TextField("公示内容", blank=True, editable=False)
    keys = models.JSONField("名单所指", default=dict, editable=False)
    digest = models.CharField("摘要", max_length=64, blank=True, editable=False)
    published_at = models.DateTimeField("公示时间", null=True, editable=False)

    # Each entered once
    contribution = models.CharField("监督人给出的内容", max_length=60, blank=True, editable=False)
    contributed_at = models.DateTimeField("监督人给出的时间", null=True, editable=False)
    number = models.CharField("公布的数", max_length=60, blank=True, editable=False)
    seed = models.CharField("种子", max_length=64, blank=True, editable=False)
    result = models.TextField("抽取结果", blank=True, editable=False)
    drawn_at = models.DateTimeField("抽取时间", null=True, editable=False)
    drawn_by = models.ForeignKey(
        USER, models.PROTECT, null=True, related_name="+", verbose_name="抽取人", editable=False
    )
    redraw_reason = models.CharField("重新抽取的原因", max_length=500, blank=True, editable=False)

    scope = Scope(bureau="bureau")
    objects = DrawQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "随机抽取"
        default_permissions = ("view",)
        permissions = [
            ("prepare_draw", "准备抽取"),
            ("publish_draw", "公示抽取名单"),
            ("hold_draw", "进行抽取"),
            ("adopt_draw", "采用抽取结果"),
        ]
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(unit_count__gte=1, enterprise_cap__gte=1),
                name="draw_of_some",
                violation_error_message="抽取单位数和企业检查次数上限至少是 1。",
            ),
            models.CheckConstraint(
                condition=models.Q(officer_count__gte=2),
                name="draw_two_officers_each",
                violation_error_message="每个单位至少抽取两名执法人员。依据：本机关检查工作规范；"
                "对处罚案件为《中华人民共和国行政处罚法》第四十二条。",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("inspections:draw-detail", args=[self.pk])

    @property
    def state_tone(self):
        return {"draft": "", "adopted": "done", "redrawn": "", "withdrawn": "late"}.get(
            self.state, "now"
        )

    @property
    def lists(self) -> dict:
        """What was frozen: notice, units, officers and rule."""
        return json.loads(self.frozen)

    @property
    def drawn(self) -> list[dict]:
        """The result as places in the lists; empty before the draw."""
        return json.loads(self.result) if self.result else []

    @property
    def kinds_in_words(self) -> str:
        labels = [Party.Kind(kind).label for kind in self.kinds]
        return "、".join(labels) or "全部在册单位"


class DrawExclusion(ScopedModel):
    """A unit or an officer whom the clerk leaves out of the lists, and why."""

    draw = models.ForeignKey(
        Draw, models.CASCADE, related_name="exclusions", verbose_name="随机抽取"
    )
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, verbose_name="单位")
    officer = models.ForeignKey(
        USER, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="执法人员"
    )
    reason = models.CharField("原因", max_length=100)

    scope = Scope(bureau="draw__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "不列入名单"
        default_permissions = ()
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(unit=None) ^ models.Q(officer=None),
                name="draw_exclusion_of_one",
                violation_error_message="请选择一个单位，或者一名执法人员。",
            ),
            models.UniqueConstraint(fields=["draw", "unit"], name="draw_exclusion_unit_once"),
            models.UniqueConstraint(fields=["draw", "officer"], name="draw_exclusion_officer_once"),
        ]

    def __str__(self):
        return f"{self.unit or self.officer}：{self.reason}"
