"""普法宣传: activities, the pieces of an article series, and what media wrote about the work."""

from django.db import models
from django.urls import reverse

from archives_enforcement.access import Scope
from archives_enforcement.accounts.models import Bureau
from publicity.models.entries import Entry


class Activity(Entry):
    """One thing done to make the law of archives known."""

    class Kind(models.TextChoices):
        ARCHIVES_DAY = "archives_day", "“6·9”国际档案日"
        CONSTITUTION_DAY = "constitution_day", "“12·4”国家宪法日"
        EXCHANGE = "exchange", "现场交流"
        SCHOOL = "school", "进校园"
        COMMUNITY = "community", "进社区"
        LECTURE = "lecture", "讲座收看"
        ESSAY = "essay", "征文"
        QUIZ = "quiz", "知识竞赛"
        EXHIBITION = "exhibition", "网上展览"
        VIDEO = "video", "短视频"
        POSTER = "poster", "挂图和标语"
        OTHER = "other", "其他"

    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="机关")
    item = models.ForeignKey(
        "publicity.OutreachItem",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="activities",
        verbose_name="计划项目",
    )
    kind = models.CharField("形式", max_length=20, choices=Kind)
    title = models.CharField("名称", max_length=200)
    held_on = models.DateField("日期")
    place = models.CharField("地点", max_length=200, blank=True)
    partners = models.CharField("联合单位", max_length=200, blank=True)
    audience = models.PositiveIntegerField("参加人数", null=True, blank=True)
    series = models.CharField("系列", max_length=60, blank=True)
    reach = models.PositiveIntegerField("浏览、观看次数", null=True, blank=True)
    result = models.TextField("效果", blank=True)
    link = models.URLField("链接", blank=True)
    note = models.TextField("说明", blank=True)

    scope = Scope(bureau="bureau")

    class Meta:
        verbose_name = verbose_name_plural = "普法活动"
        default_permissions = ("view",)
        permissions = [("record_activity", "登记普法宣传")]
        ordering = ["-held_on", "-pk"]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("publicity:entry-detail", args=["activity", self.pk])

    @property
    def day(self):
        return self.held_on


class ArticlePiece(Entry):
    """One piece of a series, such as 兰台风采."""

    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="机关")
    series = models.CharField("系列", max_length=60, help_text="如“兰台风采”")
    title = models.CharField("标题", max_length=200)
    published_on = models.DateField("发布日期")
    channel = models.CharField("发布渠道", max_length=100, help_text="如微信公众号名称")
    link = models.URLField("链接", blank=True)

    scope = Scope(bureau="bureau")

    class Meta:
        verbose_name = verbose_name_plural = "宣传稿件"
        default_permissions = ()
        ordering = ["-published_on", "-pk"]

    def __str__(self):
        return f"{self.series}　{self.title}"

    def get_absolute_url(self):
        return reverse("publicity:entry-detail", args=["article", self.pk])

    @property
    def day(self):
        return self.published_on


class MediaRecord(Entry):
    """Somebody else wrote about the bureau's practice."""

    class Kind(models.TextChoices):
        MEDIA = "media", "媒体"
        BULLETIN = "bulletin", "简报"

    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="机关")
    outlet = models.CharField("刊载单位", max_length=100)
    title = models.CharField("标题", max_length=200)
    published_on = models.DateField("刊载日期")
    kind = models.CharField("种类", max_length=10, choices=Kind)
    link = models.URLField("链接", blank=True)

    scope = Scope(bureau="bureau")

    class Meta:
        verbose_name = verbose_name_plural = "媒体和简报刊载"
        default_permissions = ()
        ordering = ["-published_on", "-pk"]

    def __str__(self):
        return f"{self.outlet}　{self.title}"

    def get_absolute_url(self):
        return reverse("publicity:entry-detail", args=["media", self.pk])

    @property
    def day(self):
        return self.published_on
