"""Pages of tips for staff: the list, one tip, and its register."""

from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.text import Truncator

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.exporting import Exported
from archives_enforcement.files.queries import files_of
from archives_enforcement.navigation import Crumb, acts_from
from archives_enforcement.views import DetailView, FormView, ListView
from archives_enforcement.workdays import deadlines
from inspections.forms import tip_acts
from inspections.forms import tips as forms
from inspections.models import Tip
from inspections.models.tips import SEE_REPORTER, TRIAGE
from inspections.queries import tips as queries
from inspections.queries.reporters import in_words, looks_at, reporter_of
from inspections.services import tips as services
from inspections.views import query_codes
from inspections.workflow import TIP_FLOW

VIEW = "inspections.view_tip"
LIST = ("举报投诉", "inspections:tip-list")
BEGINNING = 40  # signs of the text that a list shows
TIPS = Tip.objects.select_related(
    "bureau", "registered_by", "triaged_by", "handler", "lead__party", "merged_into", "main",
    "answered_by",
)  # fmt: skip


ELSEWHERE = {"take_up": "supervision:complaint-take"}  # its page stands where complaints are


def tip_crumbs(*more: Crumb) -> list[Crumb]:
    return [Crumb(LIST[0], reverse(LIST[1])), *more]


class TipListView(Exported, ListView):
    """Nothing of who reported stands here or in the file: that is sealed apart."""

    permission_required = VIEW
    template_name = "inspections/tip_list.html"
    queryset = TIPS.order_by("-received_on", "-pk")
    filterset_class = forms.TipFilter
    sheet_title = "举报投诉"
    sheet_columns = (
        ("反映的内容", 60), ("种类", 20), ("涉及", 30), ("来源", 12), ("收到", 12), ("承办人", 14),
        ("状态", 12),
    )  # fmt: skip

    def sheet_line(self, row):
        # No more of the text than the page shows: it may tell who wrote it.
        return (
            Truncator(row.text).chars(BEGINNING), row.get_about_display(), row.concerning,
            row.get_source_display(), row.received_on, str(row.handler or ""),
            row.get_state_display(),
        )  # fmt: skip

    def get_context_data(self, **kwargs):
        url, actions = reverse("inspections:tip-register"), []
        if self.request.user.has_perm(services.REGISTER):
            actions = [{"label": "登记举报投诉", "url": url, "icon": "plus", "primary": True}]
        return super().get_context_data(actions=actions, **kwargs)


class TipDetailView(DetailView):
    permission_required = VIEW
    template_name = "inspections/tip_detail.html"
    queryset = TIPS
    workflow = TIP_FLOW

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        tip, user = self.object, self.request.user
        offers = [offer for offer in context["offers"] if offer.step.name != "tell"]
        kept = reporter_of(tip)
        sorts = tip.state == Tip.State.RECEIVED and user.has_perm(TRIAGE)
        return context | {
            "crumbs": tip_crumbs(Crumb(str(tip))),
            "steps": queries.steps(tip),
            "next_step": queries.next_step(tip),
            "into": Tip.objects.visible_to(user).filter(merged=tip).first(),
            "told_again": list(Tip.objects.visible_to(user).filter(main=tip).order_by("pk")),
            "acts": acts_from(offers, lambda name: _page_of(name, tip)),
            "from_whom": queries.from_whom(tip),
            "alike": queries.candidates(tip, user) if sorts else [],
            "reporter": in_words(kept),
            "may_look": bool(kept) and user.has_perm(SEE_REPORTER) and tip.shows_reporter_to(user),
            "looks": looks_at(tip, user),
            "files": list(files_of(tip, user)) if user.has_perm("files.view_storedfile") else [],
            "clocks": list(deadlines.for_subject(tip)),
            "entries": AuditEntry.objects.visible_to(user).about(tip)[:10],
            "code": query_codes.carried(self.request),
        }

    def render_to_response(self, context, **kwargs):
        response = super().render_to_response(context, **kwargs)
        return query_codes.shown(response) if context["code"] else response


def _page_of(step: str, tip: Tip) -> str:
    return reverse(ELSEWHERE.get(step, f"inspections:tip-{step.replace('_', '-')}"), args=[tip.pk])


class TipRegisterView(FormView):
    permission_required = services.REGISTER
    template_name = "inspections/tip_act.html"
    form_class = tip_acts.RegisterForm
    success_message = "已登记，受理期限开始计算。"

    def perform(self, form):
        data = {name: value for name, value in form.cleaned_data.items() if name != "on"}
        tip, self.code = services.register(actor=self.request.user, on=self.act_date(form), **data)
        return tip

    def form_valid(self, form):
        response = super().form_valid(form)
        if isinstance(response, HttpResponseRedirect) and self.code:
            query_codes.carry(response, self.code, response.url)
        return response

    def get_success_url(self):
        return self.result.get_absolute_url()

    def get_context_data(self, **kwargs):
        context = {
            "title": "登记举报投诉",
            "submit_label": "登记",
            "crumbs": tip_crumbs(Crumb("登记")),
            "cancel_url": reverse(LIST[1]),
            "explanation": (
                "来电、来访、来信、部门移送、上级交办、媒体反映和检查中发现的线索，都在这里登记。",
                "反映执法行为的，在“对执法的投诉”里登记，由其他人员调查。",
                "登记后给出查询码，只显示一次，请告诉反映人。",
            ),
        }
        return super().get_context_data(**(context | kwargs))
