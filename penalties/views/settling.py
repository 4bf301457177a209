"""Pages of 线索办结: an officer proposes, the head approves or sends back."""

from django.utils import timezone

from archives_enforcement.forms import ActForm, ReasonForm
from archives_enforcement.navigation import Crumb
from archives_enforcement.views import ActView
from archives_enforcement.workflow import Act
from inspections.models import Lead
from inspections.workflow import LEAD_FLOW
from penalties.forms.settling import SettlementForm
from penalties.models import Settlement
from penalties.queries import gate
from penalties.services import settling
from penalties.views.base import HANDLE
from penalties.views.leads import lead_crumbs

APPROVE = "penalties.approve_case"


class SettlingView(ActView):
    """An act on a lead: what it is about and what was found stand beside the form."""

    permission_required = APPROVE
    template_name = "penalties/lead_settle.html"
    queryset = Lead.objects.select_related("party", "bureau", "settlement")
    step = title = ""

    def get_context_data(self, **kwargs):
        lead = self.object
        context = {
            "title": self.title,
            "submit_label": self.title,
            "lead": lead,
            "lamps": LEAD_FLOW.lit(lead, self.step, Act(self.request.user, timezone.localdate())),
            "known": gate.latest(lead),
            "settlement": getattr(lead, "settlement", None),
            "crumbs": lead_crumbs(
                Crumb(str(lead.party), lead.get_absolute_url()), Crumb(self.title)
            ),
            "cancel_url": lead.get_absolute_url(),
        }
        return super().get_context_data(**(context | kwargs))

    def by(self, form) -> dict:
        return {"actor": self.request.user, "on": self.act_date(form)}


class ProposeView(SettlingView):
    permission_required = HANDLE
    step = "propose_settling"
    form_class = SettlementForm
    title = "提请办结"
    success_message = "已提请办结，等待机关负责人审批。"

    def get_form_kwargs(self):
        before = Settlement.objects.filter(lead=self.object).first()
        own = {"before": before, "known": gate.latest(self.object)}
        return super().get_form_kwargs() | own

    def perform(self, form):
        data = {name: value for name, value in form.cleaned_data.items() if name != "on"}
        return settling.propose(self.object, **self.by(form), **data)


class ApproveView(SettlingView):
    step = "settle"
    form_class = ActForm
    title = "批准办结"
    success_message = "线索已办结，可以立卷。"

    def perform(self, form):
        return settling.approve(self.object, **self.by(form))


class SendBackView(SettlingView):
    form_class = ReasonForm
    title = "退回办结"
    success_message = "已退回，承办人员会在工作台看到理由。"

    def perform(self, form):
        return settling.send_back(self.object, **self.by(form), note=form.cleaned_data["note"])
