"""Who acts for a party: 授权, and the invitations by which people of a unit come in."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone

from archives_enforcement.access import Scope, ScopedModel, ScopedQuerySet
from archives_enforcement.accounts.models.people import Party, User


class Post(models.TextChoices):
    """What somebody is at his unit: the manager also says who else acts for it."""

    MANAGER = "manager", "负责人"
    ARCHIVIST = "archivist", "档案员"


class GrantQuerySet(ScopedQuerySet):
    def valid_on(self, day):
        """Grants in force on `day`; one that was ended no longer counts on that very day."""
        return self.filter(
            models.Q(valid_to=None) | models.Q(valid_to__gte=day),
            models.Q(ended_on=None) | models.Q(ended_on__gt=day),
            state__in=Grant.EVER_HELD,
            valid_from__lte=day,
        )


class Grant(ScopedModel):
    """授权: a person may act for a party for a time; one person may act for several.

    Who applies by himself waits until a manager of the unit or the bureau says that he is its man.
    """

    class State(models.TextChoices):
        WAITING = "waiting", "待确认"
        HELD = "held", "有效"
        REFUSED = "refused", "没有确认"
        ENDED = "ended", "已停用"

    EVER_HELD = (State.HELD, State.ENDED)
    SHOWN = (State.WAITING, State.HELD)

    user = models.ForeignKey(User, models.PROTECT, related_name="grants", verbose_name="用户")
    party = models.ForeignKey(
        Party, models.PROTECT, related_name="grants", verbose_name="代表的单位"
    )
    post = models.CharField("身份", max_length=10, choices=Post, default=Post.ARCHIVIST)
    state = models.CharField(
        "状态", max_length=10, choices=State, default=State.HELD, editable=False
    )
    valid_from = models.DateField("生效日期")
    valid_to = models.DateField("截止日期", null=True, blank=True)
    ended_on = models.DateField("停用日期", null=True, editable=False)

    objects = GrantQuerySet.as_manager()
    scope = Scope(bureau="party__bureau", party="party")

    class Meta:
        verbose_name = verbose_name_plural = "单位经办人授权"
        permissions = [
            ("see_people", "查看单位的登录人员"),
            ("manage_people", "管理单位的登录人员"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "party"],
                condition=models.Q(state="waiting"),
                name="grant_asked_once",
            )
        ]

    def __str__(self):
        return f"{self.user} 代表 {self.party}"

    @property
    def state_tone(self):
        return {"waiting": "due", "held": "done"}.get(self.state, "")

    def clean(self):
        if self.user_id and self.user.bureau_id:
            raise ValidationError(
                "档案主管部门的工作人员不能代表被检查单位，请另建单位经办人账号。"
            )


class UnitInvitation(ScopedModel):
    """登录邀请: whoever holds its link sets himself up once, within some days, as a unit's person.

    The link itself is nowhere in the database, only its digest.
    """

    LASTS = timedelta(days=7)

    party = models.ForeignKey(Party, models.PROTECT, related_name="+", verbose_name="单位")
    restores = models.ForeignKey(  # a link by which its person sets a new password, and no more
        Grant, models.PROTECT, null=True, related_name="+", verbose_name="重设登录的授权"
    )
    name = models.CharField("姓名", max_length=60)
    post = models.CharField("身份", max_length=10, choices=Post)
    phone = models.CharField("手机", max_length=40, blank=True)
    email = models.EmailField("邮箱", blank=True)
    digest = models.CharField("链接摘要", max_length=64, unique=True)
    invited_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="邀请人")
    invited_at = models.DateTimeField("邀请时间")
    expires_at = models.DateTimeField("失效时间")
    used_at = models.DateTimeField("使用时间", null=True)
    used_by = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="接受邀请的用户"
    )
    revoked_at = models.DateTimeField("撤回时间", null=True)

    scope = Scope(bureau="party__bureau", party="party")

    class Meta:
        verbose_name = verbose_name_plural = "登录邀请"
        default_permissions = ()
        ordering = ["-pk"]

    def __str__(self):
        if self.restores_id:
            return f"为{self.name}重设登录（{self.party}）"
        return f"邀请{self.name}代表{self.party}"

    @property
    def is_open(self) -> bool:
        unused = self.used_at is None and self.revoked_at is None
        return unused and timezone.now() < self.expires_at
