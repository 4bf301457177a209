"""Pages that show 专项检查（上级）: all, one, one bureau's part, the records of a figure."""

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.http import content_disposition_header
from django.utils.timezone import localdate
from django.views.generic.detail import BaseDetailView

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.files.queries import files_of
from archives_enforcement.files.workbook import XLSX
from archives_enforcement.navigation import Crumb, PageAct, acts_from
from archives_enforcement.templatetags.formats import cn_datetime
from archives_enforcement.views import DetailView, Guarded, ListView
from inspections.models import Campaign, Participant
from inspections.queries import campaign_figures as figures
from inspections.queries import campaign_sheet as sheet
from inspections.queries import campaigns as queries
from inspections.services import campaign_parts, campaigns
from inspections.workflow import CAMPAIGN_FLOW, PART_FLOW

LIST = ("专项检查（上级）", "inspections:campaign-list")
CAMPAIGNS = Campaign.objects.select_related("bureau", "checklist", "drafted_by", "issued_by")
PARTS = Participant.objects.select_related(
    "bureau", "campaign__bureau", "campaign__checklist", "prepared_by"
)
PAGE_OF_STEP = {  # in the order of the buttons
    "submit": "campaign-submit",
    "issue": "campaign-issue",
    "return_campaign": "campaign-return",
    "discard": "campaign-discard",
    "close": "campaign-close",
    "withdraw": "campaign-withdraw",
}
PAGE_OF_PART_STEP = {
    "submit_table": "campaign-part-submit",
    "send": "campaign-part-send",
    "return_table": "campaign-part-return",
    "accept": "campaign-part-accept",
    "send_back": "campaign-part-send-back",
}
ABOVE = ("accept", "send_back")


def crumbs_of(campaign: Campaign, *more: str) -> list[Crumb]:
    url = campaign.get_absolute_url() if more else ""
    first = Crumb(LIST[0], reverse(LIST[1]))
    return [first, Crumb(str(campaign), url), *map(Crumb, more)]


def crumbs_of_part(part: Participant, *more: str) -> list[Crumb]:
    url = part.get_absolute_url() if more else ""
    return [*crumbs_of(part.campaign, "")[:-1], Crumb(str(part.bureau), url), *map(Crumb, more)]


def entries_about(record, user):
    """The newest entries of the reader's own books, for a post that reads them."""
    if not user.has_perm("audit.view_auditentry"):
        return []
    return AuditEntry.objects.visible_to(user).about(record)[:10]


class CampaignListView(ListView):
    permission_required = "inspections.view_campaign"
    template_name = "inspections/campaign_list.html"
    model = Campaign

    def get_queryset(self):
        return queries.listed(super().get_queryset())

    def get_context_data(self, **kwargs):
        context = super().get_context_data(actions=self.actions(), **kwargs)
        rows = context["object_list"]
        parts = Participant.objects.visible_to(self.request.user).ours(self.request.user)
        own = {part.campaign_id: part for part in parts.filter(campaign__in=rows)}
        return context | {"rows": [(row, own.get(row.pk)) for row in rows]}

    def actions(self) -> list[dict]:
        user = self.request.user
        if not user.has_perm(campaigns.DRAFT):
            return []
        enter = {"label": "登记上级交办", "url": reverse("inspections:campaign-enter")}
        if not queries.below(user.bureau).exists():
            return [enter | {"icon": "plus", "primary": True}]
        create = reverse("inspections:campaign-create")
        return [enter, {"label": "部署专项检查", "url": create, "icon": "plus", "primary": True}]


