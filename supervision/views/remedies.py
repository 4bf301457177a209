"""Pages of 复议、诉讼、赔偿、调解: the register, one entry, and its acts."""

from django.urls import reverse

from archives_enforcement.files.queries import files_of
from archives_enforcement.navigation import Crumb, acts_from
from archives_enforcement.views import DetailView, ListView
from archives_enforcement.workdays import deadlines
from penalties.models import Challenge
from supervision.forms import remedies as forms
from supervision.models import Remedy
from supervision.queries import remedies as queries
from supervision.services import remedies as services
from supervision.views.pages import ActPage, CreatePage, ExportPage, to_fault, trail_of
from supervision.workflow import KEEP, REGISTER_FAULT, REMEDY_FLOW

VIEW = "supervision.view_remedy"
LIST = ("复议诉讼赔偿调解", "supervision:remedy-list")
REMEDIES = Remedy.objects.select_related(
    "bureau", "paper", "case", "inspection__unit__party", "registered_by"
)

AGAINST = (*Remedy.UNDONE, Remedy.Outcome.PERFORM, Remedy.Outcome.PAID)


class RemedyListView(ListView):
    permission_required = VIEW
    template_name = "supervision/remedy_list.html"
    queryset = REMEDIES.order_by("-received_on", "-pk")
    filterset_class = forms.RemedyFilter

    def get_context_data(self, **kwargs):
        url, actions = reverse("supervision:remedy-create"), []
        if self.request.user.has_perm(KEEP):
            actions = [{"label": "登记", "url": url, "icon": "plus", "primary": True}]
        return super().get_context_data(
            actions=actions,
            export_url=reverse("supervision:remedy-export"),
            on_cases=queries.on_cases(self.request.user),
            to_fault=self.request.user.has_perm(REGISTER_FAULT),
            **kwargs,
        )


class RemedyExportView(ExportPage):
    permission_required = VIEW
    queryset = REMEDIES.order_by("-received_on", "-pk")
    filterset_class = forms.RemedyFilter
    sheet, filename = "复议诉讼赔偿调解", "remedies"
    columns = (
        ("种类", 10), ("申请人", 24), ("办理机关", 24), ("案号", 20), ("收到日期", 12),
        ("请求", 40), ("涉及的文书", 22), ("涉及的案件", 30), ("答复日期", 12), ("结果", 14),
        ("结果的内容", 40), ("文书号", 20), ("金额（元）", 12), ("办结日期", 12), ("状态", 10),
    )  # fmt: skip

    def rows(self, context):
        return [*super().rows(context), *queries.on_cases(self.request.user)]

    def line(self, row):
        return _on_case(row) if isinstance(row, Challenge) else _registered(row)


def _on_case(row: Challenge) -> list:
    """A 复议 or suit that is kept on its case, in the columns of the register."""
    ended = ("办理中", "已办结")[bool(row.ended_on)]
    return [
        row.get_kind_display(), row.case.party.name, row.body, row.number, row.received_on, "", "",
        str(row.case), None, row.get_result_display(), row.outcome_note, "", row.fine,
        row.ended_on, ended,
    ]  # fmt: skip


def _registered(row: Remedy) -> list:
    return [
        row.get_kind_display(),
        row.applicant,
        row.body,
        row.number,
        row.received_on,
        row.claims,
        row.paper.number if row.paper else "",
        str(row.case or ""),
        row.answered_on,
        row.get_outcome_display(),
        row.decision,
        row.decision_number,
        row.amount,
        row.concluded_on,
        row.get_state_display(),
    ]


class RemedyDetailView(DetailView):
    permission_required = VIEW
    template_name = "supervision/remedy_detail.html"
    queryset = REMEDIES
    workflow = REMEDY_FLOW

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        remedy, user = self.object, self.request.user
        return context | {
            "crumbs": [Crumb(LIST[0], reverse(LIST[1])), Crumb(str(remedy))],
            "files": list(files_of(remedy, user)),
            "clocks": list(deadlines.for_subject(remedy)),
            "effects": queries.effects_in_words(remedy),
            "next_step": queries.next_step(remedy),
            "acts": [
                *acts_from(
                    context["offers"],
                    lambda name: reverse(f"supervision:remedy-{name}", args=[remedy.pk]),
                ),
                *to_fault(remedy, "remedy", user, found=remedy.outcome in AGAINST),
            ],
            "entries": trail_of(remedy, user),
        }


class RemedyCreateView(CreatePage):
    permission_required = KEEP
    form_class = forms.RegisterForm
    list_crumb = LIST
    title, submit_label = "登记复议、诉讼、赔偿、调解", "登记"
    success_message = "已登记。"
    explanation = (
        "收到行政复议申请书副本的，10日（工作日）内答复，适用简易程序的5日；收到起诉状副本的，15日内答辩。",
        "结果为撤销、变更、确认违法、确认无效的，所涉文书已公示的，应当在三日（工作日）内撤回公示。",
    )

    def perform(self, form):
        return services.register(
            actor=self.request.user, on=self.act_date(form), **self.typed(form)
        )


class RemedyActPage(ActPage):
    permission_required = KEEP
    queryset = REMEDIES
    list_crumb = LIST
    template_name = "supervision/remedy_act.html"


class RemedyAnswerView(RemedyActPage):
    form_class = forms.AnswerForm
    title, success_message = "登记已答复", "已登记答复。"
    service = services.answer


class RemedyConcludeView(RemedyActPage):
    form_class = forms.ConcludeForm
    title, success_message = "登记结果", "结果已登记。"
    service = services.conclude

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"remedy": self.object}
