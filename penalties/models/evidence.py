"""证据和构成要件: what was gathered, and what it proves."""

from django.conf import settings
from django.db import models

from archives_enforcement.access import Scope, ScopedModel
from penalties.models.cases import Case


class Evidence(ScopedModel):
    """One numbered piece of evidence; never deleted, only excluded with its reason."""

    class Kind(models.TextChoices):
        """The eight kinds of 行政处罚法第四十六条."""

        DOCUMENT = "document", "书证"
        OBJECT = "object", "物证"
        AUDIOVISUAL = "audiovisual", "视听资料"
        ELECTRONIC = "electronic", "电子数据"
        WITNESS = "witness", "证人证言"
        PARTY = "party", "当事人的陈述"
        EXPERT = "expert", "鉴定意见"
        SITE_RECORD = "site_record", "勘验笔录、现场笔录"

    FACE_TO_FACE = (Kind.WITNESS, Kind.PARTY, Kind.SITE_RECORD)  # the certificate was shown

    case = models.ForeignKey(Case, models.PROTECT, related_name="evidence", verbose_name="案件")
    position = models.PositiveSmallIntegerField("证据号")
    kind = models.CharField("种类", max_length=12, choices=Kind)
    title = models.CharField("名称", max_length=200)
    proves = models.CharField("证明内容", max_length=300)
    source = models.CharField("来源和取得方式", max_length=200)
    obtained_on = models.DateField("取得日期")
    certificates_shown = models.BooleanField("取证时已出示执法证件", default=False)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="登记人"
    )
    excluded_on = models.DateField("排除日期", null=True, editable=False)
    excluded_reason = models.CharField("排除理由", max_length=300, blank=True)

    scope = Scope(bureau="case__bureau")

    files_need = "penalties.view_case"

    class Meta:
        verbose_name = verbose_name_plural = "证据"
        default_permissions = ()
        ordering = ["case", "position"]
        constraints = [
            models.UniqueConstraint(fields=["case", "position"], name="evidence_one_per_position")
        ]

    def __str__(self):
        return f"证据{self.position}　{self.title}"


class ElementFinding(ScopedModel):
    """Whether one element of the violation is shown (档案法第四十八条、第四十九条)."""

    class Result(models.TextChoices):
        MET = "met", "已查明具备"
        MISSING = "missing", "不具备"
        OPEN = "open", "尚未查明"

    case = models.ForeignKey(Case, models.CASCADE, related_name="elements", verbose_name="案件")
    position = models.PositiveSmallIntegerField("序号")
    text = models.CharField("构成要件", max_length=200)
    result = models.CharField("认定", max_length=10, choices=Result, default=Result.OPEN)
    note = models.CharField("说明", max_length=300, blank=True)
    evidence = models.ManyToManyField(Evidence, blank=True, verbose_name="证据")

    scope = Scope(bureau="case__bureau")

    class Meta:
        verbose_name = verbose_name_plural = "构成要件认定"
        default_permissions = ()
        ordering = ["case", "position"]
        constraints = [
            models.UniqueConstraint(fields=["case", "position"], name="element_one_per_position")
        ]

    def __str__(self):
        return f"{self.text}：{self.get_result_display()}"
