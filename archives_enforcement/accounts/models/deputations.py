"""代理（AB角）: a colleague stands in for one who is away, in one post and for some days."""

from django.contrib.auth.models import Group
from django.db import models
from django.urls import reverse

from archives_enforcement.access import Scope, ScopedModel, ScopedQuerySet
from archives_enforcement.accounts.models.people import Bureau, User
from archives_enforcement.templatetags.formats import cn_date


class DeputationQuerySet(ScopedQuerySet):
    def valid_on(self, day):
        """Those in force on `day`, first and last day included; not on the day one was ended."""
        return self.filter(first_day__lte=day, last_day__gte=day).filter(
            models.Q(ended_on=None) | models.Q(ended_on__gt=day)
        )

    def overlapping(self, first, last):
        """Those not ended that share at least one day with the days `first` to `last`."""
        return self.filter(ended_on=None, first_day__lte=last, last_day__gte=first)


class Deputation(ScopedModel):
    """`deputy` holds the permissions of the principal's `role` from first to last day."""

    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="所属机关")
    principal = models.ForeignKey(
        User, models.PROTECT, related_name="deputations_given", verbose_name="被代理人"
    )
    deputy = models.ForeignKey(
        User, models.PROTECT, related_name="deputations", verbose_name="代理人"
    )
    role = models.ForeignKey(Group, models.PROTECT, verbose_name="代理的岗位")
    first_day = models.DateField("开始日期")
    last_day = models.DateField("结束日期", help_text="当天仍可办理，次日起失效")
    reason = models.CharField("原因", max_length=200, help_text="如“出差”“休假”“外出学习”")
    qualification = models.CharField(
        "法制审核资格",
        max_length=200,
        blank=True,
        help_text="代理法制审核的，指定时取自“法制审核人员资格”的登记",
    )
    order = models.CharField(
        "书面指定",
        max_length=200,
        blank=True,
        help_text="由系统管理员登记时必填：指定文件的名称、签字人和日期",
    )
    made_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="登记人")
    made_on = models.DateField("登记日期")
    ended_on = models.DateField("提前结束日期", null=True)
    ended_reason = models.CharField("提前结束的原因", max_length=200, blank=True)

    scope = Scope(bureau="bureau")
    objects = DeputationQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "代理（AB角）"
        default_permissions = ("add", "change", "view")
        permissions = [("name_deputy", "指定代理人")]
        ordering = ["-first_day", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last_day__gte=models.F("first_day")),
                name="deputation_ends_after_it_begins",
                violation_error_message="结束日期不能早于开始日期。",
            ),
            models.CheckConstraint(
                condition=~models.Q(principal=models.F("deputy")),
                name="deputation_of_another",
                violation_error_message="代理人不能是本人。",
            ),
        ]

    def __str__(self):
        days = f"{cn_date(self.first_day)}至{cn_date(self.last_day)}"
        return f"{self.deputy}代{self.role}{self.principal}，{days}"

    def get_absolute_url(self):
        return reverse("accounts:deputation-list")

    def state_on(self, day) -> str:
        if self.ended_on and self.ended_on <= day:
            return "提前结束"
        if day < self.first_day:
            return "未开始"
        return "代理中" if day <= self.last_day else "已到期"
