"""责任能力 of a natural person (行政处罚法第三十条、第三十一条): age, mind, and who is guardian."""

from django.conf import settings
from django.db import models

from archives_enforcement.access import Scope, ScopedModel
from penalties.models.cases import Case
from penalties.models.evidence import Evidence


class Accountability(ScopedModel):
    """What was found out of the person when he did the act; put right by recording it anew."""

    class Mind(models.TextChoices):
        SOUND = "sound", "能够辨认和控制自己的行为"
        LUCID = "lucid", "间歇性精神病人，在精神正常时实施"
        LIMITED = "limited", "尚未完全丧失辨认或者控制自己行为的能力"
        NONE = "none", "不能辨认或者不能控制自己的行为"

    case = models.OneToOneField(
        Case, models.PROTECT, related_name="accountability", verbose_name="案件"
    )
    born_on = models.DateField("出生日期")
    mind = models.CharField("辨认和控制能力", max_length=8, choices=Mind, default=Mind.SOUND)
    guardian = models.CharField("监护人", max_length=60, blank=True)
    relation = models.CharField("与当事人的关系", max_length=60, blank=True)
    grounds = models.CharField("查明的情况", max_length=300)
    evidence = models.ManyToManyField(Evidence, related_name="+", verbose_name="证据")
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="登记人"
    )
    recorded_on = models.DateField("登记日期")

    scope = Scope(bureau="case__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "责任能力"
        default_permissions = ()

    def __str__(self):
        return f"{self.case.party}（责任能力）"

    @property
    def age(self) -> int:
        """Full years when the act ended; a year is full the day after the birthday."""
        born, ended = self.born_on, self.case.act_ended_on
        reached = (ended.month, ended.day) > (born.month, born.day)
        return max(ended.year - born.year - (0 if reached else 1), 0)

    @property
    def is_child(self) -> bool:
        return self.age < 14

    @property
    def is_minor(self) -> bool:
        """已满十四周岁不满十八周岁."""
        return 14 <= self.age < 18

    @property
    def spared(self) -> bool:
        """Whether the law forbids to penalise the person."""
        return self.is_child or self.mind == self.Mind.NONE

    @property
    def needs_guardian(self) -> bool:
        return self.age < 18 or self.mind in (self.Mind.NONE, self.Mind.LIMITED)

    @property
    def in_words(self) -> str:
        return f"违法时 {self.age} 周岁，{self.get_mind_display()}"
