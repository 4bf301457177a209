"""地方规定的处罚条款: what a 地方性法规 or 地方政府规章 adds to the clauses of law."""

from django.conf import settings
from django.db import models

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.accounts.models import Bureau
from archives_enforcement.legislation.models import Article
from penalties.models.violations import FineClause


class LocalClause(ScopedModel):
    """A fine clause of local law, valid as its text is, for the bureau and those below it."""

    clause = models.OneToOneField(
        FineClause, models.PROTECT, related_name="local", verbose_name="处罚条款"
    )
    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="登记机关")
    article = models.ForeignKey(
        Article, models.PROTECT, related_name="+", verbose_name="地方规定的条款"
    )
    specifies = models.ForeignKey(
        FineClause, models.PROTECT, null=True, related_name="+", verbose_name="所细化的法律条款"
    )
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="登记人"
    )
    entered_on = models.DateField("登记日期")
    withdrawn_on = models.DateField("停用日期", null=True, editable=False)

    scope = Scope(bureau="bureau")

    class Meta:
        verbose_name = verbose_name_plural = "地方规定的处罚条款"
        default_permissions = ("add", "change", "view")
        ordering = ["bureau", "pk"]

    def __str__(self):
        return f"{self.article}：{self.clause}"
