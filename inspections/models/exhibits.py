"""证据 n 号: the number under which a file of a visit is cited from the day it came in."""

from django.db import models

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.files.models import StoredFile
from inspections.models.visits import Inspection


class Exhibit(ScopedModel):
    """One file of a visit under its number: in order of arrival, without gap, never given twice."""

    inspection = models.ForeignKey(
        Inspection, models.PROTECT, related_name="exhibits", verbose_name="检查"
    )
    file = models.OneToOneField(
        StoredFile, models.PROTECT, related_name="exhibit", verbose_name="文件"
    )
    number = models.PositiveIntegerField("证据编号")

    scope = Scope(bureau="inspection__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "现场证据"
        default_permissions = ()
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["inspection", "number"], name="exhibit_number_once_per_visit"
            )
        ]

    def __str__(self):
        return f"证据 {self.number} 号"
