"""互查: a supervisor of another bureau is asked to look at one drawn check or case."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from archives_enforcement.access import Scope, ScopedModel
from supervision.models.rounds import RoundItem

USER = settings.AUTH_USER_MODEL


class Invitation(ScopedModel):
    """The one door through which the guest sees the papers of the item, as long as it is open."""

    item = models.OneToOneField(
        RoundItem, models.PROTECT, related_name="invitation", verbose_name="检查或者案件"
    )
    guest = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="邀请的评查人")
    invited_by = models.ForeignKey(
        USER, models.PROTECT, related_name="+", verbose_name="邀请人", editable=False
    )
    invited_on = models.DateField("邀请日期", editable=False)

    scope = Scope(bureau="item__round__bureau", person="guest")

    class Meta:
        verbose_name = verbose_name_plural = "互查邀请"
        default_permissions = ()

    def __str__(self):
        return f"{self.item.round.bureau.short_name}的第{self.item.position}件"

    def get_absolute_url(self):
        return reverse("supervision:invitation-review", args=[self.pk])

    @property
    def named(self) -> str:
        """Bureau and name of the guest, as the round tells who looked."""
        return f"{self.guest.bureau}{self.guest}"
