"""Pages of filing a case."""

from django.utils import timezone
from django.utils.functional import cached_property

from archives_enforcement.forms import ReasonForm
from archives_enforcement.navigation import Crumb
from archives_enforcement.views import ActView
from archives_enforcement.workflow import Act
from inspections.models import Lead
from penalties.fitness import Measure
from penalties.forms.cases import FilingForm
from penalties.queries import clauses, closings, filings, gate
from penalties.queries.lead_acts import why_not_filed
from penalties.services import filing, filing_returns
from penalties.views.base import HANDLE, CaseActView
from penalties.views.leads import lead_crumbs
from penalties.workflow import CASE_FLOW


class CaseProposeView(ActView):
    """提请立案 on one lead, for the clause that its facts open; else why not, and what instead."""

    permission_required = HANDLE
    template_name = "penalties/case_propose.html"
    queryset = Lead.objects.select_related("party", "bureau")
    form_class = FilingForm
    success_message = "已提请立案，等待机关负责人审批。"

    @cached_property
    def known(self):
        return gate.latest(self.object)

    @cached_property
    def verdict(self):
        today = timezone.localdate()
        return self.known and clauses.judge(self.known, self.object.bureau, today)

    def get_form_kwargs(self):
        opened = self.verdict.offers(Measure.FINE) if self.verdict else ()
        own = {"lead": self.object, "opened": opened, "known": self.known}
        return super().get_form_kwargs() | own

    def get_context_data(self, **kwargs):
        lead = self.object
        own = Crumb(str(lead.party), lead.get_absolute_url())
        context = {
            "title": "提请立案",
            "submit_label": "提请立案",
            "lead": lead,
            "crumbs": lead_crumbs(own, Crumb("提请立案")),
            "cancel_url": lead.get_absolute_url(),
            "why_not": why_not_filed(self.verdict),
            "known": self.known,
            "verdict": self.verdict,
        }
        return super().get_context_data(**(context | kwargs))

    def perform(self, form):
        data = {name: value for name, value in form.cleaned_data.items() if name != "on"}
        return filing.propose(self.object, actor=self.request.user, on=self.act_date(form), **data)

    def get_success_url(self):
        return self.result.get_absolute_url()


class CaseReturnView(CaseActView):
    permission_required = "penalties.approve_case"
    title = "退回补正"
    form_class = ReasonForm
    success_message = "已退回补正，列入提请人和承办人员的待办。"
    explanation = "写明哪里写错、怎样改。立案的期限照常计算，不因退回中断。"

    def perform(self, form):
        return filing_returns.send_back(self.object, **self.by(form), **self.given(form))


class CaseProposeAgainView(CaseActView):
    """补正: the same form with what was written, the head's reason above it."""

    title = "补正后重新提请立案"
    template_name = "penalties/case_propose.html"
    form_class = FilingForm
    success_message = "已重新提请立案，等待机关负责人审批。"

    @property
    def explanation(self):
        found = closings.returned([self.object])
        return "".join(filings.came_back(row) for row in found.values())

    @cached_property
    def known(self):
        return gate.latest(self.object.lead)

    @cached_property
    def verdict(self):
        return self.known and clauses.judge(self.known, self.object.bureau, timezone.localdate())

    def get_form_kwargs(self):
        opened = self.verdict.offers(Measure.FINE) if self.verdict else ()
        own = {"lead": self.object.lead, "opened": opened, "known": self.known}
        return super().get_form_kwargs() | own | {"before": self.object}

    def get_context_data(self, **kwargs):
        context = {
            "submit_label": "重新提请立案",
            "lead": self.object.lead,
            "known": self.known,
            "verdict": self.verdict,
            "why_not": why_not_filed(self.verdict)
            or CASE_FLOW.why_not(
                self.object, "propose_again", Act(self.request.user, timezone.localdate())
            ),
        }
        return super().get_context_data(**(context | kwargs))

    def perform(self, form):
        return filing_returns.propose_again(self.object, **self.by(form), **self.given(form))


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
