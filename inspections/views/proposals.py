"""The page of the proposal for a plan."""

from django.utils import timezone

from inspections.forms.proposals import ProposalForm
from inspections.models import Plan
from inspections.queries.proposals import proposed
from inspections.services.proposals import adopt_lines
from inspections.views.plan_acts import PlanActView


class PlanProposalView(PlanActView):
    """What would meet the rules, line by line; the planner ticks what goes on the plan."""

    permission_required = "inspections.draft_plan"
    template_name = "inspections/plan_proposal.html"
    form_class = ProposalForm
    title = "检查方案"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"plan": self.object}

    def get_context_data(self, **kwargs):
        form = kwargs["form"] = kwargs.get("form") or self.get_form()
        found = proposed(self.request.user, self.object, timezone.localdate())
        ticked = form["lines"].value()
        chosen = {line.code for line in found.visits} if ticked is None else set(ticked)
        return super().get_context_data(
            proposed=found,
            chosen=chosen,
            may_adopt=self.object.state == Plan.State.DRAFT,
            **kwargs,
        )

    def perform(self, form):
        return adopt_lines(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            chosen=form.cleaned_data["lines"],
            checklist=form.cleaned_data["checklist"],
        )

    def get_success_message(self):
        return f"已把 {len(self.result)} 次检查列入计划。"
