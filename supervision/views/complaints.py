"""Pages of complaints about enforcement: the list, one complaint, and its acts."""

from urllib.parse import urlencode

from django.urls import reverse

from archives_enforcement.files.queries import files_of
from archives_enforcement.navigation import Crumb, PageAct, acts_from
from archives_enforcement.views import DetailView, ListView
from archives_enforcement.workdays import deadlines
from inspections.models import Tip
from inspections.models.tips import SEE_REPORTER
from inspections.queries.reporters import in_words, looks_at, reporter_of
from inspections.queries.tips import from_whom
from inspections.views.reporters import RevealPage
from inspections.workflow import TIP_FLOW
from supervision.forms import complaints as forms
from supervision.models import Complaint
from supervision.queries import complaints as queries
from supervision.services import complaints as services
from supervision.services.notices import DRAFT
from supervision.views.pages import ActPage, CreatePage, ExportPage, to_fault, trail_of
from supervision.workflow import ASSIGN, COMPLAINT_FLOW, INVESTIGATE, REGISTER, SUPERVISE

VIEW = "supervision.view_complaint"
LIST = ("对执法的投诉", "supervision:complaint-list")
COMPLAINTS = Complaint.objects.select_related(
    "bureau", "inspection__unit__party", "case", "investigator", "registered_by", "tip"
)


class ComplaintListView(ListView):
    permission_required = VIEW
    template_name = "supervision/complaint_list.html"
    queryset = COMPLAINTS.order_by("-received_on", "-pk").prefetch_related("against")
    filterset_class = forms.ComplaintFilter

    def get_context_data(self, **kwargs):
        url, actions = reverse("supervision:complaint-create"), []
        if self.request.user.has_perm(REGISTER):
            actions = [{"label": "登记投诉建议", "url": url, "icon": "plus", "primary": True}]
        return super().get_context_data(
            actions=actions, export_url=reverse("supervision:complaint-export"), **kwargs
        )


class ComplaintExportView(ExportPage):
    """Without who complained."""

    permission_required = VIEW
    queryset = COMPLAINTS.order_by("-received_on", "-pk").prefetch_related("against")
    filterset_class = forms.ComplaintFilter
    sheet, filename = "对执法的投诉建议", "complaints"
    columns = (
        ("性质", 8), ("来源", 16), ("收到日期", 12), ("反映的内容", 50), ("被反映的人员", 20),
        ("调查人", 14), ("结论", 12), ("查明的情况", 50), ("处理意见", 40), ("答复日期", 12),
        ("状态", 14),
    )  # fmt: skip

    def line(self, row):
        return [
            row.get_kind_display(),
            row.get_source_display(),
            row.received_on,
            row.text,
            "、".join(map(str, row.against.all())),
            str(row.investigator or ""),
            row.get_outcome_display(),
            row.findings,
            row.handling,
            row.answered_on,
            row.get_state_display(),
        ]


class ComplaintDetailView(DetailView):
    permission_required = VIEW
    template_name = "supervision/complaint_detail.html"
    queryset = COMPLAINTS
    workflow = COMPLAINT_FLOW

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        complaint, user = self.object, self.request.user
        steps = acts_from(
            context["offers"],
            lambda name: reverse(f"supervision:complaint-{name}", args=[complaint.pk]),
        )
        named, kept = complaint.shows_reporter_to(user), reporter_of(complaint)
        return context | {
            "crumbs": [Crumb(LIST[0], reverse(LIST[1])), Crumb(str(complaint))],
            "against": complaint.against.all(),
            "reporter": in_words(kept),
            "may_look": bool(kept) and named and user.has_perm(SEE_REPORTER),
            "looks": looks_at(complaint, user),
            "files": self.files(named),
            "clocks": list(deadlines.for_subject(complaint)),
            "steps": queries.steps(complaint),
            "next_step": queries.next_step(complaint),
            "acts": [*steps, *self.correcting()],
            "entries": trail_of(complaint, user),
        }

    def files(self, named: bool) -> list:
        """Its own and those of the tip it came of; a file may tell who complained."""
        complaint, user = self.object, self.request.user
        sources = filter(None, (complaint, complaint.tip)) if named else ()
        return [file for source in sources for file in files_of(source, user)]

    def correcting(self) -> list[PageAct]:
        """What was found true may lead to 执法监督通知（决定）书 on the same matter."""
        complaint, user = self.object, self.request.user
        found = complaint.outcome in (Complaint.Outcome.TRUE, Complaint.Outcome.PARTLY)
        acts = to_fault(complaint, "complaint", user, found=found)
        if not found or not user.has_perms((SUPERVISE, DRAFT)):
            return acts
        about = {"inspection": complaint.inspection_id, "case": complaint.case_id}
        query = urlencode({name: key for name, key in about.items() if key})
        url = f"{reverse('supervision:notice-create')}?{query}"
        return [PageAct("起草执法监督文书", url), *acts]


