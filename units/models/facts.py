"""What the bureau knows of a unit beside its registration: what it keeps, whom to call."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from archives_enforcement.access import Scope, ScopedModel
from units.models.register import Unit


class Holdings(ScopedModel):
    """保管情况: what a unit keeps and where, as it was on one day; a later row is the newer state.

    Read inside the bureau alone: where archives lie and how they are guarded is nobody else's.
    """

    FACTS = (
        "fonds", "volumes", "pieces", "digital_gb", "archivists", "storeroom", "storeroom_area",
        "climate", "fire", "note",
    )  # fmt: skip

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="holdings", verbose_name="单位")
    as_of = models.DateField("情况截至")
    fonds = models.PositiveIntegerField("全宗（个）", null=True, blank=True)
    volumes = models.PositiveIntegerField("案卷（卷）", null=True, blank=True)
    pieces = models.PositiveIntegerField("文件（件）", null=True, blank=True)
    digital_gb = models.DecimalField(
        "电子档案（GB）", max_digits=10, decimal_places=1, null=True, blank=True
    )
    archivists = models.PositiveSmallIntegerField("专兼职档案人员（人）", null=True, blank=True)
    storeroom = models.CharField("库房位置", max_length=200, blank=True)
    storeroom_area = models.DecimalField(
        "库房面积（平方米）", max_digits=8, decimal_places=1, null=True, blank=True
    )
    climate = models.CharField("温湿度监测调控设备", max_length=200, blank=True)
    fire = models.CharField("消防设施", max_length=200, blank=True)
    note = models.TextField("说明", blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="登记人"
    )

    scope = Scope(bureau="unit__party__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "保管情况"
        default_permissions = ()
        ordering = ["-as_of", "-pk"]

    def __str__(self):
        return f"{self.unit} {self.as_of}"

    @property
    def known(self) -> list[tuple[str, object]]:
        """What was told, as (name, value)."""
        return [
            (self._meta.get_field(name).verbose_name, value)
            for name in self.FACTS
            if (value := getattr(self, name)) not in (None, "")
        ]


class ContactPerson(ScopedModel):
    """联系人 of a unit for the bureau, from one day to another; no account comes with it."""

    class Post(models.TextChoices):
        LEADER = "leader", "分管领导"
        SECTION = "section", "科室负责人"
        ARCHIVIST = "archivist", "档案员"
        OTHER = "other", "其他"

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="people", verbose_name="单位")
    name = models.CharField("姓名", max_length=60)
    post = models.CharField("分工", max_length=10, choices=Post)
    phone = models.CharField("电话", max_length=40, blank=True)
    is_preferred = models.BooleanField("首选联系人", default=False)
    since = models.DateField("起始日期")
    until = models.DateField("截止日期", null=True, editable=False)

    scope = Scope(bureau="unit__party__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "联系人"
        default_permissions = ()
        ordering = ["-is_preferred", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit"],
                condition=Q(is_preferred=True, until=None),
                name="unit_one_preferred_contact",
            )
        ]

    def __str__(self):
        return f"{self.name}（{self.get_post_display()}）"
