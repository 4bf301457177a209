"""Pages that show annual plans, and the one that begins a plan."""

from django.urls import reverse
from django.utils import timezone

from archives_enforcement.documents import drafting
from archives_enforcement.documents.kinds.kind import DRAFT as SIGNED_DRAFT
from archives_enforcement.documents.queries import documents_about
from archives_enforcement.exporting import Exported
from archives_enforcement.navigation import Crumb, PageAct, acts_from
from archives_enforcement.views import DetailView, FormView, ListView
from inspections.forms.planning import PlanForm
from inspections.models import Plan
from inspections.queries import planning as queries
from inspections.queries.compass import Compass, compass
from inspections.queries.plan_changes import Comparison, compare, earlier_plan
from inspections.queries.plan_paper import PLAN_PAPER
from inspections.queries.plan_paper import READY as PLAN_PAPER_STATES
from inspections.services import planning as services
from inspections.workflow import PLAN_FLOW

LIST_CRUMB = ("年度计划", "inspections:plan-list")
PAGE_OF_STEP = {  # in the order of the buttons
    "submit": "inspections:plan-submit",
    "check": "inspections:plan-check",
    "return_check": "inspections:plan-check-return",
    "approve": "inspections:plan-approve",
    "return_plan": "inspections:plan-return",
    "publish": "inspections:plan-publish",
    "close": "inspections:plan-close",
    "withdraw": "inspections:plan-withdraw",
}


class PlanListView(Exported, ListView):
    """Plans by year, each with how far it is carried out."""

    permission_required = "inspections.view_plan"
    template_name = "inspections/plan_list.html"
    queryset = Plan.objects.order_by("-year", "-pk")
    sheet_title = "年度计划"
    sheet_columns = (
        ("年度", 8), ("名称", 44), ("状态", 12), ("项目", 8), ("已安排", 8), ("已完成", 8),
        ("完成率", 8),
    )  # fmt: skip

    def sheet_line(self, row):
        plan, rate = row
        return (
            plan.year, plan.title, plan.get_state_display(), rate.total, rate.arranged, rate.done,
            f"{rate.percent}%",
        )  # fmt: skip

    def sheet_rows(self, rows):
        rates = queries.progress_of(rows)
        return [(plan, rates[plan.pk]) for plan in rows]

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {
            "rows": self.sheet_rows(context["object_list"]),
            "actions": self.actions(),
        }

    def actions(self) -> list[dict]:
        found = [{"label": "覆盖规则", "url": reverse("inspections:plan-coverage"), "icon": "flag"}]
        if self.request.user.has_perm(services.DRAFT):
            url = reverse("inspections:plan-create")
            found.append({"label": "编制计划", "url": url, "icon": "plus", "primary": True})
        return found


class PlanDetailView(DetailView):
    """A plan with its items by month and what became of each."""

    permission_required = "inspections.view_plan"
    template_name = "inspections/plan_detail.html"
    queryset = Plan.objects.select_related("bureau", "drafted_by")
    workflow = PLAN_FLOW

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        plan, user = self.object, self.request.user
        rate = queries.progress(queries.items_of(plan))
        in_hand = plan.state in (Plan.State.APPROVED, Plan.State.PUBLISHED)
        return context | {
            "rate": rate,
            "is_own": plan.bureau_id == user.bureau_id,
            "next_step": queries.next_step(plan, rate),
            "crumbs": [Crumb(LIST_CRUMB[0], reverse(LIST_CRUMB[1])), Crumb(f"{plan.year} 年")],
            "steps": queries.steps(plan),
            "documents": list(documents_about(plan, user)),
            "acts": [*self.acts(context["offers"]), *self.papers()],
            "actions": self.actions(),
            "returned": queries.reason_of_return(plan, user),
            "may_edit": plan.state == Plan.State.DRAFT and user.has_perm(services.DRAFT),
            "compass": self.compass(),
            "comparison": self.comparison(),
            "undone": queries.unfinished(plan) if plan.state == Plan.State.CLOSED else [],
            "may_arrange": in_hand and user.has_perm("inspections.draft_inspection"),
        }

    def compass(self) -> Compass | None:
        """How the year stands with this plan; a bureau above sees the plan and nothing else."""
        user = self.request.user
        if self.object.bureau_id != user.bureau_id:
            return None
        return compass(user, self.object.year, timezone.localdate())

    def comparison(self) -> Comparison | None:
        """The plan beside that of the year before, once it has items."""
        plan = self.object
        earlier = earlier_plan(plan, self.request.user)
        return compare(plan, earlier) if earlier and plan.items.exists() else None

    def papers(self) -> list[PageAct]:
        """The plan as a paper of its own (PDF), for those who draft papers."""
        plan, user = self.object, self.request.user
        if plan.state not in PLAN_PAPER_STATES or not user.has_perm(SIGNED_DRAFT):
            return []
        if not drafting.offer("plan", plan, user):
            return []
        url = reverse("documents:draft", args=["plan", plan.pk, PLAN_PAPER])
        return [PageAct("起草计划文书（PDF）", url)]

    def actions(self) -> list[dict]:
        if self.object.state not in Plan.PUBLIC:
            return []
        url = reverse("publicity:public-plan-detail", args=[self.object.pk])
        return [{"label": "看公开页面", "url": url, "icon": "eye"}]

    def acts(self, offers) -> list:
        """The buttons; the page of 总结 asks for the missing reasons itself, so it is open."""
        order = list(PAGE_OF_STEP)
        offers = [
            offer._replace(why=None) if offer.step.name == "close" else offer for offer in offers
        ]
        offers = sorted(offers, key=lambda offer: order.index(offer.step.name))
        key = [self.object.pk]
        return acts_from(offers, lambda name: reverse(PAGE_OF_STEP[name], args=key))


class PlanCreateView(FormView):
    permission_required = "inspections.draft_plan"
    template_name = "inspections/plan_form.html"
    form_class = PlanForm
    success_message = "计划已保存，请添加要检查的单位。"
    extra_context = {"title": "编制年度计划", "submit_label": "保存并添加单位"}

    def perform(self, form):
        words = {name: form.cleaned_data[name] for name in ("year", *services.DESCRIPTION)}
        return services.create_plan(actor=self.request.user, on=self.act_date(form), **words)

    def get_context_data(self, **kwargs):
        link = reverse(LIST_CRUMB[1])
        crumbs = [Crumb(LIST_CRUMB[0], link), Crumb("编制")]
        return super().get_context_data(crumbs=crumbs, cancel_url=link, **kwargs)

    def get_success_url(self):
        return reverse("inspections:plan-item-add", args=[self.result.pk])
