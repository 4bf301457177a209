"""Bureaus, the people who sign in, and the parties they act for or act upon."""

from functools import cached_property

from django.conf import settings
from django.contrib.auth.hashers import is_password_usable
from django.contrib.auth.models import AbstractUser, BaseUserManager
from django.db import models
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac

from archives_enforcement.access import Scope, ScopedModel, ScopedQuerySet
from archives_enforcement.accounts.rights import Capacity, Rights, rights_of


class Bureau(ScopedModel):
    """档案主管部门. The tree hangs on `parent`; `path` holds the keys from the top down to it."""

    name = models.CharField("机关名称", max_length=100, unique=True)
    short_name = models.CharField("简称", max_length=20, help_text="用于页面，如“东丽区档案局”")
    code = models.CharField("行政区划代码", max_length=12, unique=True)
    document_word = models.CharField(
        "机关代字", max_length=20, help_text="发文字号开头，如“东丽档”"
    )
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, verbose_name="上级档案主管部门"
    )
    path = models.CharField("层级", max_length=200, editable=False, db_index=True)
    subject_name = models.CharField(
        "行政主体名称", max_length=100, blank=True, help_text="文书落款的机关全称"
    )
    seal_name = models.CharField("印章名称", max_length=40, blank=True)
    reconsideration_body = models.CharField(
        "行政复议机关", max_length=100, blank=True, help_text="一般为本级人民政府"
    )
    court = models.CharField("有管辖权的人民法院", max_length=100, blank=True)
    address = models.CharField("地址", max_length=200, blank=True)
    phone = models.CharField("联系电话", max_length=40, blank=True)
    fonds_number = models.CharField("全宗号", max_length=20, blank=True)
    identity_confirmed_on = models.DateField("机关信息确认日期", null=True, editable=False)

    scope = Scope(bureau="pk")

    class Meta:
        verbose_name = verbose_name_plural = "档案主管部门"
        permissions = [("confirm_identity", "确认机关信息")]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("accounts:bureau-identity")

    def save(self, *args, **kwargs):
        """Keep `path` true; a bureau is not moved once others stand below it."""
        super().save(*args, **kwargs)
        path = f"{self.parent.path if self.parent else '/'}{self.pk}/"
        if self.path != path:
            self.path = path
            super().save(update_fields=["path"])

    @property
    def above(self) -> list[int]:
        """Keys of the bureaux above this one, from the top down."""
        return [int(key) for key in self.path.split("/") if key and int(key) != self.pk]

    def stands_below(self, other: "Bureau") -> bool:
        return other.pk in self.above


class Party(ScopedModel):
    """Whoever receives paper or owes a duty: a unit, a firm or a person."""

    class Kind(models.TextChoices):
        ORGAN = "organ", "机关"
        MASS_ORGANIZATION = "mass_organization", "团体"
        INSTITUTION = "institution", "事业单位"
        STATE_ENTERPRISE = "state_enterprise", "国有企业"
        PRIVATE_ENTERPRISE = "private_enterprise", "民营企业"
        ARCHIVES = "archives", "档案馆"
        SERVICE_ENTERPRISE = "service_enterprise", "档案服务企业"
        TOWNSHIP = "township", "乡镇街道"
        VILLAGE = "village", "村居"
        SOCIAL_ORGANIZATION = "social_organization", "社会组织"
        PERSON = "person", "个人"

    ENTERPRISES = frozenset(
        {Kind.STATE_ENTERPRISE, Kind.PRIVATE_ENTERPRISE, Kind.SERVICE_ENTERPRISE}
    )

    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="所属档案主管部门")
    name = models.CharField("名称", max_length=200)
    kind = models.CharField("性质", max_length=30, choices=Kind)
    credit_code = models.CharField("统一社会信用代码", max_length=18, blank=True)
    legal_representative = models.CharField("法定代表人或负责人", max_length=60, blank=True)
    address = models.CharField("地址", max_length=200, blank=True)

    scope = Scope(bureau="bureau", party="pk")

    class Meta:
        verbose_name = verbose_name_plural = "当事人"
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(
                fields=["bureau", "credit_code"],
                condition=~models.Q(credit_code=""),
                name="party_one_per_credit_code",
                violation_error_message="本机关已登记过相同统一社会信用代码的单位。",
            )
        ]

    def __str__(self):
        return self.name

    @property
    def public_name(self):
        """The name as the public reads it: 张某 for a person, the full name of a firm or body.

        条例第五十一条第二款 publishes the penalties of 档案服务企业 under their names.
        """
        return f"{self.name[0]}某" if self.kind == self.Kind.PERSON else self.name

    @property
    def is_enterprise(self):
        """企业 in the sense of the inspection rules; archives service firms included."""
        return self.kind in self.ENTERPRISES


