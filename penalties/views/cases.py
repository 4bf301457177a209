"""Pages that show cases: the list, and the sides of one case."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, Max, Q
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.archiving import registry as archiving
from archives_enforcement.asking import answer_of, side_by_side
from archives_enforcement.documents import drafting
from archives_enforcement.exporting import Exported
from archives_enforcement.prefetching import prefetch_asking, prefetch_filled
from archives_enforcement.reading import remember
from archives_enforcement.views import DetailView, ListView
from penalties import accountability_guards, deciding_guards, guards
from penalties import discretion as engine
from penalties.forms.cases import CaseFilter
from penalties.forms.handling import FineForm
from penalties.models import Case
from penalties.queries import (
    accountability,
    closings,
    discretion,
    discretion_page,
    enforcing,
    gate,
    past,
    progress,
)
from penalties.queries import cases as queries
from penalties.queries.acts import acts_on
from penalties.queries.dossier import dossiers
from penalties.queries.evaluation import evaluation_of
from penalties.queries.papers import deadlines_about
from penalties.range_bar import range_bar
from penalties.views.base import HANDLE, crumbs_of

RECENT = 5  # entries of the trail shown on the first side
PROPOSING = (Case.State.INVESTIGATED, Case.State.PROPOSED)


def list_tabs(current: str) -> list[dict]:
    """Cases, the leads they come from, and what they are weighed by."""
    sides = (
        ("cases", "案件", "case-list"),
        ("leads", "线索", "lead-list"),
        ("benchmarks", "裁量权基准", "benchmark-list"),
    )
    tabs = [
        {"label": label, "url": reverse(f"penalties:{name}"), "current": side == current}
        for side, label, name in sides
    ]
    # No power of the bureau: whoever looks for it here is told so, and what may be done.
    return [*tabs, {"label": "查封、扣押", "url": reverse("documents:seizure"), "current": False}]


class CaseListView(Exported, ListView):
    permission_required = "penalties.view_case"
    template_name = "penalties/case_list.html"
    model = Case
    filterset_class = CaseFilter
    sheet_title = "案件"
    sheet_columns = (
        ("案件", 40), ("案号", 24), ("当事人", 34), ("立案日期", 12), ("承办人员", 20),
        ("状态", 14),
    )  # fmt: skip

    def sheet_line(self, row):
        officers = "、".join(str(officer.user) for officer in row.officers.all())
        return (
            row.name, row.number or "", str(row.party), row.filed_on, officers,
            row.get_state_display(),
        )  # fmt: skip

    def get_queryset(self):
        return queries.listed(super().get_queryset())

    def get_context_data(self, **kwargs):
        return super().get_context_data(tabs=list_tabs("cases"), **kwargs)


def told_by_trail(case: Case) -> dict:
    """What the page asks of all entries on the case while it reads the latest of them."""
    on_case = Q(content_type=ContentType.objects.get_for_model(Case))
    return {
        "last_act_on": Max("on", filter=on_case),
        "returned": Count("pk", filter=on_case & Q(action__in=closings.RETURNED.values())),
    }


class Side:
    """What every side of a case shows around its own content: head, stages, tabs, margin."""

    def __init__(self, case: Case, user, today, tab: str, around=()):
        self.case, self.user, self.today, self.tab = case, user, today, tab
        self.trail = queries.trail_of(case, user)
        recent = self.trail.beginning.asking(self.trail, RECENT, **told_by_trail(case))
        beside = {
            "papers": queries.papers_on(case, user),
            "recent": recent,
            "determined": gate.read_history(case.lead),
        }
        read = prefetch_filled(case, *around, beside=beside)
        self.documents = read["papers"]
        self.recent, self.trail_count = read["recent"]
        self.deadlines, self.rows, _ = answer_of(
            side_by_side(
                deadlines_about.asking(case, self.documents, user),
                queries.sides_of(case, user if tab == "overview" else None),
                prefetch_asking(self.documents, "deliveries"),
            )
        )
        if self.recent:
            remember(guards.last_act_on, self.recent[0].last_act_on, case)
        never = bool(self.recent) and not self.recent[0].returned
        [self.dossier] = dossiers([case], never_returned=never)

    def context(self) -> dict:
        case = self.case
        return {
            "case": case,
            "today": self.today,
            "documents": self.documents,
            "clocks": [queries.clock(row) for row in self.deadlines],
            "crumbs": crumbs_of(case),
            "next_step": progress.next_step(self.dossier),
            "steps": progress.steps(self.dossier),
            "warnings": progress.warnings(case, self.deadlines, self.today),
            "people": queries.people_on(case),
            "assessment": case.assessment,
            "tabs": self.tabs(),
        }

    def tabs(self) -> list[dict]:
        case = self.case
        sides = [
            ("overview", "概况", "case-detail", ""),
            ("evidence", "证据", "case-evidence", len(case.evidence.all())),
            ("discretion", "裁量", "case-discretion", ""),
            ("documents", "文书", "case-documents", len(self.documents)),
            ("deadlines", "期限", "case-deadlines", len(self.deadlines)),
        ]
        if self.user.has_perm("audit.view_auditentry"):
            sides.append(("trail", "全过程记录", "case-trail", self.trail_count))
        return [
            {
                "label": label,
                "url": reverse(f"penalties:{name}", args=[case.pk]),
                "count": count,
                "current": side == self.tab,
            }
            for side, label, name, count in sides
        ]


class CasePage(DetailView):
    """One side of a case."""

    permission_required = "penalties.view_case"
    queryset = Case.objects.select_related(*queries.RELATED)
    around = queries.AROUND
    tab = ""

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        user, today = self.request.user, context["today"]
        self.side = Side(self.object, user, today, self.tab, self.around)
        return context | self.side.context()


class CaseDetailView(CasePage):
    template_name = "penalties/case_detail.html"
    around = (*queries.AROUND, *queries.SIDES)
    tab = "overview"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        case, user = self.object, self.request.user
        acts = acts_on(case, user, context["today"])
        return context | {
            "acts": acts + drafting.offer("case", case, user) + archiving.offer("case", case, user),
            "evaluation": evaluation_of(self.side.dossier, acts, context["today"])
            if case.filed_on or case.on_the_spot
            else None,
            "statements": case.statements.all(),
            "reviews": case.reviews.all(),
            "late": self.late(),
            **self.side.rows,
            "notified": self.side.dossier.notified(),
            "recent": self.side.recent,
        }

    def late(self):
        """What lateness comes to today, while the decision is carried out."""
        case, today = self.object, timezone.localdate()
        found = enforcing.lateness(case, today) if case.state == Case.State.DECIDED else None
        return found if found and found.days else None


class CaseEvidenceView(CasePage):
    template_name = "penalties/case_evidence.html"
    tab = "evidence"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        case, user = self.object, self.request.user
        gathering = case.state == Case.State.INVESTIGATING and user.has_perm(HANDLE)
        return context | {
            "evidence": queries.evidence_of(case, user),
            "elements": case.elements.prefetch_related("evidence"),
            "may_edit": gathering,
            "asks_accountability": accountability.is_person(case),
            "accountability": accountability.of_case(case),
            "spared": accountability_guards.answerable(case, None),
        }


class CaseDiscretionView(CasePage):
    """What the facts lead to, the reasons, and the figure that may be fixed."""

    template_name = "penalties/case_discretion.html"
    tab = "discretion"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        case, user = self.object, self.request.user
        if user.has_perm(HANDLE) and case.state in PROPOSING:
            context["form"] = FineForm(
                actor=user,
                confiscates=case.clause.confiscate_gains,
                may_warn=discretion.may_warn(case, context["today"]),
                initial=fixed(context["assessment"]),
            )
        return context | shown(case, user, context["today"])


def fixed(assessment) -> dict:
    """The figure as it was fixed last, to begin with."""
    names = ("fine", "gains", "correction", "warning_only")
    return {name: getattr(assessment, name) for name in names} if assessment else {}


def shown(case: Case, user, today, *, tried: int | None = None) -> dict:
    """The parts of the page 裁量: live values while weighing, the frozen copy afterwards."""
    weighing = case.state in (*PROPOSING, Case.State.NOTIFIED, Case.State.ON_THE_SPOT)
    facts = case.circumstances.select_related("tier", "factor").prefetch_related("evidence")
    parts = {
        "facts": facts,
        "may_weigh": weighing and user.has_perm(HANDLE),
        "past": past.under_same_clause(case, user),
    }
    made = case.assessment
    parts |= discretion_page.around(case, user, today)
    row = made.row if made and not weighing else discretion.row_for(case, today)
    if row is None:
        return parts | {"benchmark": None}
    if made and not weighing:
        rules, result = discretion.frozen(made)
    else:
        rules = discretion.rules_of(row, case)
        result = discretion.result_of(case, row, today)
    return parts | {
        "benchmark": row.benchmark,
        "tried_only": weighing and deciding_guards.only_a_sample(row),
        "row": row,
        "result": result,
        "weighed": any(fact.weight for fact in facts),
        "bar": range_bar(rules, result, figure=made.fine if made else None, tried=tried)
        if result.band
        else None,
        "statutory": engine.Band("", rules.minimum, rules.maximum, True, True),
    }


class CaseDocumentsView(CasePage):
    template_name = "penalties/case_documents.html"
    tab = "documents"


class CaseDeadlinesView(CasePage):
    """Every clock with its arithmetic in words."""

    template_name = "penalties/case_deadlines.html"
    tab = "deadlines"


class CaseTrailView(CasePage):
    permission_required = ("penalties.view_case", "audit.view_auditentry")
    template_name = "penalties/case_trail.html"
    tab = "trail"

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs) | {"trail": self.side.trail}
