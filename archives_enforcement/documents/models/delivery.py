"""送达: the receivers of a paper and each attempt to reach them."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.accounts.models import Party
from archives_enforcement.documents.models.addresses import AddressConfirmation, Channel
from archives_enforcement.documents.models.papers import Document

USER = settings.AUTH_USER_MODEL


class Method(models.TextChoices):
    """The ways of delivery of 民事诉讼法第八十八条至第九十五条, and the receipt given online."""

    ONLINE = "online", "网上签收"
    DIRECT = "direct", "直接送达"
    POST = "post", "邮寄送达"
    ELECTRONIC = "electronic", "电子送达"
    LEFT = "left", "留置送达"
    NOTICE = "notice", "公告送达"


class Delivery(ScopedModel):
    """送达: one receiver of one issued document, and how far the paper has come to him.

    `delivered_on` is the day from which terms are counted; it is empty while a public notice
    runs. `acknowledged_on` is what the receiver says online; for a paper that affects rights it
    is a receipt of reading and delivers the paper only where he has agreed to receive papers here.
    """

    Method = Method

    document = models.ForeignKey(
        Document, models.PROTECT, related_name="deliveries", verbose_name="文书"
    )
    party = models.ForeignKey(Party, models.PROTECT, verbose_name="受送达人")
    sent_on = models.DateField("发出日期")
    opened_at = models.DateTimeField("首次打开时间", null=True)
    opened_by = models.ForeignKey(
        USER, models.PROTECT, null=True, related_name="+", verbose_name="首次打开人"
    )
    acknowledged_on = models.DateField("网上签收日期", null=True)
    acknowledged_by = models.ForeignKey(
        USER, models.PROTECT, null=True, related_name="+", verbose_name="网上签收人"
    )
    acknowledged_name = models.CharField("网上签收人姓名", max_length=60, blank=True)
    method = models.CharField("送达方式", max_length=10, choices=Method, blank=True)
    delivered_on = models.DateField("送达日期", null=True)
    received_by = models.CharField("签收人", max_length=60, blank=True)

    scope = Scope(bureau="document__bureau", party="party")

    class Meta:
        verbose_name = verbose_name_plural = "送达"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["document", "party"], name="delivery_one_per_receiver")
        ]

    def __str__(self):
        return f"{self.document} → {self.party}"

    @property
    def affects_rights(self) -> bool:
        return self.document.affects_rights

    @property
    def received_on(self):
        """The day on which the receiver had done his part; None while he has it to do."""
        return self.acknowledged_on or self.delivered_on

    @property
    def received_how(self) -> str:
        """Whether the receiver has signed for it here; else it was delivered in another way."""
        return "已签收" if self.acknowledged_on else "已送达" if self.delivered_on else ""

    @property
    def opener(self) -> str:
        """Who opened it first; who came by a code is known by that alone."""
        return str(self.opened_by or "持登录码的人")

    @property
    def acknowledger(self) -> str:
        """Who signed for it here: an account, or the name given by who came by a code."""
        return str(self.acknowledged_by or f"{self.acknowledged_name}（凭登录码）")

    @property
    def waits_for(self) -> str:
        """What is missing, as a list says it; empty once the paper is delivered."""
        if self.delivered_on:
            return ""
        return "等待送达" if self.affects_rights else "等待签收"


class DeliveryAttempt(ScopedModel):
    """送达经过: one try to deliver a paper, with what proves it; kept whether it succeeded or not.

    `effective_on` is the day on which the paper is delivered or taken to be so; empty after a
    failure.
    """

    class Failure(models.TextChoices):
        RETURNED = "returned", "退回"
        UNKNOWN = "unknown", "查无此人"
        REFUSED = "refused", "拒收"
        ABSENT = "absent", "无人签收"

    class Capacity(models.TextChoices):
        """Who may sign for the receiver (民事诉讼法第八十八条)."""

        SELF = "self", "本人"
        FAMILY = "family", "同住成年家属"
        REPRESENTATIVE = "representative", "法定代表人或者主要负责人"
        MAILROOM = "mailroom", "单位负责收件的人"
        AGENT = "agent", "代理人"
        APPOINTED = "appointed", "指定的代收人"

    delivery = models.ForeignKey(
        Delivery, models.PROTECT, related_name="attempts", verbose_name="送达"
    )
    method = models.CharField("送达方式", max_length=10, choices=Method)
    made_on = models.DateField("日期")
    effective_on = models.DateField("送达日期", null=True)
    failure = models.CharField("没有送达的情形", max_length=10, choices=Failure, blank=True)
    place = models.CharField("送达地点", max_length=200, blank=True)
    served_by = models.CharField("送达人", max_length=100, blank=True)
    received_by = models.CharField("签收人", max_length=60, blank=True)
    capacity = models.CharField("签收人身份", max_length=14, choices=Capacity, blank=True)
    tracking_number = models.CharField("邮件号码", max_length=40, blank=True)
    channel = models.CharField("电子送达渠道", max_length=6, choices=Channel, blank=True)
    confirmation = models.ForeignKey(
        AddressConfirmation, models.PROTECT, null=True, verbose_name="送达地址确认书"
    )
    refused_by = models.CharField("拒收人", max_length=60, blank=True)
    witnesses = models.CharField("见证人", max_length=200, blank=True)
    reason = models.CharField("事由", max_length=500, blank=True)
    medium = models.CharField("公告载体", max_length=200, blank=True)
    whereabouts_unknown = models.BooleanField("受送达人下落不明", default=False)
    note = models.CharField("备注", max_length=200, blank=True)
    recorded_by = models.ForeignKey(  # none where the receiver signed by a code
        USER, models.PROTECT, null=True, related_name="+", verbose_name="登记人"
    )

    scope = Scope(bureau="delivery__document__bureau")
    files_need = "documents.view_document"

    class Meta:
        verbose_name = verbose_name_plural = "送达经过"
        default_permissions = ()
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(failure="", effective_on__isnull=False)
                | (~Q(failure="") & Q(effective_on__isnull=True)),
                name="attempt_reached_or_failed",
            )
        ]

    def __str__(self):
        return f"{self.delivery} {self.get_method_display()}"