class CampaignDetailView(DetailView):
    """What is asked; for whoever holds it, the table over all bureaux."""

    permission_required = "inspections.view_campaign"
    template_name = "inspections/campaign_detail.html"
    queryset = CAMPAIGNS
    workflow = CAMPAIGN_FLOW

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        campaign, user, today = self.object, self.request.user, context["today"]
        directs = campaign.bureau_id == user.bureau_id
        rows = queries.standing(campaign, today)
        own = next((row for row in rows if row.participant.bureau_id == user.bureau_id), None)
        return context | {
            "crumbs": crumbs_of(campaign),
            "directs": directs,
            "own": own.participant if own else None,
            "next_step": queries.next_step(campaign, rows) if directs else self.told(own),
            "steps": queries.steps(campaign),
            "rows": rows if directs else [],
            "participants": [row.participant for row in rows],
            "columns": list(figures.COUNTS.items()),
            "lines": figures.lines_of(rows) if directs else [],
            "acts": self.acts(context["offers"]),
            "actions": self.actions(own) if directs else self.way_to(own),
            "files": files_of(campaign, user) if user.has_perm("files.view_storedfile") else [],
            "basis": queries.BASIS,
            "entries": entries_about(campaign, user),
            "returned": queries.reason_of_return(campaign, user),
        }

    def told(self, own) -> str:
        return queries.part_next_step(own.participant, "", ours=True) if own else ""

    def actions(self, own) -> list[dict]:
        if self.object.state in Campaign.UNISSUED:
            return []
        key = [self.object.pk]
        export = reverse("inspections:campaign-export", args=key)
        return [{"label": "导出 Excel", "url": export, "icon": "download"}, *self.way_to(own)]

    def way_to(self, own) -> list[dict]:
        if own is None or self.object.state in Campaign.UNISSUED:
            return []
        url = own.participant.get_absolute_url()
        return [{"label": "办理报送", "url": url, "primary": True}]

    def acts(self, offers) -> list[PageAct]:
        order, key = list(PAGE_OF_STEP), [self.object.pk]
        offers = sorted(offers, key=lambda offer: order.index(offer.step.name))
        found = acts_from(
            offers, lambda name: reverse(f"inspections:{PAGE_OF_STEP[name]}", args=key)
        )
        if self.object.is_entered:
            found = [act._replace(label=act.label.replace("下达", "批准执行")) for act in found]
        editing = self.object.state == Campaign.State.DRAFT
        if editing and self.request.user.has_perm(campaigns.DRAFT) and self.is_own:
            found.append(PageAct("修改", reverse("inspections:campaign-edit", args=key)))
        return found

    @property
    def is_own(self) -> bool:
        return self.object.bureau_id == self.request.user.bureau_id


