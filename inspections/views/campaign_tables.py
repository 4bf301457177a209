"""The page that shows one bureau's part in a 专项检查（上级） with its table."""

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.timezone import localdate

from archives_enforcement.navigation import Crumb, PageAct, acts_from
from archives_enforcement.templatetags.formats import cn_datetime
from archives_enforcement.views import DetailView
from inspections.models import Campaign, Participant
from inspections.queries import campaign_figures as figures
from inspections.queries import campaign_sheet as sheet
from inspections.queries import campaign_standing as progress
from inspections.queries import campaigns as queries
from inspections.services import campaign_parts
from inspections.views.campaigns import crumbs_of, entries_about
from inspections.workflow import PART_FLOW

PARTS = Participant.objects.select_related(
    "bureau", "campaign__bureau", "campaign__checklist", "prepared_by"
)
PAGE_OF_PART_STEP = {
    "submit_table": "campaign-part-submit",
    "send": "campaign-part-send",
    "return_table": "campaign-part-return",
    "accept": "campaign-part-accept",
    "send_back": "campaign-part-send-back",
}
ABOVE = ("accept", "send_back")


def crumbs_of_part(part: Participant, *more: str) -> list[Crumb]:
    url = part.get_absolute_url() if more else ""
    return [*crumbs_of(part.campaign, "")[:-1], Crumb(str(part.bureau), url), *map(Crumb, more)]


def said(part: Participant, table) -> list[tuple[str, str]]:
    """What was asked in words, with the answers of a table, or those being written."""
    answers = (table or part).answers
    return [(row, answers.get(row, "")) for row in part.campaign.questions]


def counted(table) -> str:
    return f"统计时间 {cn_datetime(table.counted_at)}，已冻结" if table else "由现在的记录统计"


def lacking_words(words: str, when: str = "") -> str:
    return f"{when}还差：{words}。" if words else ""


class PartDetailView(DetailView):
    """One bureau's part: units and table for itself, the table alone for the one above."""

    permission_required = "inspections.view_campaign"
    template_name = "inspections/campaign_part.html"
    queryset = PARTS

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        part, user, campaign = self.object, self.request.user, self.object.campaign
        table = sheet.sent(part)
        standing = progress.late_words(part, campaign, table, context["today"])
        return context | {
            "crumbs": crumbs_of_part(part),
            "campaign": campaign,
            "part": part,
            "heading": f"{part.bureau}　{campaign.reference}",
            "shortfall": (table or part).shortfall if table or self.is_ours else "",
            "is_ours": self.is_ours,
            "next_step": progress.part_next_step(part, self.open_words, ours=self.is_ours),
            "late": standing,
            "table": table,
            "figures": self.figures(table),
            "answers": self.answers(table),
            "counted": counted(table),
            "note": lacking_words(table.remark, "统计时")
            if table
            else lacking_words(self.open_words),
            "taken": queries.taken(part) if self.is_ours else [],
            "lacking": queries.too_few(part) if self.is_ours and self.may_edit else "",
            "may_edit": self.may_edit and user.has_perm(campaign_parts.ANSWER),
            "may_arrange": self.may_arrange,
            "acts": self.acts(),
            "actions": self.actions(table),
            "entries": entries_about(part, user) if self.is_ours else [],
            "earlier": sheet.returned(part),
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
        return said(self.object, table)

    def actions(self, table) -> list[dict]:
        if table is None and not self.is_ours:
            return []
        url = reverse("inspections:campaign-part-export", args=[self.object.pk])
        paper = reverse("inspections:campaign-part-pdf", args=[self.object.pk])
        return [
            {"label": "导出 Excel", "url": url, "icon": "download"},
            {"label": "导出 PDF", "url": paper, "icon": "download"},
        ]

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
