"""检查清单: dated versions of what is looked at, each item with its basis."""

from django.db import models

from archives_enforcement.accounts.models import Party
from archives_enforcement.legislation.models import Article

WORK_REQUIREMENT = "工作要求："  # opens a basis that is no law: such an item can only advise


class Severity(models.TextChoices):
    A = "A", "限期整改"
    B = "B", "应当整改"
    C = "C", "建议改进"


class Checklist(models.Model):
    """One version of a checklist, in force between two dates."""

    code = models.SlugField("代码", max_length=40, unique=True)
    name = models.CharField("名称", max_length=100)
    valid_from = models.DateField("启用日期")
    valid_to = models.DateField("停用日期", null=True, blank=True)
    source = models.CharField("来源", max_length=200)

    class Meta:
        verbose_name = verbose_name_plural = "检查清单"

    def __str__(self):
        return self.name


class ChecklistItem(models.Model):
    """One question, whom it concerns and on what it rests."""

    checklist = models.ForeignKey(
        Checklist, models.PROTECT, related_name="items", verbose_name="清单"
    )
    code = models.CharField("编号", max_length=10)
    area = models.CharField("检查领域", max_length=60)
    position = models.PositiveSmallIntegerField("顺序")
    text = models.CharField("检查内容", max_length=300)
    applies_to = models.JSONField("适用对象", default=list)  # Party.Kind values; empty = all
    severity = models.CharField("严重程度", max_length=1, choices=Severity)
    severity_by_kind = models.JSONField("按对象区分的严重程度", default=dict, blank=True)
    articles = models.ManyToManyField(Article, blank=True, verbose_name="依据条文")
    basis = models.CharField("依据", max_length=300)
    basis_by_kind = models.JSONField("按对象区分的依据", default=dict, blank=True)
    local_practice = models.BooleanField("仅为地方或工作要求", default=False)
    method = models.CharField("检查方法", max_length=300, blank=True)
    evidence = models.CharField("证据要求", max_length=200, blank=True)
    typical_problem = models.CharField("常见问题", max_length=300, blank=True)
    suggested_fix = models.CharField("整改建议", max_length=300, blank=True)
    violation = models.CharField("对应违法情形", max_length=20, blank=True)
    electronic = models.CharField("电子档案检查内容", max_length=4, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "检查事项"
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["checklist", "code"], name="checklist_item_one_code")
        ]

    def __str__(self):
        return f"{self.code} {self.text}"

    def concerns(self, party: Party) -> bool:
        return not self.applies_to or party.kind in self.applies_to

    def basis_for(self, party: Party) -> str:
        """What may be cited to this kind of party: its own law, else the work requirement."""
        return self.basis_by_kind.get(party.kind, self.basis)

    def severity_for(self, party: Party) -> str:
        """Severity for this kind of party: some items weigh A only for 档案馆."""
        return self.severity_by_kind.get(party.kind, self.severity)
