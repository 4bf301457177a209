"""发文字号序列: how far the numbers of one series have come."""

from django.db import models

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.accounts.models import Bureau
from archives_enforcement.documents import kinds


class NumberSequence(ScopedModel):
    """The numbers of one kind of document, or of what else is numbered, in one year at one bureau.

    Up to `start` they were given out on paper, before the bureau worked with this system; from
    there to `last` by the system, without a gap. Where nothing was given out on paper `start` is 0.
    """

    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="机关")
    kind = models.CharField("文书种类", max_length=30)
    year = models.PositiveSmallIntegerField("年度")
    start = models.PositiveIntegerField("起始号", default=0)
    last = models.PositiveIntegerField("末号", default=0)

    scope = Scope(bureau="bureau")

    class Meta:
        verbose_name = verbose_name_plural = "发文字号序列"
        default_permissions = ("view",)
        permissions = [("set_number_start", "设定起始号")]
        constraints = [
            models.UniqueConstraint(
                fields=["bureau", "kind", "year"], name="number_sequence_one_each"
            ),
            models.CheckConstraint(
                condition=models.Q(start__lte=models.F("last")),
                name="number_sequence_goes_on_from_its_start",
            ),
        ]

    def __str__(self):
        return f"{kinds.label_of(self.kind)} {self.year} 年字号"
