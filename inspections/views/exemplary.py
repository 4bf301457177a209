"""Pages of 整改优秀典型: nominations, and one with what was put right."""

from django.urls import reverse
from django.utils import timezone

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import drafting, kinds
from archives_enforcement.documents.queries import documents_about
from archives_enforcement.exporting import Exported
from archives_enforcement.files.queries import files_of
from archives_enforcement.navigation import Crumb, PageAct, acts_from
from archives_enforcement.views import DetailView, ListView
from inspections.forms.exemplary import ExemplaryFilter
from inspections.models import Exemplary
from inspections.queries import exemplary as queries
from inspections.queries import exemplary_steps
from inspections.views.finding_list import NAV, tabs
from inspections.workflow import CONSENT_FLOW, EXEMPLARY_FLOW

LIST_CRUMB = ("整改典型", "inspections:exemplary-list")
PAGE_OF_CONSENT = {
    "enter_give": "inspections:exemplary-consent-enter",
    "enter_withdraw": "inspections:exemplary-consent-withdraw",
}
NOMINATIONS = Exemplary.objects.select_related("inspection__unit__party", "nominated_by", "bureau")


class ExemplaryListView(Exported, ListView):
    permission_required = "inspections.view_finding"
    template_name = "inspections/exemplary_list.html"
    queryset = NOMINATIONS.order_by("-nominated_on", "-pk")
    filterset_class = ExemplaryFilter
    sheet_title = "整改优秀典型"
    sheet_columns = (
        ("单位", 34), ("推荐理由", 50), ("推荐人", 14), ("推荐日期", 12), ("状态", 12),
        ("决定日期", 12),
    )  # fmt: skip

    def sheet_line(self, row):
        return (
            str(row.inspection.unit), row.reason, str(row.nominated_by), row.nominated_on,
            row.get_state_display(), row.decided_on,
        )  # fmt: skip

    def get_context_data(self, **kwargs):
        user = self.request.user
        may = user.has_perm("inspections.nominate_exemplary")
        ready = queries.ready_to_nominate(user) if may else []
        return super().get_context_data(
            ready=ready, tabs=tabs("inspections:exemplary-list"), nav=NAV, **kwargs
        )


class ExemplaryDetailView(DetailView):
    permission_required = "inspections.view_finding"
    template_name = "inspections/exemplary_detail.html"
    queryset = NOMINATIONS
    workflow = EXEMPLARY_FLOW

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        row, user = self.object, self.request.user
        consent, papers = queries.consent_of(row), list(documents_about(row, user))
        paper = queries.decision_among(papers)
        return context | {
            "consent": consent,
            "consent_files": list(files_of(consent, user)) if consent else [],
            "pairs": queries.pairs_of(row),
            "papers": papers,
            "nav": NAV,
            "crumbs": [
                Crumb(LIST_CRUMB[0], reverse(LIST_CRUMB[1])),
                Crumb(str(row.inspection.unit)),
            ],
            "cases": queries.before_and_after(row.inspection, user),
            "steps": exemplary_steps.steps(row, consent),
            "next_step": exemplary_steps.next_step(row, consent, paper),
            "acts": self.acts(context["offers"], consent, paper),
            "entries": AuditEntry.objects.visible_to(user).about(row, *filter(None, [consent]))[
                :10
            ],
        }

    def acts(self, offers, consent, paper) -> list[PageAct]:
        """The decision, what staff enter for the unit, and the paper of what is decided."""
        row, user = self.object, self.request.user
        found = acts_from(
            offers, lambda name: reverse(f"inspections:exemplary-{name}", args=[row.pk])
        )
        behind = []  # what staff enter for the unit comes last
        if consent is not None:
            own = [
                offer
                for offer in CONSENT_FLOW.offers(consent, user, on=timezone.localdate())
                if offer.step.name in PAGE_OF_CONSENT
            ]
            entered = acts_from(own, lambda name: reverse(PAGE_OF_CONSENT[name], args=[consent.pk]))
            behind = [act._replace(primary=False) for act in entered]
        decided = row.state == Exemplary.State.DECIDED
        drafter = kinds.KINDS[queries.DECISION].drafter
        if decided and paper is None and user.has_perms((drafting.KEEP, drafter)):
            url = reverse("documents:draft", args=["exemplary", row.pk, queries.DECISION])
            why = queries.decision_refusal(row, queries.DECISION, timezone.localdate()) or ""
            found.append(PageAct("起草整改优秀典型决定", "" if why else url, not why, why=why))
        return found + behind
