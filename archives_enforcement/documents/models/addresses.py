"""送达地址: where and how a party has agreed to be reached."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from archives_enforcement.access import Scope, ScopedModel, ScopedQuerySet
from archives_enforcement.accounts.models import Bureau, Party


class Channel(models.TextChoices):
    """By what electronic way a party may agree to receive papers."""

    PORTAL = "portal", "本系统"
    EMAIL = "email", "电子邮件"
    FAX = "fax", "传真"


class AddressQuerySet(ScopedQuerySet):
    def valid_on(self, day):
        """Confirmations in force on `day`, the one that counts (the latest) first."""
        rows = self.filter(valid_from__lte=day)
        rows = rows.filter(Q(revoked_on=None) | Q(revoked_on__gt=day))
        return rows.order_by("-valid_from", "-pk")


class AddressConfirmation(ScopedModel):
    """送达地址（电子送达）确认书 that a party has signed (行政处罚法第六十一条第二款)."""

    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="机关")
    party = models.ForeignKey(
        Party, models.PROTECT, related_name="address_confirmations", verbose_name="当事人"
    )
    address = models.CharField("送达地址", max_length=200)
    recipient = models.CharField("收件人", max_length=60)
    phone = models.CharField("联系电话", max_length=40)
    portal = models.BooleanField("同意在本系统接收电子送达", default=False)
    email = models.EmailField("同意接收电子送达的邮箱", blank=True)
    fax = models.CharField("同意接收电子送达的传真号", max_length=40, blank=True)
    signed_on = models.DateField("签署日期")
    valid_from = models.DateField("生效日期")
    revoked_on = models.DateField("撤回日期", null=True, editable=False)
    registered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="+",
        verbose_name="登记人",
        editable=False,
    )

    scope = Scope(bureau="bureau", party="party")
    objects = AddressQuerySet.as_manager()
    files_need = "documents.view_document"

    class Meta:
        verbose_name = verbose_name_plural = "送达地址确认书"
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_from__gte=F("signed_on")), name="address_valid_once_signed"
            )
        ]

    def __str__(self):
        return f"{self.party}送达地址确认书"

    @property
    def channels(self) -> dict[str, str]:
        """Each electronic channel agreed to, with the address on it."""
        agreed = {
            Channel.PORTAL: "本系统" if self.portal else "",
            Channel.EMAIL: self.email,
            Channel.FAX: self.fax,
        }
        return {channel: where for channel, where in agreed.items() if where}

    @property
    def electronic(self) -> str:
        """The agreed channels in words; empty when there is none."""
        named = {
            Channel.PORTAL: "本系统",
            Channel.EMAIL: f"电子邮箱 {self.email}",
            Channel.FAX: f"传真 {self.fax}",
        }
        return "、".join(named[channel] for channel in self.channels)
