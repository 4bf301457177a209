"""Laws, their versions and articles as dated reference data.

The room belongs to no bureau: every bureau cites the same statutes. Summaries are written
in our own words; the official wording is filled in by `manage.py import_law`.
"""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from archives_enforcement.legislation.numerals import article_label
from archives_enforcement.templatetags.formats import cn_date


class Mark(models.TextChoices):
    """How far an entry was checked against its source; only VERIFIED may be shown as law."""

    VERIFIED = "V", "已核对原文"
    SECONDARY = "V2", "据转载材料核对"
    LIKELY = "M-高", "未核对原文，把握较大"
    POSSIBLE = "M-中", "未核对原文，把握一般"
    DOUBTFUL = "M-低", "未核对原文，把握较小"
    LOCAL = "LOCAL", "地方做法"
    DESIGN = "DESIGN", "本系统建议"


class Law(models.Model):
    """A statute, regulation or normative document, whatever its version."""

    class Level(models.TextChoices):
        """Rank of the document; 行政强制法 10 and 行政处罚法 10–16 tie powers to it."""

        LAW = "law", "法律"
        ADMINISTRATIVE_REGULATION = "administrative_regulation", "行政法规"
        DEPARTMENT_RULE = "department_rule", "部门规章"
        LOCAL_REGULATION = "local_regulation", "地方性法规"
        LOCAL_RULE = "local_rule", "地方政府规章"
        JUDICIAL_INTERPRETATION = "judicial_interpretation", "司法解释"
        NORMATIVE_DOCUMENT = "normative_document", "规范性文件"
        LOCAL_PRACTICE = "local_practice", "地方做法"

    code = models.SlugField("代码", max_length=60, unique=True)
    title = models.CharField("名称", max_length=200, unique=True)
    short_title = models.CharField("简称", max_length=100)
    level = models.CharField("效力级别", max_length=30, choices=Level)
    issuer = models.CharField("制定机关", max_length=100)
    document_number = models.CharField("文号", max_length=60, blank=True)
    edited = models.BooleanField("管理员已修改", default=False, editable=False)

    class Meta:
        verbose_name = verbose_name_plural = "法律法规"
        ordering = ["pk"]

    def __str__(self):
        return f"《{self.title}》"


class LawVersionQuerySet(models.QuerySet):
    """Versions, asked by date."""

    def in_force(self, on):
        """Keep the versions in force on the date `on`; both ends of the validity count."""
        return self.filter(Q(effective_to=None) | Q(effective_to__gte=on), effective_from__lte=on)


class LawVersion(models.Model):
    """One wording of a law, with the first and the last day on which it is in force."""

    law = models.ForeignKey(Law, models.PROTECT, related_name="versions", verbose_name="法律法规")
    label = models.CharField("版本", max_length=60)
    promulgated_on = models.DateField("公布日期", null=True, blank=True)
    effective_from = models.DateField("施行日期")
    effective_to = models.DateField("失效前最后一日", null=True, blank=True)
    source = models.CharField("来源", max_length=300)
    mark = models.CharField("核对程度", max_length=10, choices=Mark)
    remark = models.CharField("说明", max_length=300, blank=True)
    full_text_imported = models.BooleanField("已导入全文", default=False, editable=False)
    edited = models.BooleanField("管理员已修改", default=False, editable=False)

    objects = LawVersionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "法律法规版本"
        ordering = ["law", "-effective_from"]
        constraints = [
            models.UniqueConstraint(
                fields=["law", "effective_from"],
                name="law_version_starts_once",
                violation_error_message="该法已有同一天施行的版本，请检查施行日期。",
            ),
            models.CheckConstraint(
                condition=Q(effective_to=None) | Q(effective_to__gte=F("effective_from")),
                name="law_version_ends_after_start",
                violation_error_message="失效日期早于施行日期，请检查两个日期。",
            ),
        ]

    def __str__(self):
        return f"{self.law}（{self.label}）"

    def clean(self):
        """Refuse a validity that overlaps another version of the same law."""
        super().clean()
        if self.law_id is None or self.effective_from is None:
            return
        others = LawVersion.objects.filter(law=self.law_id).exclude(pk=self.pk)
        overlapping = others.filter(Q(effective_to=None) | Q(effective_to__gte=self.effective_from))
        if self.effective_to:
            overlapping = overlapping.filter(effective_from__lte=self.effective_to)
        if clash := overlapping.first():
            raise ValidationError(
                f"与“{clash.label}”的有效期（{clash.validity}）重叠，"
                "同一天只能有一个版本有效。请先改正其中一个版本的起止日期。"
            )

    @property
    def validity(self) -> str:
        """The validity in words: 2017年3月1日至2024年2月29日, or 自2024年3月1日起."""
        if self.effective_to is None:
            return f"自{cn_date(self.effective_from)}起"
        return f"{cn_date(self.effective_from)}至{cn_date(self.effective_to)}"


class Article(models.Model):
    """One article of one version: our summary always, the official wording once imported."""

    version = models.ForeignKey(
        LawVersion, models.PROTECT, related_name="articles", verbose_name="版本"
    )
    number = models.PositiveSmallIntegerField("条序号")
    label = models.CharField("条", max_length=20, editable=False)
    chapter = models.CharField("章节", max_length=100, blank=True)
    heading = models.CharField("主题", max_length=60, blank=True)
    summary = models.TextField("要点", blank=True, help_text="本系统自行归纳，不是法条原文。")
    text = models.TextField("原文", blank=True, help_text="导入官方全文后才有内容。")
    mark = models.CharField("核对程度", max_length=10, choices=Mark, default=Mark.VERIFIED)
    successors = models.ManyToManyField(
        "self",
        symmetrical=False,
        blank=True,
        related_name="predecessors",
        verbose_name="现行对应条款",
        help_text="本条失效后承接其内容的条款。",
    )
    edited = models.BooleanField("管理员已修改", default=False, editable=False)

    class Meta:
        verbose_name = verbose_name_plural = "条文"
        ordering = ["version", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["version", "number"],
                name="article_number_once_per_version",
                violation_error_message="该版本已有这一条，请检查条序号。",
            ),
        ]

    def __str__(self):
        return f"《{self.version.law.title}》{self.label}"

    def save(self, *args, **kwargs):
        """Keep the label equal to the number."""
        self.label = article_label(self.number)
        super().save(*args, **kwargs)
