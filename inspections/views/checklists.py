"""Pages that show checklists: all versions, and one with its items and what it changes."""

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property

from archives_enforcement.documents import drafting
from archives_enforcement.exporting import Exported
from archives_enforcement.navigation import Crumb, PageAct, acts_from
from archives_enforcement.views import DetailView, ListView
from inspections.models import Checklist, ListPublication
from inspections.queries import checklist_differences
from inspections.queries import checklists as queries
from inspections.services import checklists as services
from inspections.services import publishing
from inspections.workflow import CHECKLIST_FLOW

LIST_CRUMB = ("检查清单", "inspections:checklist-list")
PAGE_OF_STEP = {  # in the order of the buttons
    "submit": "inspections:checklist-submit",
    "adopt": "inspections:checklist-adopt",
    "return_checklist": "inspections:checklist-return",
    "discard": "inspections:checklist-discard",
}


def crumbs_of(checklist: Checklist, *last: str) -> list[Crumb]:
    """The path from all lists to a page about one of them."""
    url = checklist.get_absolute_url() if last else ""
    first = Crumb(LIST_CRUMB[0], reverse(LIST_CRUMB[1]))
    return [first, Crumb(str(checklist), url), *map(Crumb, last)]


class ChecklistListView(Exported, ListView):
    permission_required = "inspections.view_checklist"
    template_name = "inspections/checklist_list.html"
    queryset = Checklist.objects.select_related("bureau")
    sheet_title = "检查清单"
    sheet_columns = (
        ("名称", 40), ("制定机关", 24), ("状态", 12), ("现行", 8), ("启用", 12), ("停用", 12),
        ("事项", 8), ("来源", 44),
    )  # fmt: skip

    def sheet_line(self, row):
        return (
            str(row), str(row.bureau or "随系统提供"), row.get_state_display(),
            "现行" if row.pk in self.in_force else "", row.valid_from, row.valid_to, row.total,
            row.adopted_under or row.source,
        )  # fmt: skip

    @cached_property
    def in_force(self) -> set[int]:
        rows = Checklist.objects.in_force(self.request.user.bureau, timezone.localdate())
        return set(rows.values_list("pk", flat=True))

    def get_queryset(self):
        return queries.listed(super().get_queryset())

    def get_context_data(self, **kwargs):
        return super().get_context_data(in_force=self.in_force, actions=self.actions(), **kwargs)

    def actions(self) -> list[dict]:
        rules = {"label": "评分规则", "url": reverse("inspections:checklist-scoring")}
        merge = {"label": "合并清单（多检合一）", "url": reverse("inspections:checklist-merge")}
        return [merge, rules] if self.request.user.has_perm(services.DRAFT) else [rules]


class ChecklistDetailView(DetailView):
    """One version, item by item; while it is written each item can be opened."""

    permission_required = "inspections.view_checklist"
    template_name = "inspections/checklist_detail.html"
    queryset = Checklist.objects.select_related("bureau", "drafted_by", "based_on", "minutes")
    workflow = CHECKLIST_FLOW

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        checklist, user = self.object, self.request.user
        items = list(queries.items_of(checklist))
        editing = checklist.state == Checklist.State.DRAFT and user.has_perm(services.DRAFT)
        return context | {
            "crumbs": crumbs_of(checklist),
            "areas": queries.areas_of(items),
            "total": len(items),
            "parts": list(checklist.parts.order_by("pk")),
            "shared": sum(len(item.sources.all()) > 1 for item in items),
            "differences": checklist_differences.differences(checklist),
            "next_step": queries.next_step(checklist),
            "may_edit": editing,
            "returned": queries.reason_of_return(checklist, user),
            "publication": self.publication,
            "withdrawn": self.withdrawn,
            "is_above": self.is_above,
            "acts": [
                *self.acts(context["offers"]),
                *self.publishing(),
                *self.copies(),
                *self.papers(),
            ],
        }

    def acts(self, offers) -> list[PageAct]:
        order = list(PAGE_OF_STEP)
        offers = sorted(offers, key=lambda offer: order.index(offer.step.name))
        key = [self.object.pk]
        return acts_from(offers, lambda name: reverse(PAGE_OF_STEP[name], args=key))

    @cached_property
    def publication(self) -> ListPublication | None:
        own, owner = self.request.user.bureau_id, self.object.bureau_id
        rows = ListPublication.objects.standing()
        rows = rows.filter(checklist=self.object, bureau__in={own, owner})
        return rows.order_by("published_on").first()

    @property
    def withdrawn(self) -> ListPublication | None:
        """The bureau's last publication of it, when it stands no more."""
        if self.publication:
            return None
        rows = ListPublication.objects.filter(checklist=self.object)
        rows = rows.filter(bureau=self.request.user.bureau_id).exclude(withdrawn_on=None)
        return rows.order_by("-pk").first()

    @property
    def is_above(self) -> bool:
        """Whether the list is that of a bureau above, read here and followed in its campaigns."""
        return self.object.bureau_id in self.request.user.bureau.above

    def publishing(self) -> list[PageAct]:
        """公布, once for each bureau, or 撤回; what is a superior's the superior publishes."""
        adopted = self.object.state == Checklist.State.ADOPTED and not self.is_above
        if not adopted or not self.request.user.has_perm(publishing.PUBLISH):
            return []
        if self.publication is None:
            url = reverse("inspections:checklist-publish", args=[self.object.pk])
            return [PageAct("公布清单", url)]
        if self.publication.bureau_id != self.request.user.bureau_id:
            return []
        url = reverse("inspections:checklist-withdraw", args=[self.publication.pk])
        return [PageAct("撤回公布", url, primary=False)]

    def copies(self) -> list[PageAct]:
        """What may be written from an adopted list."""
        adopted = self.object.state == Checklist.State.ADOPTED
        if not (adopted and self.request.user.has_perm(services.DRAFT)):
            return []
        pages = (("编制新版本", "checklist-version"), ("取部分领域另编一份", "checklist-take"))
        return [
            PageAct(label, reverse(f"inspections:{name}", args=[self.object.pk]))
            for label, name in pages
        ]

    def papers(self) -> list[PageAct]:
        """What came with the system or from above stands in no file of this bureau."""
        if self.object.bureau_id != self.request.user.bureau_id:
            return []
        return drafting.offer("checklist", self.object, self.request.user)