class PartDetailView(DetailView):
    """One bureau's part: units and table for itself, the table alone for the one above."""

    permission_required = "inspections.view_campaign"
    template_name = "inspections/campaign_part.html"
    queryset = PARTS

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        part, user, campaign = self.object, self.request.user, self.object.campaign
        table = sheet.sent(part)
        standing = queries.late_words(part, campaign, table, context["today"])
        return context | {
            "crumbs": crumbs_of_part(part),
            "campaign": campaign,
            "part": part,
            "heading": f"{part.bureau}　{campaign.reference}",
            "shortfall": (table or part).shortfall if table or self.is_ours else "",
            "is_ours": self.is_ours,
            "next_step": queries.part_next_step(part, self.open_words, ours=self.is_ours),
            "late": standing,
            "table": table,
            "figures": self.figures(table),
            "answers": self.answers(table),
            "open_words": self.open_words if table is None else table.remark,
            "taken": queries.taken(part) if self.is_ours else [],
            "lacking": queries.too_few(part) if self.is_ours and self.may_edit else "",
            "may_edit": self.may_edit and user.has_perm(campaign_parts.ANSWER),
            "may_arrange": self.may_arrange,
            "acts": self.acts(),
            "actions": self.actions(table),
            "entries": entries_about(part, user) if self.is_ours else [],
            "earlier": part.tables.count() - bool(table),
        }

    @property
    def is_ours(self) -> bool:
        return self.object.bureau_id == self.request.user.bureau_id

    @property
    def may_edit(self) -> bool:
        running = self.object.campaign.state == Campaign.State.ISSUED
        return self.is_ours and running and self.object.state == Participant.State.OPEN

    @property
    def may_arrange(self) -> bool:
        running = self.object.campaign.state == Campaign.State.ISSUED
        return (
            self.is_ours and running and self.request.user.has_perm("inspections.draft_inspection")
        )

    @cached_property
    def open_words(self) -> str:
        return queries.still_open(self.object) if self.is_ours else ""

    def figures(self, table) -> list[dict]:
        """What was sent; before that, for the bureau itself, what its records say now."""
        if table is not None:
            return table.figures
        return [row.as_data() for row in figures.figures_of(self.object)] if self.is_ours else []

    def answers(self, table) -> list[tuple[str, str]]:
        if table is None and not self.is_ours:
            return []
        said = (table or self.object).answers
        return [(row, said.get(row, "")) for row in self.object.campaign.questions]

    def actions(self, table) -> list[dict]:
        if table is None and not self.is_ours:
            return []
        url = reverse("inspections:campaign-part-export", args=[self.object.pk])
        return [{"label": "导出 Excel", "url": url, "icon": "download"}]

    def acts(self) -> list[PageAct]:
        """What this side may do: the bureau below reports, the one above takes the report."""
        part, user, key = self.object, self.request.user, [self.object.pk]
        directs = part.campaign.bureau_id == user.bureau_id
        offers = [
            offer
            for offer in PART_FLOW.offers_to(part, user, on=localdate())
            if (directs if offer.step.name in ABOVE else self.is_ours)
        ]
        order = list(PAGE_OF_PART_STEP)
        offers.sort(key=lambda offer: order.index(offer.step.name))
        found = acts_from(
            offers, lambda name: reverse(f"inspections:{PAGE_OF_PART_STEP[name]}", args=key)
        )
        writing = self.writing(key)
        if writing and not any(act.primary for act in found):
            writing[0] = writing[0]._replace(primary=True)
        return [*writing, *found, *self.urging(key)]

    def writing(self, key) -> list[PageAct]:
        if not (self.may_edit and self.request.user.has_perm(campaign_parts.ANSWER)):
            return []
        pages = (("填写报送表", "campaign-part-write"), ("选定单位", "campaign-part-units"))
        return [PageAct(label, reverse(f"inspections:{page}", args=key)) for label, page in pages]

    def urging(self, key) -> list[PageAct]:
        part, user = self.object, self.request.user
        waits = part.state in Participant.WAITING and not part.campaign.is_entered
        if self.is_ours or not waits or not user.has_perm(campaign_parts.DIRECT):
            return []
        why = campaign_parts.why_not_urge(part, user, localdate())
        return [PageAct("催报", reverse("inspections:campaign-part-urge", args=key), why=why or "")]


class FigureView(DetailView):
    """The records behind one figure, for the bureau whose records they are."""

    permission_required = "inspections.view_campaign"
    template_name = "inspections/campaign_figure.html"
    queryset = PARTS

    def get_context_data(self, **kwargs):
        part, user = self.object, self.request.user
        table = sheet.sent(part)
        rows = table.figures if table else [row.as_data() for row in figures.figures_of(part)]
        row = next((row for row in rows if row["key"] == self.kwargs["key"]), None)
        if row is None or part.bureau_id != user.bureau_id:
            raise Http404("没有这一项数据")
        return super().get_context_data(
            crumbs=crumbs_of_part(part, row["label"]),
            figure=row,
            heading=f"{row['value']} {row['unit']}，{self.counted(table)}",
            sources=figures.sources_of(row["record_ids"], user),
            **kwargs,
        )

    @staticmethod
    def counted(table) -> str:
        return f"{cn_datetime(table.counted_at)}统计" if table else "由现在的记录统计"


def as_file(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=XLSX)
    response["Content-Disposition"] = content_disposition_header(True, f"{name}.xlsx")
    return response


class CampaignExportView(Guarded, BaseDetailView):
    """The table over all bureaux; who only takes part has his own table."""

    permission_required = "inspections.view_campaign"
    queryset = CAMPAIGNS
    to_act = True

    def render_to_response(self, context):
        content = sheet.over_all(self.object, localdate())
        return as_file(content, f"{self.object}　报送汇总")


class PartExportView(Guarded, BaseDetailView):
    """One bureau's table; the one above gets it once it is sent."""

    permission_required = "inspections.view_campaign"
    queryset = PARTS

    def render_to_response(self, context):
        part = self.object
        if part.bureau_id != self.request.user.bureau_id and sheet.sent(part) is None:
            raise Http404("报送表还没有报送")
        return as_file(sheet.of_one(part), f"{part.campaign}　{part.bureau}报送表")
