"""公开清单: versions of what a bureau makes known beforehand, each approved before it is public."""

from itertools import takewhile

from django.conf import settings
from django.db import models
from django.urls import reverse

from archives_enforcement.access import Scope, ScopedModel, ScopedQuerySet
from archives_enforcement.accounts.models import Bureau
from publicity.list_kinds import CHOICES, KINDS, Column, ListKind

USER = settings.AUTH_USER_MODEL


class PublicListQuerySet(ScopedQuerySet):
    def public(self):
        """What anyone may find: the version in force, and what was published before it."""
        return self.filter(state__in=PublicList.SHOWN)

    def in_force(self):
        return self.filter(state=PublicList.State.PUBLISHED)


class PublicList(ScopedModel):
    """One version of one kind of list; from its publication its content stays as it is."""

    class State(models.TextChoices):
        DRAFT = "draft", "起草"
        APPROVED = "approved", "待公布"
        PUBLISHED = "published", "已公布"
        SUPERSEDED = "superseded", "已有新版"
        WITHDRAWN = "withdrawn", "已撤下"
        DISCARDED = "discarded", "已放弃"

    OPEN = (State.DRAFT, State.APPROVED)
    SHOWN = (State.PUBLISHED, State.SUPERSEDED, State.WITHDRAWN)

    bureau = models.ForeignKey(Bureau, models.PROTECT, verbose_name="机关")
    kind = models.CharField("种类", max_length=20, choices=CHOICES)
    version = models.PositiveSmallIntegerField("版本")
    rows = models.JSONField("内容", default=list)  # lines of cells in the order of the columns
    source = models.CharField("制定依据或来源", max_length=300, blank=True)
    state = models.CharField(
        "状态", max_length=10, choices=State, default=State.DRAFT, editable=False
    )
    drafted_by = models.ForeignKey(USER, models.PROTECT, related_name="+", verbose_name="起草人")
    drafted_on = models.DateField("起草日期")
    approved_by = models.ForeignKey(
        USER, models.PROTECT, null=True, related_name="+", verbose_name="批准人", editable=False
    )
    approved_on = models.DateField("批准日期", null=True, editable=False)
    published_on = models.DateField("公布日期", null=True, editable=False)
    ended_on = models.DateField("停止公开日期", null=True, editable=False)
    end_reason = models.CharField("停止公开的理由（公开）", max_length=300, blank=True)

    scope = Scope(bureau="bureau")
    objects = PublicListQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "公开清单"
        default_permissions = ("view",)
        permissions = [
            ("draft_list", "起草公开清单"),
            ("approve_list", "批准公开清单"),
            ("publish_list", "公布公开清单"),
        ]
        ordering = ["kind", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["bureau", "kind", "version"], name="public_list_one_per_version"
            ),
            models.UniqueConstraint(
                fields=["bureau", "kind"],
                condition=models.Q(state="published"),
                name="public_list_one_in_force",
            ),
            models.UniqueConstraint(
                fields=["bureau", "kind"],
                condition=models.Q(state__in=("draft", "approved")),
                name="public_list_one_under_way",
            ),
        ]

    def __str__(self):
        return f"{self.get_kind_display()}（第{self.version}版）"

    def get_absolute_url(self):
        return reverse("publicity:list-detail", args=[self.pk])

    @property
    def about(self) -> ListKind:
        return KINDS[self.kind]

    @property
    def table(self) -> list[list[tuple[Column, str, int]]]:
        """Each line as (column, cell, lines it spans); what stands above it already is left out."""
        columns, grouped = self.about.columns, self.about.grouped
        found, before = [], None
        for number, line in enumerate(self.rows):
            shared, again = line[:grouped], bool(grouped) and line[:grouped] == before
            span = _length(self.rows[number:], shared) if grouped else 1
            spans = [span] * grouped + [1] * (len(columns) - grouped)
            cells = list(zip(columns, line, spans, strict=True))
            found.append(cells[grouped:] if again else cells)
            before = shared
        return found

    @property
    def state_tone(self):
        return {"published": "done", "withdrawn": "late", "approved": "now"}.get(self.state, "")


def _length(rows: list[list[str]], shared: list[str]) -> int:
    """How many lines from the first on begin alike."""
    return sum(1 for _ in takewhile(lambda line: line[: len(shared)] == shared, rows))
