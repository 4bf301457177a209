"""Pages of 普法计划: the years, one plan with its completion, its acts, the calendar."""

from datetime import date

from django.urls import reverse
from django.utils import timezone

from archives_enforcement.exporting import Exported
from archives_enforcement.forms import ActForm, ReasonForm
from archives_enforcement.navigation import Crumb, acts_from
from archives_enforcement.views import ActView, DetailView, FormView, ListView, TemplateView
from inspections.queries import month
from publicity.forms import outreach as forms
from publicity.models import OutreachItem, OutreachPlan
from publicity.queries import outreach as queries
from publicity.services import outreach as services
from publicity.services.activities import RECORD
from publicity.workflow import OUTREACH_FLOW

VIEW, APPROVE = "publicity.view_activity", "publicity.approve_outreach"
NAV = "publicity:activity-list"  # the entry of the menu under which these pages stand
PLANS = OutreachPlan.objects.select_related("bureau", "drafted_by", "approved_by")
ABOUT = (
    "年度普法计划由综合人员拟定，机关负责人批准；活动登记时对应计划项目，年末总结。"
    "“6·9”国际档案日和“12·4”国家宪法日自动列入。"
)
NEXT = {
    OutreachPlan.State.DRAFT: "列入项目以后提交机关负责人批准。",
    OutreachPlan.State.SUBMITTED: "等待机关负责人批准。",
    OutreachPlan.State.APPROVED: "按计划开展，逐项登记活动；没有开展的写明原因，年末总结。",
    OutreachPlan.State.CLOSED: "已总结。",
}


def crumbs_of(*more: Crumb) -> list[Crumb]:
    return [
        Crumb("普法宣传", reverse(NAV)),
        Crumb("普法计划", reverse("publicity:outreach-list")), *more,
    ]  # fmt: skip


class PlanListView(Exported, ListView):
    permission_required = VIEW
    template_name = "publicity/outreach_list.html"
    queryset = PLANS.order_by("-year").prefetch_related("items__activities")
    sheet_title = "普法计划"
    sheet_columns = (
        ("年度", 8), ("项目", 8), ("完成", 8), ("完成率", 8), ("批准", 12), ("状态", 12),
    )  # fmt: skip

    def sheet_line(self, row):
        done = queries.completion(row.items.all())
        rate, state = f"{done.percent}%", row.get_state_display()
        return row.year, done.planned, done.held, rate, row.approved_on, state

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        actions = []
        if self.request.user.has_perm(RECORD):
            url = reverse("publicity:outreach-create")
            actions = [{"label": "拟定普法计划", "url": url, "icon": "plus", "primary": True}]
        rows = [(plan, queries.completion(plan.items.all())) for plan in context["object_list"]]
        crumbs = [Crumb("普法宣传", reverse(NAV)), Crumb("普法计划")]
        return context | {"rows": rows, "actions": actions, "crumbs": crumbs, "nav": NAV}


class PlanDetailView(DetailView):
    permission_required = VIEW
    template_name = "publicity/outreach_detail.html"
    queryset = PLANS
    workflow = OUTREACH_FLOW
    PAGES = {
        "submit_outreach": "outreach-submit", "approve_outreach": "outreach-approve",
        "return_outreach": "outreach-return", "close_outreach": "outreach-close",
    }  # fmt: skip

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        plan, items = self.object, queries.items_of(self.object)
        keeps = self.request.user.has_perm(RECORD)
        return context | {
            "acts": acts_from(
                context["offers"],
                lambda name: reverse(f"publicity:{self.PAGES[name]}", args=[plan.pk]),
            ),
            "crumbs": crumbs_of(Crumb(str(plan))),
            "nav": NAV,
            "next_step": NEXT[plan.state],
            "items": items,
            "completion": queries.completion(items),
            "by_kind": queries.year_of_activities(plan),
            "drafting": keeps and plan.state == OutreachPlan.State.DRAFT,
            "recording": keeps and plan.state == OutreachPlan.State.APPROVED,
        }