class ComplaintCreateView(CreatePage):
    permission_required = REGISTER
    form_class = forms.RegisterForm
    list_crumb = LIST
    title, submit_label = "登记投诉建议", "登记"
    success_message = "已登记，等待机关负责人指定调查人。"
    explanation = (
        "公民、法人和其他组织对执法行为的申诉、检举、控告，人大、政协、司法机关等部门的建议，都在这里登记。",
        "反映人的姓名和联系方式加密封存，只有登记、答复的人员和调查人写明理由后看得到，不进入列表和导出。",
        "被反映的人员看不到这件投诉；反映机关负责人的，请登记后转有权机关。",
    )

    def perform(self, form):
        return services.register(
            actor=self.request.user, on=self.act_date(form), **self.typed(form)
        )


class ComplaintTakeView(ActPage):
    """受理 what came by the public page."""

    permission_required = REGISTER
    template_name = "supervision/complaint_take.html"
    queryset = Tip.objects.filter(about=Tip.About.ENFORCEMENT).select_related("bureau")
    form_class = forms.TakeForm
    list_crumb = ("举报投诉", "inspections:tip-list")
    title, submit_label = "受理为执法投诉", "受理"
    success_message = "已受理，等待机关负责人指定调查人。"
    service = services.take_up
    explanation = (
        "按来件的内容选择被反映的人员，或者涉及的检查、案件，才能确定由谁回避。",
        "被反映的人员看不到这件投诉，也看不到来件；反映人的身份和材料留在来件里。",
    )

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"tip": self.object}

    def get_context_data(self, **kwargs):
        why_not = TIP_FLOW.out_of_turn(self.object, "take_up")
        context = {"why_not": why_not, "from_whom": from_whom(self.object)}
        return super().get_context_data(**(context | kwargs))

    def get_success_url(self):
        return self.result.get_absolute_url()


class ComplaintReporterView(RevealPage):
    permission_required = (SEE_REPORTER, VIEW)
    queryset = COMPLAINTS

    def crumbs(self):
        here = Crumb(str(self.object), self.object.get_absolute_url())
        return [Crumb(LIST[0], reverse(LIST[1])), here, Crumb("查看反映人")]


class ComplaintActPage(ActPage):
    queryset = COMPLAINTS
    list_crumb = LIST
    template_name = "supervision/complaint_act.html"


class ComplaintAssignView(ComplaintActPage):
    permission_required = ASSIGN
    form_class = forms.AssignForm
    title, success_message = "指定调查人", "已指定调查人。"
    service = services.assign
    explanation = (
        "调查人不能是被反映的人员、办理过这件事的人员，也不能是正与被反映的人员一起办案、检查的人员。",
    )


class ComplaintFindView(ComplaintActPage):
    permission_required = INVESTIGATE
    form_class = forms.FindForm
    title, success_message = "登记调查结果", "已登记，请答复反映人。"
    service = services.find

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"complaint": self.object}


class ComplaintAnswerView(ComplaintActPage):
    permission_required = REGISTER
    form_class = forms.AnswerForm
    title, success_message = "答复反映人", "已登记答复。"
    service = services.answer

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"complaint": self.object}


class ComplaintReferView(ComplaintActPage):
    permission_required = REGISTER
    form_class = forms.ReferForm
    title, success_message = "转有权机关", "已登记转送。"
    service = services.refer
    explanation = ("反映机关负责人的、属于其他机关职权的，转有权机关办理，并告知反映人。",)
