"""Passwords somebody had before, so that he takes none of them again."""

from django.db import models

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.accounts.models.people import User


class FormerPassword(ScopedModel):
    """The digest of a password that was replaced; as many are kept as PASSWORD_HISTORY counts."""

    user = models.ForeignKey(
        User, models.CASCADE, related_name="former_passwords", verbose_name="用户"
    )
    password = models.CharField("密码摘要", max_length=128, editable=False)

    scope = Scope(person="user")

    class Meta:
        verbose_name = verbose_name_plural = "用过的密码"
        default_permissions = ()
        ordering = ("-pk",)

    def __str__(self):
        return f"{self.user}用过的密码"

    def owning_bureau(self):
        return self.user.bureau
