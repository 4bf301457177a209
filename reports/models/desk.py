"""The two pages people arrive at have no records of their own, but each needs a permission."""

from django.db import models


class Desk(models.Model):
    """No table stands behind it; it carries the permissions of 工作台 and of the unit's home."""

    class Meta:
        managed = False
        verbose_name = verbose_name_plural = "工作台"
        default_permissions = ()
        permissions = [("view_workbench", "查看工作台"), ("view_portal", "查看单位首页")]

    def __str__(self):
        return "工作台"
