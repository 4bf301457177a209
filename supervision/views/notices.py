"""Pages of 执法监督通知（决定）书: the list, one notice, and its acts."""

from django.urls import reverse

from archives_enforcement.files.queries import files_of
from archives_enforcement.navigation import Crumb, PageAct, acts_from
from archives_enforcement.views import DetailView, ListView
from archives_enforcement.whole_numbers import is_key
from supervision.forms import notices as forms
from supervision.models import SupervisionNotice
from supervision.queries import notices as queries
from supervision.services import notices as services
from supervision.services import reviews
from supervision.views.pages import ActPage, CreatePage, ExportPage, to_fault, trail_of
from supervision.workflow import ANSWER, NOTICE_FLOW, SUPERVISE

VIEW = "supervision.view_supervisionnotice"
LIST = ("监督通知（决定）", "supervision:notice-list")
NOTICES = SupervisionNotice.objects.select_related(
    "bureau", "issuer", "ground", "inspection__unit__party", "case", "drafted_by", "reported_by",
    "review_request__requested_by",
)  # fmt: skip
PAGE_OF_STEP = {
    "receive": "notice-receive",
    "report": "notice-report",
    "return_report": "notice-return",
    "close": "notice-close",
    "request_review": "notice-review",
}


class NoticeListView(ListView):
    permission_required = VIEW
    template_name = "supervision/notice_list.html"
    queryset = NOTICES.order_by("-pk")
    filterset_class = forms.NoticeFilter

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            actions=self.actions(), export_url=reverse("supervision:notice-export"), **kwargs
        )

    def actions(self) -> list[dict]:
        user, found = self.request.user, []
        if user.has_perm(SUPERVISE):
            found.append({"label": "录入收到的文书", "url": reverse("supervision:notice-enter")})
        if user.has_perms((SUPERVISE, services.DRAFT)):
            url = reverse("supervision:notice-create")
            found.append({"label": "起草执法监督文书", "url": url, "icon": "plus", "primary": True})
        return found


class NoticeExportView(ExportPage):
    permission_required = VIEW
    queryset = NOTICES.order_by("-pk")
    filterset_class = forms.NoticeFilter
    sheet, filename = "执法监督文书", "supervision-notices"
    columns = (
        ("文种", 22), ("文号", 22), ("发出机构", 20), ("被监督的机构", 20), ("监督情形", 24),
        ("处理决定", 24), ("发出日期", 12), ("签收日期", 12), ("报告日期", 12), ("办结日期", 12),
        ("复查", 10), ("状态", 10),
    )  # fmt: skip

    def line(self, row):
        asked = row.asked_for_review
        return [
            row.get_form_display(),
            queries.number_of(row, queries.papers_of(row, self.request.user)),
            str(row.issuer),
            row.receiver,
            str(row.ground),
            row.get_result_display(),
            row.issued_on,
            row.received_on,
            row.reported_on,
            row.closed_on,
            (asked.get_outcome_display() or "待决定") if asked else "",
            row.get_state_display(),
        ]


class NoticeDetailView(DetailView):
    permission_required = VIEW
    template_name = "supervision/notice_detail.html"
    queryset = NOTICES
    workflow = NOTICE_FLOW

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        notice, user = self.object, self.request.user
        papers = queries.papers_of(notice, user)
        return context | {
            "crumbs": [Crumb(LIST[0], reverse(LIST[1])), Crumb(str(notice))],
            "number": queries.number_of(notice, papers),
            "papers": papers,
            "files": list(files_of(notice, user)),
            "clocks": queries.clocks_on(notice).values(),
            "term": queries.term_in_words(notice),
            "steps": queries.steps(notice),
            "next_step": queries.next_step(notice, papers),
            "acts": [
                *acts_on(notice, papers, context["offers"], user),
                *to_fault(
                    notice, "notice", user, found=notice.state != SupervisionNotice.State.DRAFT
                ),
            ],
            "entries": trail_of(notice, user),
        }


def _url(name: str, notice) -> str:
    return reverse(f"supervision:{name}", args=[notice.pk])


def acts_on(notice, papers, offers, user) -> list[PageAct]:
    """Steps of the flow, and the papers that go with them."""
    steps = acts_from(
        [offer for offer in offers if offer.step.name in PAGE_OF_STEP],
        lambda name: _url(PAGE_OF_STEP[name], notice),
    )
    acts = [*_papers(notice, papers, user), *_review(notice, papers, user), *steps]
    first = next((act for act in acts if not act.why), None)
    return [act._replace(primary=act is first) for act in acts]


def _papers(notice, papers, user) -> list[PageAct]:
    if notice.state != SupervisionNotice.State.DRAFT:
        return []
    if paper := queries.live(papers, notice.form):
        return [PageAct("办理文书", paper.get_absolute_url(), True)]
    if not user.has_perms((SUPERVISE, services.DRAFT)):
        return []
    return [PageAct("重新起草文书", _url("notice-paper", notice), True)]


