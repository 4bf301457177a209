"""告知—亮证—询问—查看—记录—阅核: one short page for each step of the visit."""

from django.http import Http404

from archives_enforcement.views import ActView
from inspections.forms.site import StepForm
from inspections.models import SiteStep
from inspections.queries import steps as step_queries
from inspections.queries.reporting import officers
from inspections.queries.visits import legal_basis
from inspections.services import steps
from inspections.views.recording import OnSiteMixin


class StepView(OnSiteMixin, ActView):
    """One of the seven steps: what is said or shown, and when it was."""

    template_name = "inspections/record_step.html"
    form_class = StepForm

    def dispatch(self, request, *args, **kwargs):
        if kwargs["step"] not in SiteStep.Kind.values:
            raise Http404
        self.step = SiteStep.Kind(kwargs["step"])
        return super().dispatch(request, *args, **kwargs)

    def get_initial(self):
        taken = step_queries.times_of(self.object).get(self.step)
        return {"at": taken} if taken else {}

    def perform(self, form):
        return steps.take(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            step=self.step,
            at=form.cleaned_data["at"],
        )

    def get_context_data(self, **kwargs):
        words = {"step": self.step, "how": step_queries.HOW[self.step]}
        if self.step in step_queries.OPENING:
            words |= {"officers": officers(self.object), "basis": legal_basis(self.object.kind)}
        return super().get_context_data(**({"title": self.step.label} | words | kwargs))

    def get_success_message(self):
        return f"已记录{self.step.label}。"
