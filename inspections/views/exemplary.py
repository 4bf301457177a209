"""Pages of 整改优秀典型: nominations, what was put right, and the decision."""

from django.urls import reverse
from django.utils import timezone

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.forms import ActForm, ReasonForm
from archives_enforcement.navigation import Crumb, acts_from
from archives_enforcement.views import ActView, DetailView, ListView
from inspections.forms.exemplary import DecideForm, ExemplaryFilter, NominateForm
from inspections.models import Exemplary
from inspections.queries import exemplary as queries
from inspections.services import exemplary as services
from inspections.views.closing import VisitActView
from inspections.views.rectification import NAV, tabs
from inspections.workflow import EXEMPLARY_FLOW

LIST_CRUMB = ("整改典型", "inspections:exemplary-list")
NOMINATIONS = Exemplary.objects.select_related("inspection__unit__party", "nominated_by", "bureau")


class ExemplaryListView(ListView):
    permission_required = "inspections.view_finding"
    template_name = "inspections/exemplary_list.html"
    queryset = NOMINATIONS.order_by("-nominated_on", "-pk")
    filterset_class = ExemplaryFilter

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
        return context | {
            "nav": NAV,
            "crumbs": [
                Crumb(LIST_CRUMB[0], reverse(LIST_CRUMB[1])),
                Crumb(str(row.inspection.unit)),
            ],
            "cases": queries.before_and_after(row.inspection, user),
            "steps": queries.steps(row),
            "next_step": queries.next_step(row),
            "acts": acts_from(
                context["offers"],
                lambda name: reverse(f"inspections:exemplary-{name}", args=[row.pk]),
            ),
            "entries": AuditEntry.objects.visible_to(user).about(row)[:10],
        }


class NominateView(VisitActView):
    permission_required = "inspections.nominate_exemplary"
    form_class = NominateForm
    title, submit_label = "推荐整改典型", "推荐"
    success_message = "已推荐，等待机关负责人决定。"
    explanation = "问题全部销号、回头看没有发现未改好的，可以推荐为整改优秀典型，由机关负责人决定。"

    def perform(self, form):
        return services.nominate(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            reason=form.cleaned_data["reason"],
        )

    def get_success_url(self):
        return self.result.get_absolute_url()


class ExemplaryActView(ActView):
    permission_required = "inspections.decide_exemplary"
    template_name = "inspections/exemplary_act.html"
    queryset = NOMINATIONS
    form_class = ActForm
    title = ""

    def get_context_data(self, **kwargs):
        row = self.object
        return super().get_context_data(
            title=self.title,
            exemplary=row,
            cases=queries.before_and_after(row.inspection, self.request.user),
            crumbs=[
                Crumb(LIST_CRUMB[0], reverse(LIST_CRUMB[1])),
                Crumb(str(row.inspection.unit), row.get_absolute_url()),
                Crumb(self.title),
            ],
            submit_label=self.title,
            cancel_url=row.get_absolute_url(),
            today=timezone.localdate(),
            **kwargs,
        )


class DecideView(ExemplaryActView):
    form_class = DecideForm
    title, success_message = "确定为典型", "已确定为整改优秀典型。"

    def perform(self, form):
        return services.decide(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            note=form.cleaned_data["note"],
        )


class DeclineView(ExemplaryActView):
    form_class = ReasonForm
    title, success_message = "不采纳", "已记录不采纳的原因。"

    def perform(self, form):
        return services.decline(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            note=form.cleaned_data["note"],
        )
