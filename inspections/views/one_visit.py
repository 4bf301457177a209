"""Pages of one check: its record with what may be done, and its whole trail."""

from django.db.models import Count, Q
from django.urls import reverse

from archives_enforcement.archiving import registry as archiving
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import drafting
from archives_enforcement.files.queries import files_of
from archives_enforcement.prefetching import prefetch_filled
from archives_enforcement.reading import remember
from archives_enforcement.views import DetailView
from archives_enforcement.workdays.clocks import Clocks
from inspections.models import Inspection
from inspections.queries import (
    announcing,
    ladder,
    ladder_taken,
    look_back,
    measures,
    merging,
    offline,
    progress,
    reconciling,
    scoring,
    self_answers,
    slots,
    teams,
    visits,
)
from inspections.queries.acts import Record, acts_on
from inspections.queries.completion import completion_of
from inspections.views.visits import crumbs_of

RECENT = 5  # entries of the trail shown on the first page


def about(inspection: Inspection, user):
    """Entries of the trail on a check, newest first; none for a post that reads no trail."""
    if not user.has_perm("audit.view_auditentry"):
        return AuditEntry.objects.none()
    return AuditEntry.objects.visible_to(user).about(inspection)


class RecordPage(DetailView):
    """A side of one check: its head, stages and tabs are the same on all of them."""

    permission_required = "inspections.view_inspection"
    queryset = Inspection.objects.select_related(
        "unit__party", "checklist", "plan_item__plan", "campaign", "lead", "origin__unit__party",
        "bureau", "drafted_by", "approved_by", "refused_by",
    )  # fmt: skip
    around = visits.AROUND
    tab = ""

    def get_object(self, queryset=None):
        inspection = super().get_object(queryset)
        self.read = prefetch_filled(inspection, *self.around, beside=self.beside(inspection))
        return inspection

    def beside(self, inspection: Inspection) -> dict:
        """What else the page reads, by name; what was found stands in `read`."""
        user = self.request.user
        self.trail = about(inspection, user)
        urged = Count("pk", filter=Q(action=ladder.URGED))
        return {
            "papers": visits.papers_with_clocks(inspection, user),
            "recent": self.trail.beginning.asking(self.trail, RECENT, urged=urged),
        }

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        inspection, user, today = self.object, self.request.user, context["today"]
        documents, self.deadlines = self.read["papers"]
        findings = visits.findings_of(inspection, user)
        self.record = Record(inspection, documents, findings)
        told = {"documents": documents, "findings": findings}
        self.recent, self.trail_count = self.read["recent"]
        if self.recent and not self.recent[0].urged:
            remember(ladder.urged, set(), inspection)
        return (
            context
            | told
            | {
                "crumbs": crumbs_of(inspection),
                "heading": f"{inspection.unit}　{inspection.get_kind_display()}",
                "number": f"{slots.when(inspection.day, inspection.session)}　"
                f"{inspection.checklist}",
                "next_step": progress.next_step(inspection, today, **told),
                "steps": progress.steps(inspection, **told),
                "tabs": self.tabs(user),
            }
        )

    def tabs(self, user) -> list[dict]:
        key = [self.object.pk]
        sides = [("overview", "概况", "inspection-detail", "")]
        if self.object.inspected_on and user.has_perm("inspections.record_inspection"):
            sides.append(("record", "现场记录", "inspection-record-print", ""))
        if self.object.inspected_on and user.has_perm("files.view_storedfile"):
            sides.append(("evidence", "证据清单", "inspection-evidence", ""))
        if user.has_perm("audit.view_auditentry"):
            sides.append(("trail", "全过程记录", "inspection-trail", self.trail_count))
        return [
            {
                "label": label,
                "url": reverse(f"inspections:{name}", args=key),
                "count": count,
                "current": tab == self.tab,
            }
            for tab, label, name, count in sides
        ]


class InspectionDetailView(RecordPage):
    template_name = "inspections/inspection_detail.html"
    around = (*visits.AROUND, *ladder_taken.MEASURES)
    tab = "overview"

    def beside(self, inspection):
        user = self.request.user
        files = files_of(inspection, user).select_related("exhibit")
        results = inspection.results.select_related("item").order_by("item__position")
        return super().beside(inspection) | {
            "submission": self_answers.submissions_before(inspection)[:1],
            "parts": inspection.checklist.parts.all(),
            "files": files if user.has_perm("files.view_storedfile") else files.none(),
            "results": results if inspection.grade else results.none(),
        }

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        inspection, user, today = self.object, self.request.user, context["today"]
        clocks = Clocks.among(sorted(self.deadlines, key=lambda row: row.pk))
        return context | {
            "acts": acts_on(self.record, user, today)
            + drafting.offer("inspection", self.record.inspection, user)
            + archiving.offer("inspection", self.record.inspection, user),
            "basis": visits.legal_basis(inspection.kind),
            "announced": announcing.announcement(inspection, context["documents"])
            if user.has_perm("documents.view_document")
            else None,
            "when": slots.when(inspection.day, inspection.session),
            "warnings": slots.warnings_for(inspection),
            "returned": visits.reason_of_return(inspection, user),
            "tally": visits.tally(context["findings"]),
            "measures": ladder_taken.taken_on(inspection, user),
            "rungs": ladder.offers(inspection, context["findings"], user, today),
            "measures_taken": measures.measures_of(inspection, context["documents"], user),
            "completion": completion_of(context["findings"]),
            "comparison": self_answers.beside(inspection)
            if self.read["submission"] and user.has_perm("inspections.view_selfinspection")
            else None,
            "reconciled": reconciling.reconciled(inspection, context["documents"], clocks)
            if user.has_perm("documents.view_document")
            else [],
            "clocks": [visits.clock(row) for row in self.deadlines],
            "team": teams.members(inspection),
            "score": scoring.score(inspection, self.read["results"]) if inspection.grade else None,
            "parts": merging.parts_of(inspection)
            if inspection.grade and self.read["parts"]
            else [],
            "looked_at": look_back.results_of(inspection),
            "files": self.read["files"],
            "takes_along": offline.may_take_along(inspection, user),
            "recent": self.recent,
            "trail_count": self.trail_count,
        }


class InspectionTrailView(RecordPage):
    """Every entry of 全过程记录 on this check."""

    permission_required = ("inspections.view_inspection", "audit.view_auditentry")
    template_name = "inspections/inspection_trail.html"
    tab = "trail"

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"trail": self.trail}
