"""不予公开: the decision, on a lawful ground, that what should be public is not."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.accounts.models import Bureau
from archives_enforcement.documents.models import Document
from publicity.models.notices import Notice

USER = settings.AUTH_USER_MODEL
OPENNESS = "《中华人民共和国政府信息公开条例》"
PENALTY_LAW = "《中华人民共和国行政处罚法》第四十八条"
LOCAL = "《广东省行政执法公示办法》第十五条（地方做法）"


class Withholding(ScopedModel):
    class State(models.TextChoices):
        PROPOSED = "proposed", "待决定"
        DECIDED = "decided", "不予公开"
        REFUSED = "refused", "不同意，照常公示"
        LIFTED = "lifted", "已解除，照常公示"

    class Ground(models.TextChoices):
        STATE_SECRET = "state_secret", "国家秘密"
        FORBIDDEN = "forbidden", "法律、行政法规禁止公开"
        SAFETY = "safety", "公开后可能危及国家安全、公共安全、经济安全、社会稳定"
        TRADE_SECRET = "trade_secret", "商业秘密，公开会损害第三方合法权益"
        PRIVACY = "privacy", "个人隐私，公开会损害第三方合法权益"
        MINOR = "minor", "当事人是未成年人"
        SERIES = "series", "公开会妨害正在办理的系列案件"
        SLIGHT = "slight", "处罚轻微，没有一定社会影响"

    BASIS = {
        Ground.STATE_SECRET: f"{OPENNESS}第十四条",
        Ground.FORBIDDEN: f"{OPENNESS}第十四条",
        Ground.SAFETY: f"{OPENNESS}第十四条",
        Ground.TRADE_SECRET: f"{OPENNESS}第十五条",
        Ground.PRIVACY: f"{OPENNESS}第十五条",
        Ground.MINOR: LOCAL,
        Ground.SERIES: LOCAL,
        Ground.SLIGHT: f"{PENALTY_LAW}第一款",
    }
    OF_PERSONS = (Ground.PRIVACY, Ground.MINOR)
    STANDING = (State.PROPOSED, State.DECIDED)

    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="机关")
    document = models.ForeignKey(
        Document, models.PROTECT, related_name="withholdings", verbose_name="不予公开的文书"
    )
    ground = models.CharField("理由", max_length=12, choices=Ground)
    reasons = models.TextField("具体情况")
    redaction = models.TextField("为什么隐去以后仍不能公开", blank=True)
    credit_class = models.CharField(
        "信用信息分类", max_length=10, choices=Notice.CreditClass, blank=True
    )  # of what is slight alone
    proposed_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="提出人")
    proposed_on = models.DateField("提出日期", editable=False)
    state = models.CharField(
        "状态", max_length=10, choices=State, default=State.PROPOSED, editable=False
    )
    note = models.CharField("决定意见", max_length=500, blank=True)
    decided_by = models.ForeignKey(
        USER, models.PROTECT, null=True, related_name="+", verbose_name="决定人", editable=False
    )
    decided_on = models.DateField("决定日期", null=True, editable=False)
    filed_with = models.CharField("备案机关", max_length=100, blank=True)
    filed_on = models.DateField("备案日期", null=True, editable=False)
    lifted_on = models.DateField("解除日期", null=True, editable=False)
    lifted_why = models.CharField("解除的原因", max_length=500, blank=True)

    scope = Scope(bureau="bureau")

    class Meta:
        verbose_name = verbose_name_plural = "不予公开"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["document"], condition=models.Q(state__in=["proposed", "decided"]),
                name="withholding_one_at_a_time",
                violation_error_message="这份文书已经提出或者决定不予公开。",
            )
        ]  # fmt: skip

    def __str__(self):
        return f"不予公开：{self.document.number}"

    def get_absolute_url(self):
        return reverse("publicity:withholding-detail", args=[self.pk])

    @property
    def basis(self) -> str:
        return self.BASIS[self.ground]

    @property
    def is_slight(self) -> bool:
        """Whether it need not be public, rather than must not: nothing is hidden, so no filing."""
        return self.ground == self.Ground.SLIGHT

    @property
    def state_tone(self) -> str:
        return "now" if self.state == self.State.PROPOSED else "done"
