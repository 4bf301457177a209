"""Pages that put units on an annual plan, take them off, or take over those of last year."""

from django.utils import timezone

from inspections.forms.planning import PlanItemsForm
from inspections.models import Plan, PlanItem
from inspections.queries import plan_changes, plan_units
from inspections.services import plan_items
from inspections.services.plan_copying import copy_earlier
from inspections.views.plan_acts import PlanActView
from inspections.views.ticking import TickedUnits


class PlanItemAddView(TickedUnits, PlanActView):
    permission_required = "inspections.draft_plan"
    template_name = "inspections/plan_item_add.html"
    form_class = PlanItemsForm
    title = "添加检查项目"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"plan": self.object}

    def get_initial(self):
        return {"month": timezone.localdate().month}

    def get_context_data(self, **kwargs):
        plan = self.object
        return super().get_context_data(
            record=plan, aside=plan.title, submit_label="列入计划", **kwargs
        )

    def selectable(self):
        return plan_units.selectable_units(self.request.user, self.object)

    def perform(self, form):
        return plan_items.add_items(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            **form.chosen,
            **form.how,
        )

    def get_success_message(self):
        return f"已把 {len(self.result)} 个单位列入 {self.result[0].month} 月。"

    def get_success_url(self):
        return self.object.get_absolute_url()


class PlanItemRemoveView(PlanActView):
    permission_required = "inspections.draft_plan"
    queryset = PlanItem.objects.select_related("plan__bureau", "plan__drafted_by", "unit__party")
    title = "移除检查项目"
    success_message = "已从计划中移除。"

    @property
    def plan(self) -> Plan:
        return self.object.plan

    def get_context_data(self, **kwargs):
        return super().get_context_data(item=self.object, **kwargs)

    def perform(self, form):
        return plan_items.remove_item(self.object, actor=self.request.user, on=self.act_date(form))


class PlanCopyView(PlanActView):
    """What can be taken over from the last plan, and what stays behind and why."""

    permission_required = "inspections.draft_plan"
    template_name = "inspections/plan_copy.html"
    title = "带入上年项目"

    def get_context_data(self, **kwargs):
        earlier = plan_changes.earlier_plan(self.object, self.request.user)
        found = plan_changes.copies(self.object, earlier) if earlier else []
        return super().get_context_data(
            earlier=earlier,
            taken=[copy for copy in found if copy.checklist],
            left=[copy for copy in found if not copy.checklist],
            **kwargs,
        )

    def perform(self, form):
        return copy_earlier(self.object, actor=self.request.user, on=self.act_date(form))

    def get_success_message(self):
        items, skipped = self.result
        passed = f"本年度计划已经列入的 {skipped} 个没有再带入。" if skipped else ""
        return f"已带入 {len(items)} 个项目，请核对。{passed}"
