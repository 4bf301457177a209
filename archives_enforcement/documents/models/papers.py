"""文书: drafts, issued documents (frozen) and their PDF."""

from django.apps import apps
from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.urls import reverse

from archives_enforcement.access import Scope, ScopedModel, ScopedQuerySet
from archives_enforcement.accounts.models import Bureau, Party
from archives_enforcement.documents import kinds, standing
from archives_enforcement.documents.models.wordings import Wording

USER = settings.AUTH_USER_MODEL
PDF = "application/pdf"
ENDINGS = {PDF: "pdf", "image/jpeg": "jpg", "image/png": "png"}


class DocumentQuerySet(ScopedQuerySet):
    def visible_to(self, user):
        """Papers in scope; those on a record that asks for a permission (`papers_need`) with it.

        Such a paper stays in its bureau: the one above does not read it either.
        """
        rows = super().visible_to(user)
        if not user.is_authenticated or not user.bureau_id:
            return rows
        for model in apps.get_models():
            if need := getattr(model, "papers_need", ""):
                kept = models.Q(content_type=ContentType.objects.get_for_model(model))
                elsewhere = ~models.Q(bureau=user.bureau_id)
                rows = rows.exclude(kept & elsewhere if user.has_perm(need) else kept)
        return rows


class Document(ScopedModel):
    """One paper. Once issued its row never changes: the database refuses it (see migration).

    A paper of `Origin.PAPER` was issued on paper before the bureau worked with this system and
    entered later (补录): it begins its life issued, has a scan for its file and no wording, and
    `drafted_by` and `drafted_on` say who entered it and when.
    """

    class State(models.TextChoices):
        DRAFT = "draft", "起草"
        IN_REVIEW = "in_review", "待审核"
        SUBMITTED = "submitted", "待签发"
        ISSUED = "issued", "已签发"
        VOID = "void", "已作废"

    OPEN = (State.DRAFT, State.IN_REVIEW, State.SUBMITTED)  # on its way to be issued

    class Origin(models.TextChoices):
        SYSTEM = "system", "本系统"
        PAPER = "paper", "补录"

    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="发文机关")
    party = models.ForeignKey(Party, models.PROTECT, null=True, verbose_name="主送")
    kind = models.CharField("文书种类", max_length=30, choices=kinds.choices)
    outward = models.BooleanField("对外文书", default=True)
    title = models.CharField("标题", max_length=200)
    state = models.CharField(
        "状态", max_length=10, choices=State, default=State.DRAFT, editable=False
    )
    content_type = models.ForeignKey(ContentType, models.PROTECT, verbose_name="事项种类")
    object_id = models.PositiveBigIntegerField("事项编号")
    subject = GenericForeignKey()
    origin = models.CharField(
        "来源", max_length=6, choices=Origin, default=Origin.SYSTEM, editable=False
    )
    wording = models.ForeignKey(Wording, models.PROTECT, null=True, verbose_name="文书样式")
    fields = models.JSONField("内容", default=dict)
    content = models.JSONField("定稿", null=True, editable=False)
    year = models.PositiveSmallIntegerField("年度", null=True, editable=False)
    serial = models.PositiveIntegerField("序号", null=True, editable=False)
    number = models.CharField("发文字号", max_length=60, null=True, editable=False)
    drafted_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="起草人")
    drafted_on = models.DateField("起草日期")
    reviewed_by = models.ForeignKey(
        USER, models.PROTECT, null=True, related_name="+", verbose_name="审核人", editable=False
    )
    reviewed_on = models.DateField("审核日期", null=True, editable=False)
    issued_by = models.ForeignKey(
        USER, models.PROTECT, null=True, related_name="+", verbose_name="签发人", editable=False
    )
    signer_name = models.CharField(
        "签发人姓名", max_length=60, blank=True, editable=False, help_text="补录文书上写的"
    )
    issued_on = models.DateField("签发日期", null=True, editable=False)
    issued_at = models.DateTimeField("签发时间", null=True, editable=False)
    verification_code = models.CharField(
        "核验码", max_length=26, null=True, unique=True, editable=False
    )
    replaces = models.ForeignKey(
        "self", models.PROTECT, null=True, related_name="replaced_by", verbose_name="更正的文书"
    )

    scope = Scope(
        bureau="bureau",
        party="party",
        shown_to_party=models.Q(number__isnull=False, outward=True),
        shown_to_superior=models.Q(number__isnull=False),
    )
    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "文书"
        default_permissions = ("view",)
        permissions = [
            ("draft_document", "起草文书"),
            ("keep_record", "制作记录"),
            ("review_document", "审核文书"),
            ("sign_document", "签发文书"),
            ("sign_decision", "签发决定、命令和审批"),
            ("endorse_document", "审核本机构承办的审批表和报告"),
            ("deliver_document", "登记送达"),
            ("hand_over_document", "登记当场交付"),
            ("acknowledge_document", "签收文书"),
            ("enter_document", "补录纸质文书"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["bureau", "kind", "year", "serial"],
                condition=models.Q(serial__isnull=False),
                name="document_one_per_number",
            ),
            models.UniqueConstraint(
                fields=["number", "bureau"], name="document_one_per_number_in_words"
            ),
            models.CheckConstraint(
                condition=~models.Q(state="issued")
                | models.Q(number__isnull=False, content__isnull=False, issued_on__isnull=False),
                name="document_issued_is_whole",
            ),
            models.CheckConstraint(
                condition=models.Q(origin="system", wording__isnull=False)
                | models.Q(origin="paper", state__in=["issued", "void"]),
                name="document_is_worded_or_was_on_paper",
            ),
        ]
        indexes = [
            models.Index(fields=["content_type", "object_id"]),
            models.Index(fields=["bureau", "state", "-issued_on"]),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}{f' {self.number}' if self.number else '（未编号）'}"

    def get_absolute_url(self):
        return reverse("documents:document-detail", args=[self.pk])

    @property
    def holds(self) -> bool:
        """Issued, and neither made void nor replaced since."""
        return self.state == self.State.ISSUED

    @property
    def is_open(self) -> bool:
        return self.state in self.OPEN

    @property
    def is_entered(self) -> bool:
        """Whether it was issued on paper and entered later (补录文书)."""
        return self.origin == self.Origin.PAPER

    @property
    def affects_rights(self) -> bool:
        """Whether it is delivered as 行政处罚法第六十一条 says: all of its kind, or it orders."""
        kind = kinds.KINDS[self.kind]
        return kind.affects_rights or standing.orders(kind, self.fields)

    @property
    def right_to_sign(self) -> str:
        """The permission to sign it, by what it says now (`standing.right_to_sign`)."""
        return standing.right_to_sign(kinds.KINDS[self.kind], *self._said)

    @property
    def signed_by(self) -> str:
        """The posts that sign it, by what it says now."""
        return standing.signed_by(kinds.KINDS[self.kind], *self._said)

    @property
    def _said(self) -> list[dict]:
        corrected = [self.replaces.fields] if self.replaces_id else []
        return [self.fields, *corrected]

    @property
    def signer(self) -> str:
        """Who issued it: a person of this system, or the name on the old paper."""
        return str(self.issued_by or self.signer_name)

    @property
    def state_tone(self):
        return {"in_review": "now", "submitted": "now", "issued": "done"}.get(self.state, "")


class Rendition(models.Model):
    """The file of an issued document, never changed or deleted.

    The PDF that the worker made once, or the scan of a paper that was entered later.
    """

    document = models.OneToOneField(Document, models.PROTECT, verbose_name="文书")
    media_type = models.CharField("格式", max_length=20, default=PDF)
    sha256 = models.CharField("SHA-256", max_length=64)
    sm3 = models.CharField("SM3", max_length=64)
    size = models.PositiveIntegerField("大小（字节）")
    made_at = models.DateTimeField("生成时间")

    class Meta:
        verbose_name = verbose_name_plural = "文书版式文件"
        default_permissions = ()
        indexes = [models.Index(fields=["sha256"])]

    def __str__(self):
        return f"{self.document}"

    @property
    def name(self) -> str:
        """What the file is called when it is handed out."""
        return f"{self.document.number}.{ENDINGS[self.media_type]}"

    @property
    def is_picture(self) -> bool:
        return self.media_type != PDF
