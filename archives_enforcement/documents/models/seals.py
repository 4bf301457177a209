"""印章图样: the picture of the bureau's own seal, from which day it is printed on papers."""

from django.conf import settings
from django.db import models

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.accounts.models import Bureau


class Seal(ScopedModel):
    """One seal in use from a day on; the one registered last counts, papers keep theirs."""

    bureau = models.ForeignKey(
        Bureau, models.PROTECT, related_name="seals", verbose_name="档案主管部门"
    )
    in_use_from = models.DateField("启用日期")
    sha256 = models.CharField("图样的 SHA-256", max_length=64, editable=False)
    note = models.CharField("启用依据", max_length=200)
    registered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="登记人"
    )

    scope = Scope(bureau="bureau")
    files_need = "accounts.confirm_identity"  # whoever has the picture could put it anywhere

    class Meta:
        verbose_name = verbose_name_plural = "印章图样"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["bureau", "in_use_from"], name="seal_one_a_day")
        ]

    def __str__(self):
        return f"{self.bureau}印章图样"
