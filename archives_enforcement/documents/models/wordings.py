"""文书样式: the text of each kind of document, version by version."""

from django.db import models

from archives_enforcement.documents import kinds


class Wording(models.Model):
    """The text of a kind of document with {fields}; a new version leaves issued papers alone."""

    kind = models.CharField("文书种类", max_length=30, choices=kinds.choices)
    version = models.PositiveSmallIntegerField("版本")
    effective_from = models.DateField("启用日期")
    text = models.TextField("正文", help_text="每段一行，{名称} 处填入内容")
    note = models.CharField("说明", max_length=200, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "文书样式"
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "version"],
                name="wording_one_per_version",
                violation_error_message="这一版本已经存在，请使用新的版本号。",
            )
        ]

    def __str__(self):
        return f"{self.get_kind_display()} 第 {self.version} 版"
