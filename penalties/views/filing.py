"""Pages of leads and of filing a case."""

from django.urls import reverse

from archives_enforcement.documents import drafting
from archives_enforcement.documents.queries import documents_about
from archives_enforcement.files.queries import files_of
from archives_enforcement.forms import ReasonForm
from archives_enforcement.navigation import Crumb, PageAct
from archives_enforcement.views import ActView, DetailView, FormView, ListView
from inspections.models import Lead
from inspections.services import leads as lead_services
from penalties.forms.cases import FilingForm, LeadFilter, LeadForm
from penalties.queries import cases as queries
from penalties.queries.papers import FILING_CLOCK, clock_on
from penalties.services import filing
from penalties.views.base import HANDLE, LIST, CaseActView
from penalties.views.cases import list_tabs

LEADS = ("线索", "penalties:lead-list")


def lead_crumbs(*more: Crumb) -> list[Crumb]:
    return [Crumb(LIST[0], reverse(LIST[1])), Crumb(LEADS[0], reverse(LEADS[1])), *more]


class LeadListView(ListView):
    permission_required = "penalties.view_case"
    template_name = "penalties/lead_list.html"
    model = Lead
    filterset_class = LeadFilter

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
    """A lead, what became of it, and the ways on."""

    permission_required = "penalties.view_case"
    template_name = "penalties/lead_detail.html"
    queryset = Lead.objects.select_related("party", "bureau", "registered_by", "case")

    def get_context_data(self, **kwargs):
        lead, user = self.object, self.request.user
        clock = clock_on(lead, FILING_CLOCK)
        return super().get_context_data(
            crumbs=lead_crumbs(Crumb(str(lead.party))),
            clocks=[queries.clock(clock)] if clock else [],
            files=files_of(lead, user) if user.has_perm("files.view_storedfile") else [],
            acts=self.acts(lead, user) + drafting.offer("lead", lead, user),
            documents=documents_about(lead, user),
            next_step=self.next_step(lead),
            **kwargs,
        )

    @staticmethod
    def next_step(lead: Lead) -> str:
        if hasattr(lead, "case"):
            return f"已提请立案：{lead.case.get_state_display()}。"
        if lead.state == Lead.State.OPEN:
            return "请执法人员及时核查：有违法事实的提请立案，需要现场核实的安排个案检查。"
        return f"{lead.get_state_display()}，没有要办的事。"

    @staticmethod
    def acts(lead: Lead, user) -> list[PageAct]:
        if lead.state != Lead.State.OPEN or hasattr(lead, "case"):
            return []
        found = []
        if user.has_perm(HANDLE):
            found.append(
                PageAct("提请立案", reverse("penalties:case-propose", args=[lead.pk]), True)
            )
        if user.has_perm("inspections.draft_inspection") and hasattr(lead.party, "unit"):
            url = f"{reverse('inspections:inspection-create')}?lead={lead.pk}"
            found.append(PageAct("安排个案检查", url))
        return found


class CaseProposeView(ActView):
    """提请立案 on one lead; where the law sets no fine the page says what to do instead."""

    permission_required = HANDLE
    template_name = "penalties/case_propose.html"
    queryset = Lead.objects.select_related("party", "bureau")
    form_class = FilingForm
    success_message = "已提请立案，等待机关负责人审批。"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"lead": self.object}

    def get_context_data(self, **kwargs):
        lead = self.object
        own = Crumb(str(lead.party), lead.get_absolute_url())
        context = {
            "title": "提请立案",
            "submit_label": "提请立案",
            "lead": lead,
            "crumbs": lead_crumbs(own, Crumb("提请立案")),
            "cancel_url": lead.get_absolute_url(),
            "stop": getattr(self, "stop", None),
        }
        return super().get_context_data(**(context | kwargs))

    def perform(self, form):
        data = {name: value for name, value in form.cleaned_data.items() if name != "on"}
        try:
            return filing.propose(
                self.object, actor=self.request.user, on=self.act_date(form), **data
            )
        except filing.NoFine as refusal:
            self.stop = refusal
            raise

    def get_success_url(self):
        return self.result.get_absolute_url()


class CaseApproveView(CaseActView):
    permission_required = "penalties.approve_case"
    title = "批准立案"
    success_message = "已批准立案，九十日的办案期限开始计算。"
    consequences = (
        "编立案号，不能收回再用",
        "作出决定的九十日从批准之日起算（行政处罚法第六十条）",
    )

    def perform(self, form):
        return filing.approve(self.object, **self.by(form))


class CaseRejectView(CaseActView):
    permission_required = "penalties.approve_case"
    title = "不予立案"
    form_class = ReasonForm
    success_message = "已决定不予立案。"

    def perform(self, form):
        return filing.reject(self.object, **self.by(form), **self.given(form))
