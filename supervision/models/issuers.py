"""监督机构和监督情形: who may have enforcement put right, and in which six situations."""

from django.db import models

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.accounts.models import Bureau
from archives_enforcement.legislation.models import Mark


class Ground(models.Model):
    """One of the situations in which enforcement is to be put right or its act revoked."""

    code = models.CharField("代码", max_length=12, unique=True)
    position = models.PositiveSmallIntegerField("序号")
    text = models.CharField("情形", max_length=100)
    normative = models.BooleanField("属于规范性文件", default=False)
    source = models.CharField("来源", max_length=200)
    mark = models.CharField("核对程度", max_length=10, choices=Mark)

    class Meta:
        verbose_name = verbose_name_plural = "监督情形"
        default_permissions = ("view",)
        ordering = ["position"]

    def __str__(self):
        return self.text


class Issuer(ScopedModel):
    """A body whose 执法监督通知（决定）书 the bureau issues (its own office) or receives.

    A district bureau supervises its own offices alone; over it stands the government, through its
    司法行政部门 (行政执法监督条例第六条、第四十二条).
    """

    class Kind(models.TextChoices):
        OWN = "own", "本机关的执法监督机构"
        JUSTICE = "justice", "同级司法行政部门"
        SUPERIOR = "superior", "上级档案主管部门"

    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="档案主管部门")
    kind = models.CharField("性质", max_length=10, choices=Kind)
    name = models.CharField("名称", max_length=100, help_text="如：本局法规科；示例区司法局")
    source = models.CharField("依据", max_length=200, help_text="如：三定规定、执法监督制度的文号")
    active = models.BooleanField("使用中", default=True)

    scope = Scope(bureau="bureau")

    class Meta:
        verbose_name = verbose_name_plural = "监督机构"
        default_permissions = ("add", "change", "view")
        ordering = ["kind", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["bureau", "name"],
                name="issuer_one_per_name",
                violation_error_message="这个监督机构已经登记。",
            )
        ]

    def __str__(self):
        return self.name

    @property
    def is_own(self) -> bool:
        return self.kind == self.Kind.OWN
