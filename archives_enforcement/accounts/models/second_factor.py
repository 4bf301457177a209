"""两步验证: what somebody holds besides his password."""

from django.db import models

from archives_enforcement import sealing
from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.accounts.models.people import User


class SecondFactor(ScopedModel):
    """The secret that a person's telephone shares with the site (RFC 6238), and wrong guesses.

    The secret is sealed, so that a copy of the database alone signs nobody in; of the recovery
    codes (恢复码) the database keeps keyed digests, one for each that was not used yet.
    """

    user = models.OneToOneField(
        User, models.PROTECT, related_name="second_factor", verbose_name="用户"
    )
    sealed = models.TextField("封存的密钥", blank=True, editable=False)
    confirmed_at = models.DateTimeField("开通时间", null=True, editable=False)
    last_step = models.BigIntegerField("用过的最后一步", default=0, editable=False)
    failures = models.PositiveSmallIntegerField("连续输错", default=0, editable=False)
    closed_until = models.DateTimeField("暂停到", null=True, editable=False)
    recovery = models.JSONField("恢复码摘要", default=list, editable=False)

    scope = Scope(person="user")

    class Meta:
        verbose_name = verbose_name_plural = "两步验证"
        default_permissions = ()
        permissions = [("reset_secondfactor", "重设两步验证")]

    def __str__(self):
        return f"{self.user}的两步验证"

    def owning_bureau(self):
        return self.user.bureau

    @property
    def secret(self) -> bytes:
        """Raises Unopened when the key of the site is not at hand."""
        return bytes.fromhex(sealing.unseal(self.sealed, self._record)["secret"])

    @secret.setter
    def secret(self, secret: bytes) -> None:
        self.sealed = sealing.seal({"secret": secret.hex()}, self._record)

    @property
    def _record(self) -> str:
        return f"accounts.secondfactor:{self.user_id}"