class Page:
    template_name = "publicity/list_act.html"
    title = ""

    def get_context_data(self, **kwargs):
        context = {
            "title": self.title,
            "submit_label": self.title,
            "explanation": ABOUT,
            "crumbs": crumbs_of(*self.path(), Crumb(self.title)),
            "cancel_url": self.cancel_url(),
            "nav": NAV,
        }
        return super().get_context_data(**(context | kwargs))

    def given(self, form) -> dict:
        typed = {name: value for name, value in form.cleaned_data.items() if name != "on"}
        return typed | {"actor": self.request.user, "on": self.act_date(form)}


class PlanCreateView(Page, FormView):
    permission_required = RECORD
    form_class = forms.DraftForm
    title, success_message = "拟定普法计划", "已拟定，两个宣传日已列入，请继续列入其他项目。"

    def path(self):
        return []

    def cancel_url(self):
        return reverse("publicity:outreach-list")

    def perform(self, form):
        return services.draft(**self.given(form))

    def get_success_url(self):
        return self.result.get_absolute_url()


class PlanActView(Page, ActView):
    permission_required = RECORD
    queryset = PLANS
    form_class = ActForm

    @property
    def plan(self):
        return self.object

    def path(self):
        return [Crumb(str(self.plan), self.plan.get_absolute_url())]

    def cancel_url(self):
        return self.plan.get_absolute_url()

    get_success_url = cancel_url

    def perform(self, form):
        return type(self).service(self.object, **self.given(form))


class ItemCreateView(PlanActView):
    form_class = forms.ItemForm
    title, success_message = "列入项目", "已列入。"
    service = services.add_item


class PlanSubmitView(PlanActView):
    title, success_message = "提交批准", "已提交，等待机关负责人批准。"
    service = services.submit


class PlanApproveView(PlanActView):
    permission_required = APPROVE
    title, success_message = "批准", "普法计划已批准。"
    service = services.approve


class PlanReturnView(PlanActView):
    permission_required = APPROVE
    form_class = ReasonForm
    title, success_message = "退回修改", "已退回。"
    service = services.send_back


class PlanCloseView(PlanActView):
    form_class = forms.CloseForm
    title, success_message = "总结", "普法计划已总结。"
    service = services.close


class ItemActView(PlanActView):
    queryset = OutreachItem.objects.select_related("plan__bureau")

    @property
    def plan(self):
        return self.object.plan


class ItemEditView(ItemActView):
    form_class = forms.ItemForm
    title, success_message = "修改项目", "已修改。"
    service = services.edit_item

    def get_initial(self):
        return {name: getattr(self.object, name) for name in forms.ItemForm.base_fields
                if name != "on"}  # fmt: skip


class ItemRemoveView(ItemActView):
    title, success_message = "移出项目", "已移出。"
    service = services.remove_item


class ItemDropView(ItemActView):
    form_class = forms.DropForm
    title, success_message = "没有开展", "已登记没有开展的原因。"
    service = services.drop


class CalendarView(TemplateView):
    """One month: what is planned, what was held, and the sessions of training."""

    permission_required = VIEW
    template_name = "publicity/outreach_calendar.html"

    def get_context_data(self, **kwargs):
        asked = self.asked()
        return super().get_context_data(
            heading=f"普法日历　{asked}",
            crumbs=[Crumb("普法宣传", reverse(NAV)), Crumb("普法日历")],
            nav=NAV,
            weekdays=month.WEEKDAYS,
            weeks=queries.weeks_of(self.request.user, asked),
            today=timezone.localdate(),
            actions=[
                {"label": "上个月", "url": f"?month={asked.before}", "icon": "arrow-left"},
                {"label": "本月", "url": "?"},
                {"label": "下个月", "url": f"?month={asked.after}", "icon": "arrow-right"},
            ],
            **kwargs,
        )

    def asked(self) -> month.Month:
        try:
            first = date.fromisoformat(f"{self.request.GET.get('month', '')}-01")
        except ValueError:
            first = timezone.localdate()
        return month.Month(first.year, first.month)
