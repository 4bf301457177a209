"""检查组 and 执法检查观察员: who goes on a visit, and who is invited to watch it."""

from django.conf import settings
from django.db import models
from django.urls import reverse

from archives_enforcement.access import Scope, ScopedModel
from archives_enforcement.files.models import StoredFile
from inspections.models.visits import Inspection

USER = settings.AUTH_USER_MODEL


class TeamMember(ScopedModel):
    """Who goes: licensed officers, and archive-hall staff who assist and never count."""

    class Part(models.TextChoices):
        LEAD = "lead", "主办"
        OFFICER = "officer", "协办"
        ASSISTANT = "assistant", "业务指导（馆）"

    ENFORCING = (Part.LEAD, Part.OFFICER)

    inspection = models.ForeignKey(
        Inspection, models.CASCADE, related_name="team", verbose_name="检查"
    )
    user = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="人员")
    part = models.CharField("分工", max_length=10, choices=Part)
    signature = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, related_name="+", verbose_name="签名", editable=False
    )
    carried_by = models.ForeignKey(
        USER,
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        verbose_name="接办人",
        help_text="到过现场的人员移交工作后由他接着办；去过的人不变",
    )

    scope = Scope(bureau="inspection__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "检查组成员"
        default_permissions = ()
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["inspection", "user"],
                name="team_member_once",
                violation_error_message="同一人不能重复列入检查组。",
            )
        ]

    def __str__(self):
        return f"{self.user}（{self.get_part_display()}）"


class Invitation(ScopedModel):
    """执法检查观察员: invited to watch one visit; sees date, place and the blank checklist only."""

    inspection = models.ForeignKey(
        Inspection, models.CASCADE, related_name="invitations", verbose_name="检查"
    )
    observer = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="观察员")
    attended = models.BooleanField("是否到场", null=True)
    pledged_on = models.DateField("保密承诺日期", null=True, editable=False)
    pledged_on_paper = models.BooleanField("纸质承诺", default=False, editable=False)

    scope = Scope(bureau="inspection__bureau", person="observer")

    class Meta:
        verbose_name = verbose_name_plural = "观察员邀请"
        default_permissions = ()
        permissions = [
            ("view_invitation", "查看观察邀请"),
            ("pledge_confidentiality", "签署保密承诺"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["inspection", "observer"], name="invitation_once_per_visit"
            )
        ]

    def __str__(self):
        return f"{self.observer} 观察 {self.inspection}"

    def get_absolute_url(self):
        return reverse("inspections:invitation-detail", args=[self.pk])