class People(BaseUserManager):
    """Makes people who hold no post yet; there is no way to make one who stands above the posts."""

    def create_user(self, username: str, password: str | None = None, **fields):
        user = self.model(username=self.model.normalize_username(username), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


ENDS_SESSIONS = frozenset({"is_active", "is_staff", "bureau_id"})


class User(AbstractUser):
    """A person who signs in: staff of one bureau, someone acting for parties, or an observer."""

    first_name = last_name = None
    is_superuser = False  # no such field: whoever held it before is left without any right
    user_permissions = None  # nor this one: rights come with a post and in no other way
    name = models.CharField("姓名", max_length=60)
    bureau = models.ForeignKey(
        Bureau, models.PROTECT, null=True, blank=True, verbose_name="所属机关"
    )
    phone = models.CharField("电话", max_length=40, blank=True)
    employer = models.CharField("工作单位", max_length=100, blank=True)
    session_round = models.PositiveIntegerField(default=0, editable=False)
    password_set_at = models.DateTimeField(null=True, editable=False)  # by himself; else none

    capacity: Capacity | None = None  # for whom he acts, as long as the act lasts (workflow.act)

    REQUIRED_FIELDS = ["name"]
    objects = People()

    class Meta:
        verbose_name = verbose_name_plural = "用户"
        permissions = [
            ("backfill", "补录以前的办理"),
            ("act_for_party", "代录单位的书面回复"),
            ("view_officer", "查看执法人员"),
            ("assign_post", "安排岗位"),
            ("read_administration", "查看管理员的操作记录"),
        ]

    def __str__(self):
        return self.name or self.username

    def set_password(self, raw_password):
        super().set_password(raw_password)
        self.password_set_at = timezone.now()

    def save(self, *args, update_fields=None, **kwargs):
        """Whoever loses or regains the account, or its place in a bureau, signs in anew."""
        if update_fields and "password" in update_fields:
            update_fields = {*update_fields, "password_set_at"}
        if self.pk and (update_fields is None or "password" in update_fields):
            self._keep_former_password()
        if self.pk and (update_fields is None or ENDS_SESSIONS & set(update_fields)):
            kept = type(self).objects.filter(pk=self.pk).values(*ENDS_SESSIONS, "session_round")
            if before := kept.first():
                changed = any(before[name] != getattr(self, name) for name in ENDS_SESSIONS)
                # Never back to what an old copy of the person holds: ended sessions would live on.
                self.session_round = before["session_round"] + changed
                update_fields = update_fields and {*update_fields, "session_round"}
        super().save(*args, update_fields=update_fields, **kwargs)

    def last_passwords(self) -> list[str]:
        """Digests of the present password and of those before it, as many as count."""
        former = self.former_passwords.values_list("password", flat=True)
        return [self.password, *former[: max(0, settings.PASSWORD_HISTORY - 1)]]

    def _keep_former_password(self):
        """The digest that is about to be replaced, as long as it counts; older ones go."""
        if not settings.PASSWORD_HISTORY:
            return
        before = type(self).objects.filter(pk=self.pk).values_list("password", flat=True).first()
        if before in (None, "", self.password) or not is_password_usable(before):
            return
        self.former_passwords.create(password=before)
        kept = self.former_passwords.values("pk")[: settings.PASSWORD_HISTORY]
        self.former_passwords.exclude(pk__in=[row["pk"] for row in kept]).delete()

    def get_full_name(self):
        return self.name

    def get_short_name(self):
        return self.name

    def _get_session_auth_hash(self, secret=None):
        """What each session is held against: a new password ends all, a new round, another post."""
        self.__dict__.pop("rights", None)  # asked anew: an old copy may hold posts of before
        known = f"{self.session_round}/{self.rights.posts}/{self.password}"
        return salted_hmac("accounts.session", known, secret=secret, algorithm="sha256").hexdigest()

    @cached_property
    def party_ids(self) -> tuple[int, ...]:
        """The parties this person may act for today; staff act for none."""
        if self.bureau_id or not self.pk:
            return ()
        return tuple(self.grants.valid_on(timezone.localdate()).values_list("party_id", flat=True))

    @cached_property
    def rights(self) -> Rights:
        return rights_of(self)

    def desks(self, permission: str) -> set[int]:
        """Himself and those whose work with that permission he does today."""
        return {self.pk, *self.rights.principals.get(permission, ())}

    @property
    def role_names(self) -> tuple[str, ...]:
        return self.rights.roles


class CertificateQuerySet(ScopedQuerySet):
    def valid_on(self, day):
        """Certificates in force on `day`, both ends included."""
        return self.filter(valid_from__lte=day, valid_to__gte=day).filter(
            models.Q(withdrawn_on=None) | models.Q(withdrawn_on__gt=day)
        )


class Certificate(ScopedModel):
    """行政执法证件 (档案法实施条例第四十七条): who may enforce, from when to when."""

    user = models.ForeignKey(
        User, models.PROTECT, related_name="certificates", verbose_name="执法人员"
    )
    number = models.CharField("证件编号", max_length=40, unique=True)
    issuer = models.CharField("发证机关", max_length=100)
    valid_from = models.DateField("有效期自")
    valid_to = models.DateField("有效期至")
    withdrawn_on = models.DateField("收回日期", null=True, blank=True)
    note = models.CharField("备注", max_length=200, blank=True, help_text="如“假设数据”")

    scope = Scope(bureau="user__bureau")
    objects = CertificateQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "行政执法证件"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_to__gte=models.F("valid_from")),
                name="certificate_ends_after_it_begins",
                violation_error_message="有效期止日不能早于起日。",
            )
        ]

    def __str__(self):
        return f"{self.user} {self.number}"
