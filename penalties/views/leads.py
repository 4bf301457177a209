"""Pages of leads: what came in, what is known of it, and what the law gives."""

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property

from archives_enforcement.archiving import registry as archiving
from archives_enforcement.documents import drafting
from archives_enforcement.documents.queries import documents_about
from archives_enforcement.exporting import Exported
from archives_enforcement.files.queries import files_of
from archives_enforcement.navigation import Crumb
from archives_enforcement.views import ActView, DetailView, FormView, ListView
from inspections.models import Lead
from inspections.queries.tips import behind
from inspections.services import leads as lead_services
from penalties.forms.cases import DeterminationForm, LeadFilter, LeadForm
from penalties.models import Violation
from penalties.queries import cases as queries
from penalties.queries import gate
from penalties.queries.law import cite
from penalties.queries.lead_acts import lead_acts
from penalties.queries.papers import FILING_CLOCK, REFERRAL_CLOCK, clock_on
from penalties.services import determination
from penalties.views.base import HANDLE, LIST
from penalties.views.cases import list_tabs

LEADS = ("线索", "penalties:lead-list")


def lead_crumbs(*more: Crumb) -> list[Crumb]:
    return [Crumb(LIST[0], reverse(LIST[1])), Crumb(LEADS[0], reverse(LEADS[1])), *more]


class LeadListView(Exported, ListView):
    permission_required = "penalties.view_case"
    template_name = "penalties/lead_list.html"
    model = Lead
    filterset_class = LeadFilter
    sheet_title = "线索"
    sheet_columns = (
        ("涉及的当事人", 34), ("来源", 16), ("收到日期", 12), ("登记人", 14), ("状态", 14),
        ("案件状态", 14),
    )  # fmt: skip

    def sheet_line(self, row):
        case = row.case.get_state_display() if hasattr(row, "case") else ""
        return (
            str(row.party), row.get_source_display(), row.received_on, str(row.registered_by),
            row.get_state_display(), case,
        )  # fmt: skip

    def get_queryset(self):
        rows = super().get_queryset().select_related("party", "case", "registered_by")
        return rows.order_by("-received_on", "-pk")

    def get_context_data(self, **kwargs):
        actions = []
        if self.request.user.has_perm("inspections.register_lead"):
            url = reverse("penalties:lead-register")
            actions.append({"label": "登记线索", "url": url, "icon": "plus", "primary": True})
        return super().get_context_data(actions=actions, tabs=list_tabs("leads"), **kwargs)


class LeadRegisterView(FormView):
    permission_required = "inspections.register_lead"
    template_name = "penalties/lead_form.html"
    form_class = LeadForm
    success_message = "线索已登记，立案的期限开始计算。"

    def perform(self, form):
        data = {name: value for name, value in form.cleaned_data.items() if name != "on"}
        return lead_services.register(actor=self.request.user, on=self.act_date(form), **data)

    def get_context_data(self, **kwargs):
        url = reverse(LEADS[1])
        context = {
            "title": "登记线索",
            "submit_label": "登记线索",
            "crumbs": lead_crumbs(Crumb("登记")),
            "cancel_url": url,
        }
        return super().get_context_data(**(context | kwargs))

    def get_success_url(self):
        return self.result.get_absolute_url()


class LeadDetailView(DetailView):
    """A lead, what is known of it, what the law gives and refuses, and what became of it."""

    permission_required = "penalties.view_case"
    template_name = "penalties/lead_detail.html"
    queryset = Lead.objects.select_related("party", "bureau", "registered_by", "case", "settlement")

    def get_context_data(self, **kwargs):
        lead, user = self.object, self.request.user
        clocks = filter(None, (clock_on(lead, code) for code in (FILING_CLOCK, REFERRAL_CLOCK)))
        recorded = gate.history(lead)
        known = recorded[0] if recorded else None
        verdict = gate.judge(known, lead.bureau, timezone.localdate()) if known else None
        return super().get_context_data(
            crumbs=lead_crumbs(Crumb(str(lead.party))),
            clocks=[queries.clock(clock) for clock in clocks],
            files=files_of(lead, user) if user.has_perm("files.view_storedfile") else [],
            acts=[
                *lead_acts(lead, verdict, user),
                *drafting.offer("lead", lead, user),
                *archiving.offer("lead", lead, user),
            ],
            tip=behind(lead, user),
            settlement=getattr(lead, "settlement", None),
            documents=documents_about(lead, user),
            next_step=self.next_step(lead, known),
            known=known,
            earlier=recorded[1:],
            verdict=verdict,
            **kwargs,
        )

    @staticmethod
    def next_step(lead: Lead, known) -> str:
        if hasattr(lead, "case"):
            return f"已提请立案：{lead.case.get_state_display()}。"
        if lead.state != Lead.State.OPEN:
            return f"{lead.get_state_display()}，没有要办的事。"
        settlement = getattr(lead, "settlement", None)
        if settlement is not None:
            wanted = "请机关负责人审批线索办结。"
            return wanted if settlement.waits else f"办结被退回：{settlement.sent_back}"
        if known is None:
            return "请执法人员及时核查，认定事实；需要现场核实的，安排个案检查。"
        return "请按认定的事实办理；有事实没有查明的，核查以后补充认定。"


class LeadDetermineView(ActView):
    """认定事实: first which act, then the questions that this act asks."""

    permission_required = HANDLE
    template_name = "penalties/lead_determine.html"
    queryset = Lead.objects.select_related("party", "bureau")
    form_class = DeterminationForm
    success_message = "事实已认定，下面列出依法可以采取和不能采取的处理方式。"

    @cached_property
    def known(self):
        return gate.latest(self.object)

    @cached_property
    def violation(self) -> Violation | None:
        """The act named in the address, else the one of the last recording."""
        code = self.request.GET.get("act")
        if code is None:
            return self.known and self.known.violation
        return get_object_or_404(self.acts(), code=code) if code else None

    @staticmethod
    def acts():
        return Violation.objects.in_force(timezone.localdate())

    def get(self, request, *args, **kwargs):
        return super().get(request, *args, **kwargs) if self.violation else self.pick()

    def post(self, request, *args, **kwargs):
        return super().post(request, *args, **kwargs) if self.violation else self.pick(status=422)

    def pick(self, **how):
        """The acts to choose from; the questions come with the choice."""
        self.template_name = "penalties/lead_act_pick.html"
        acts = [(row, cite(row.bases, timezone.localdate())) for row in self.acts()]
        return self.render_to_response(self.head() | {"rows": acts}, **how)

    def get_form_kwargs(self):
        own = {"lead": self.object, "violation": self.violation, "known": self.known}
        return super().get_form_kwargs() | own

    def head(self) -> dict:
        lead = self.object
        own = Crumb(str(lead.party), lead.get_absolute_url())
        return {
            "title": "认定事实",
            "lead": lead,
            "crumbs": lead_crumbs(own, Crumb("认定事实")),
            "cancel_url": lead.get_absolute_url(),
        }

    def get_context_data(self, **kwargs):
        context = self.head() | {"violation": self.violation, "submit_label": "保存认定"}
        return super().get_context_data(**(context | kwargs))

    def perform(self, form):
        data = {name: value for name, value in form.cleaned_data.items() if name != "on"}
        return determination.determine(
            self.object, actor=self.request.user, on=self.act_date(form), **data
        )
