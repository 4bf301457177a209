"""Pages of the acts on an annual plan."""

from django.urls import reverse

from archives_enforcement.forms import ActForm, ReasonForm, WithdrawForm
from archives_enforcement.navigation import Crumb
from archives_enforcement.views import ActView
from inspections.forms.planning import (
    PlanCheckForm,
    PlanCloseForm,
    PlanTextForm,
)
from inspections.models import Plan
from inspections.queries import planning as queries
from inspections.services import planning as services
from inspections.views.planning import LIST_CRUMB

UNITS_SHOWN = 100


class PlanActView(ActView):
    """An act on a plan: the page names it, one service does it."""

    template_name = "inspections/plan_act.html"
    queryset = Plan.objects.select_related("bureau", "drafted_by")
    form_class = ActForm
    title = ""
    consequences = ()

    def get_context_data(self, **kwargs):
        plan = self.plan
        crumbs = [
            Crumb(LIST_CRUMB[0], reverse(LIST_CRUMB[1])),
            Crumb(f"{plan.year} 年", plan.get_absolute_url()),
            Crumb(self.title),
        ]
        context = {
            "title": self.title,
            "plan": plan,
            "crumbs": crumbs,
            "cancel_url": plan.get_absolute_url(),
            "submit_label": self.title,
            "consequences": self.consequences,
        }
        return super().get_context_data(**(context | kwargs))

    @property
    def plan(self) -> Plan:
        return self.object

    def get_success_url(self):
        return self.plan.get_absolute_url()


class PlanEditView(PlanActView):
    permission_required = "inspections.draft_plan"
    template_name = "inspections/plan_form.html"
    form_class = PlanTextForm
    title = "修改计划"
    success_message = "计划已修改。"

    def get_initial(self):
        return {name: getattr(self.object, name) for name in services.DESCRIPTION}

    def perform(self, form):
        words = {name: form.cleaned_data[name] for name in services.DESCRIPTION}
        return services.revise_plan(
            self.object, actor=self.request.user, on=self.act_date(form), **words
        )


class PlanSubmitView(PlanActView):
    permission_required = "inspections.draft_plan"
    title = "提交审核"
    success_message = "已提交，等待法制审核。"
    extra_context = {
        "explanation": "提交后不能再修改；法制审核通过后由机关负责人审定，需要修改的由他们退回。"
    }

    def perform(self, form):
        return services.submit_plan(self.object, actor=self.request.user, on=self.act_date(form))


class PlanCheckView(PlanActView):
    permission_required = services.CHECK
    form_class = PlanCheckForm
    title = "法制审核通过"
    success_message = "审核意见已登记，等待机关负责人审定。"
    extra_context = {"explanation": "审核通过后由机关负责人审定；不能通过的，请退回并写明原因。"}

    def perform(self, form):
        return services.check_plan(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            opinion=form.cleaned_data["opinion"],
        )


class PlanApproveView(PlanActView):
    permission_required = "inspections.approve_plan"
    title = "审定"
    success_message = "计划已审定。"
    extra_context = {"explanation": "审定后即可按计划安排检查，项目不能再增减。"}

    def perform(self, form):
        return services.approve_plan(self.object, actor=self.request.user, on=self.act_date(form))


class PlanReturnView(PlanActView):
    permission_required = "inspections.approve_plan"
    form_class = ReasonForm
    title = "退回修改"
    success_message = "计划已退回编制人。"

    def perform(self, form):
        return services.return_plan(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            note=form.cleaned_data["note"],
        )


class PlanReturnCheckView(PlanReturnView):
    permission_required = services.CHECK
    title = "审核退回"


class PlanPublishView(PlanActView):
    permission_required = "inspections.publish_plan"
    title = "公布"
    success_message = "计划已公布。"
    consequences = (
        "计划记为已公布，上级档案主管部门可以看到，不能直接修改；公布有误的，写明理由撤回。",
        "名称、目的和依据、检查方式、清单、各月项目数向社会公开；单位名单和检查日期不公开。",
    )

    def perform(self, form):
        return services.publish_plan(self.object, actor=self.request.user, on=self.act_date(form))


class PlanWithdrawView(PlanActView):
    permission_required = "inspections.publish_plan"
    form_class = WithdrawForm
    title = "撤回公布"
    success_message = "已撤回，理由已公开；计划退回起草，改正后重新审核、审定、公布。"
    consequences = (
        "公开页面不再显示计划，只显示撤回的日期和理由；上级档案主管部门也不再看到。",
        "计划回到起草，其间不能按它安排检查；已经批准的检查照常进行。",
    )

    def perform(self, form):
        return services.withdraw_plan(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            reason=form.cleaned_data["reason"],
        )


class PlanCloseView(PlanActView):
    permission_required = "inspections.draft_plan"
    form_class = PlanCloseForm
    title = "总结"
    success_message = "计划已总结。"
    consequences = ("本年度计划到此结束，没有完成的项目和原因一并存档，不能改回。",)

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"items": queries.unfinished(self.object)}

    def perform(self, form):
        return services.close_plan(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            deviations=form.deviations,
            summary=form.cleaned_data["summary"],
        )
