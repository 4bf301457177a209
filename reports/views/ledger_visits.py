"""Pages of one visit of the leadership: what is written of it, its correction, its end."""

from django.urls import reverse

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.navigation import Crumb, PageAct
from archives_enforcement.views import ActView, DetailView
from reports.forms.ledger import AmendVisitForm, StrikeVisitForm
from reports.models import LedgerVisit
from reports.services import ledger as services
from reports.views.ledger import LIST

VISITS = LedgerVisit.objects.select_related("bureau", "lead", "party")


def _list_of(visit: LedgerVisit) -> str:
    return f"{reverse(LIST)}?year={visit.visited_on.year}#visits"


class VisitView(DetailView):
    permission_required = "reports.view_ledger"
    template_name = "reports/ledger_visit.html"
    queryset = VISITS

    def get_context_data(self, **kwargs):
        visit, user = self.object, self.request.user
        return super().get_context_data(**kwargs) | {
            "visit": visit,
            "crumbs": [Crumb("工作台账", _list_of(visit)), Crumb(visit.place)],
            "entries": AuditEntry.objects.visible_to(user).about(visit),
            "acts": self.acts(user),
            "nav": LIST,
        }

    def acts(self, user) -> list[PageAct]:
        if self.object.struck_on or not user.has_perm(services.KEEP):
            return []
        return [
            PageAct(label, reverse(f"reports:ledger-visit-{name}", args=[self.object.pk]))
            for label, name in (("更正", "amend"), ("作废", "strike"))
        ]


class VisitActView(ActView):
    permission_required = services.KEEP
    template_name = "reports/ledger_form.html"
    queryset = VISITS
    title = explanation = ""

    def get_context_data(self, **kwargs):
        visit = self.object
        context = {
            "title": self.title,
            "submit_label": self.title,
            "explanation": self.explanation,
            "crumbs": [
                Crumb("工作台账", _list_of(visit)),
                Crumb(visit.place, visit.get_absolute_url()),
                Crumb(self.title),
            ],
            "cancel_url": visit.get_absolute_url(),
            "nav": LIST,
        }
        return super().get_context_data(**(context | kwargs))

    def perform(self, form):
        typed = {name: value for name, value in form.cleaned_data.items() if name != "on"}
        who = {"actor": self.request.user, "on": self.act_date(form)}
        return type(self).service(self.object, **typed, **who)


class VisitAmendView(VisitActView):
    form_class = AmendVisitForm
    title, success_message = "更正登记", "已更正，原来的内容留在过程记录里。"
    explanation = (
        "原来的内容留在过程记录里。隐患已经转为线索，隐患情况在线索里更正；补登隐患请另行登记。"
    )
    service = services.amend_visit

    def get_initial(self):
        names = ("visited_on", "place", "leader", "purpose")
        return {name: getattr(self.object, name) for name in names}


class VisitStrikeView(VisitActView):
    form_class = StrikeVisitForm
    title, success_message = "作废登记", "已作废，不再计数；登记的内容仍可以查看。"
    explanation = "作废以后不再计入任何数字，不能恢复；由隐患转出的线索照常办理。"
    service = services.strike_visit
