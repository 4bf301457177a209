"""The days on which the yearly notice of the State Council departs from Monday to Friday."""

from django.db import models

from archives_enforcement.templatetags.formats import cn_date


class Holiday(models.Model):
    """One day named by the notice: a day off (休) or a weekend day that is worked (班)."""

    class Kind(models.TextChoices):
        OFF = "off", "休"
        WORK = "work", "班"

    day = models.DateField("日期", unique=True)
    kind = models.CharField("类别", max_length=4, choices=Kind)
    name = models.CharField("节假日名称", max_length=40, help_text="调休上班日填写所调休的节假日")
    source = models.CharField("依据", max_length=100, help_text="国务院办公厅当年通知的文号")
    edited = models.BooleanField("管理员已修改", default=False, editable=False)

    class Meta:
        verbose_name = verbose_name_plural = "节假日与调休"
        ordering = ["day"]

    def __str__(self):
        return f"{cn_date(self.day)} {self.get_kind_display()} {self.name}"
