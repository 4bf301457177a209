"""审核人资格 (行政处罚法第五十八条第二款): what lets a person review decisions of penalty."""

from datetime import date

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models

from archives_enforcement.access import Scope, ScopedModel, ScopedQuerySet
from archives_enforcement.templatetags.formats import cn_date


class ReviewQualificationQuerySet(ScopedQuerySet):
    def valid_on(self, day: date):
        """Those obtained by `day` and not withdrawn on it."""
        rows = self.filter(obtained_on__lte=day)
        return rows.filter(models.Q(withdrawn_on=None) | models.Q(withdrawn_on__gt=day))


class ReviewQualification(ScopedModel):
    """Who is new to reviewing has passed the state examination; others have done it before."""

    class Kind(models.TextChoices):
        EXAM = "exam", "通过国家统一法律职业资格考试取得法律职业资格"
        EXPERIENCED = "experienced", "不是初次从事行政处罚决定法制审核"

    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="review_qualifications",
        verbose_name="审核人员",
    )  # fmt: skip
    kind = models.CharField("资格", max_length=12, choices=Kind)
    number = models.CharField("证书编号", max_length=40, blank=True)
    obtained_on = models.DateField(
        "取得日期（从事之日）", help_text="证书的发证日期；不是初次从事的，填最早从事审核的日期。"
    )
    proof = models.CharField(
        "证明材料", max_length=100, help_text="证书，或者以前任职、审核的文件名称"
    )
    withdrawn_on = models.DateField("停止日期", null=True, blank=True)

    scope = Scope(bureau="person__bureau")
    objects = ReviewQualificationQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "法制审核人员资格"
        default_permissions = ("add", "change", "view")
        ordering = ["person", "pk"]

    def __str__(self):
        return f"{self.person} {self.get_kind_display()}"

    def clean(self):
        if self.kind == self.Kind.EXAM and not self.number.strip():
            raise ValidationError(
                {"number": "请填写法律职业资格证书编号（行政处罚法第五十八条第二款）。"}
            )

    @property
    def in_words(self) -> str:
        """As the review keeps it."""
        if self.kind == self.Kind.EXAM:
            return f"法律职业资格证书 {self.number}（{cn_date(self.obtained_on)}取得）"
        return f"{cn_date(self.obtained_on)}起从事法制审核，{self.proof}"
