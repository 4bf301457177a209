"""Pages that show 专项检查（上级）: all of them, and one with the table over all bureaux."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.timezone import localdate
from django.views.generic.detail import BaseDetailView

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.exporting import Exported
from archives_enforcement.files.queries import files_of
from archives_enforcement.files.workbook import XLSX
from archives_enforcement.navigation import Crumb, PageAct, acts_from
from archives_enforcement.views import DetailView, Guarded, ListView
from inspections.models import Campaign, Participant
from inspections.queries import campaign_figures as figures
from inspections.queries import campaign_sheet as sheet
from inspections.queries import campaign_standing as progress
from inspections.queries import campaigns as queries
from inspections.services import campaigns
from inspections.workflow import CAMPAIGN_FLOW

HANDED_IN = "选定单位、填写和报送，请点上面的“办理报送”。"
LIST = ("专项检查（上级）", "inspections:campaign-list")
CAMPAIGNS = Campaign.objects.select_related("bureau", "checklist", "drafted_by", "issued_by")
PAGE_OF_STEP = {  # in the order of the buttons
    "submit": "campaign-submit",
    "issue": "campaign-issue",
    "return_campaign": "campaign-return",
    "discard": "campaign-discard",
    "extend": "campaign-extend",
    "close": "campaign-close",
    "withdraw": "campaign-withdraw",
}


def crumbs_of(campaign: Campaign, *more: str) -> list[Crumb]:
    url = campaign.get_absolute_url() if more else ""
    first = Crumb(LIST[0], reverse(LIST[1]))
    return [first, Crumb(str(campaign), url), *map(Crumb, more)]


def entries_about(record, user):
    """The newest entries of the reader's own books, for a post that reads them."""
    if not user.has_perm("audit.view_auditentry"):
        return []
    return AuditEntry.objects.visible_to(user).about(record)[:10]


class CampaignListView(Exported, ListView):
    permission_required = "inspections.view_campaign"
    template_name = "inspections/campaign_list.html"
    model = Campaign
    sheet_title = "专项检查（上级）"
    sheet_columns = (
        ("名称", 40), ("文号", 26), ("部署机关", 26), ("检查期间", 40), ("报送截止", 12),
        ("状态", 12), ("报送", 16),
    )  # fmt: skip

    def sheet_line(self, row):
        row, part = row
        sent = part.get_state_display() if part else f"{row.sent} / {row.parts} 个机关"
        return (
            str(row), row.reference, str(row.superior), row.period, row.due_on,
            row.get_state_display(), sent if row.issued_on else "",
        )  # fmt: skip

    def sheet_rows(self, rows):
        """Each with the part of the reader's own bureau."""
        parts = Participant.objects.visible_to(self.request.user).ours(self.request.user)
        own = {part.campaign_id: part for part in parts.filter(campaign__in=rows)}
        return [(row, own.get(row.pk)) for row in rows]

    def get_queryset(self):
        return queries.listed(super().get_queryset())

    def get_context_data(self, **kwargs):
        context = super().get_context_data(actions=self.actions(), **kwargs)
        return context | {"rows": self.sheet_rows(context["object_list"])}

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
        rows = progress.standing(campaign, today)
        own = next((row for row in rows if row.participant.bureau_id == user.bureau_id), None)
        return context | {
            "crumbs": crumbs_of(campaign),
            "directs": directs,
            "own": own.participant if own else None,
            "next_step": progress.next_step(campaign, rows) if directs else self.told(own),
            "steps": progress.steps(campaign),
            "rows": rows if directs else [],
            "participants": [row.participant for row in rows],
            "columns": list(figures.COUNTS.items()),
            "lines": figures.lines_of(rows) if directs else [],
            "acts": self.acts(context["offers"]),
            "nothing_here": HANDED_IN if self.waits_for_us(own) else "",
            "actions": self.actions(own) if directs else self.way_to(own),
            "files": files_of(campaign, user) if user.has_perm("files.view_storedfile") else [],
            "basis": queries.BASIS,
            "entries": entries_about(campaign, user),
            "returned": progress.reason_of_return(campaign, user),
        }

    def told(self, own) -> str:
        return progress.part_next_step(own.participant, "", ours=True) if own else ""

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

    def waits_for_us(self, own) -> bool:
        """Whether the reader's own bureau has still to report, on the page of its part."""
        return bool(self.way_to(own)) and own.participant.state in Participant.WAITING

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