def _review(notice, papers, user) -> list[PageAct]:
    asked = notice.asked_for_review
    if asked is None or asked.outcome or not user.has_perm(SUPERVISE):
        return []
    if not notice.issuer.is_own:
        return [PageAct("录入复查决定", _url("notice-enter-decision", notice), True)]
    if paper := queries.live(papers, queries.REVIEW_PAPER):
        return [PageAct("办理复查决定书", paper.get_absolute_url(), True)]
    if not user.has_perm(services.DRAFT):
        return []
    return [PageAct("起草复查决定书", _url("notice-decide", notice), True)]


class NoticeCreateView(CreatePage):
    permission_required = (SUPERVISE, services.DRAFT)
    form_class = forms.DraftForm
    list_crumb = LIST
    title, submit_label = "起草执法监督文书", "保存并起草文书"
    success_message = "已保存，文书已起草，请核对后提交审核。"
    explanation = (
        "本机关的监督机构监督本机关的执法机构和受委托组织；只能责令自行纠正，或者建议撤销并报有权机关。",
        "五项内容缺一不可：被监督的机构、事实和理由、决定和依据、方式和期限、发出机构和日期并盖章。",
        "办理过这次检查或者这个案件的人员，不能起草。",
        "复查的途径和期限由系统按本机关的期限设定写入文书。",
    )

    def get_initial(self):
        """A complaint leads here with the check or case that it was about."""
        asked = {name: self.request.GET.get(name, "") for name in ("inspection", "case")}
        return super().get_initial() | {name: key for name, key in asked.items() if is_key(key)}

    def perform(self, form):
        return services.draft(actor=self.request.user, on=self.act_date(form), **self.typed(form))


class NoticeEnterView(CreatePage):
    permission_required = SUPERVISE
    form_class = forms.EnterForm
    list_crumb = LIST
    title, submit_label = "录入收到的文书", "保存"
    success_message = "已录入，纠正、报告和申请复查的期限从收到之日起计算。"
    explanation = (
        "录入同级司法行政部门或者上级档案主管部门发来的执法监督通知（决定）书，照原件填写。",
        "发出机构由系统管理员在后台“监督机构”里登记。",
    )

    def act_date(self, form):
        return form.cleaned_data["received_on"]

    def perform(self, form):
        typed = self.typed(form)
        typed.pop("received_on")
        return services.enter(actor=self.request.user, on=self.act_date(form), **typed)


class NoticeActPage(ActPage):
    queryset = NOTICES
    list_crumb = LIST
    template_name = "supervision/notice_act.html"


class NoticePaperView(NoticeActPage):
    permission_required = (SUPERVISE, services.DRAFT)
    title, success_message = "重新起草文书", "文书已起草，请核对后提交审核。"
    service = services.draft_paper


class NoticeReceiveView(NoticeActPage):
    permission_required = ANSWER
    form_class = forms.ReceiveForm
    title, success_message = "签收", "已签收，期限从今天起计算。"
    service = services.receive
    explanation = ("签收之日起计算纠正、报告和申请复查的期限；签收不表示同意。",)


class NoticeReportView(NoticeActPage):
    permission_required = ANSWER
    form_class = forms.ReportForm
    title, success_message = "报告纠正情况", "已报告，等待监督人员核实。"
    service = services.report


class NoticeReturnView(NoticeActPage):
    permission_required = SUPERVISE
    form_class = forms.ReturnForm
    title, success_message = "退回报告", "已退回，纠正期限继续计算。"
    service = services.return_report


class NoticeCloseView(NoticeActPage):
    permission_required = SUPERVISE
    form_class = forms.CloseForm
    title, success_message = "核实并办结", "已办结。"
    service = services.close


class NoticeReviewView(NoticeActPage):
    permission_required = ANSWER
    form_class = forms.ReviewForm
    title, success_message = "申请复查", "已申请复查；复查期间不停止执行。"
    service = reviews.request
    explanation = ("复查期间不停止执行，纠正期限照常计算；对复查决定应当执行。",)


class NoticeDecideView(NoticeActPage):
    permission_required = (SUPERVISE, services.DRAFT)
    form_class = forms.DecisionForm
    title, submit_label = "起草复查决定书", "保存并起草文书"
    success_message = "复查决定书已起草，签发后生效。"
    service = reviews.draft_decision

    def get_success_url(self):
        return self.result.get_absolute_url()


class NoticeEnterDecisionView(NoticeActPage):
    permission_required = SUPERVISE
    form_class = forms.EnterDecisionForm
    title, success_message = "录入复查决定", "复查决定已录入。"
    service = reviews.enter_decision
