"""Pages of 执法公示 for staff."""

from collections.abc import Iterator

from django.urls import reverse
from django.utils import timezone

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents.models import Document
from archives_enforcement.files.exporting import Exported
from archives_enforcement.forms import ActForm, PageForm, ReasonForm
from archives_enforcement.navigation import Crumb, PageAct, acts_from
from archives_enforcement.views import ActView, DetailView, ListView
from archives_enforcement.workdays.clocks import Clocks
from archives_enforcement.workflow import Act
from penalties.queries.cases import clock
from publicity.forms import notices as forms
from publicity.models import Notice
from publicity.queries import exemplaries
from publicity.queries import notices as queries
from publicity.services import notices as services
from publicity.workflow import NOTICE_FLOW

LIST = ("执法公示", "publicity:notice-list")
DRAFT, PUBLISH = "publicity.draft_notice", "publicity.publish_notice"
CHANGE, EDIT = "登记决定变更", "修改"
ENTER = "登记更正申请"
ASIDE = (CHANGE, EDIT, ENTER)  # may be done, but do not lead the way forward
PAGE_OF_STEP = {
    "approve": "publicity:notice-approve",
    "return_notice": "publicity:notice-return",
    "publish": "publicity:notice-publish",
    "withdraw": "publicity:notice-withdraw",
}
STEP_OF_PAGE = {page.removeprefix("publicity:"): step for step, page in PAGE_OF_STEP.items()}
SUMMARY = (*services.SUMMARY, "credit_class", "credit_reason")


def form_for(document: Document) -> type[forms.NoticeForm]:
    exemplary = exemplaries.is_exemplary(document)
    return forms.ExemplaryNoticeForm if exemplary else forms.NoticeForm


def crumbs_of(*more: Crumb) -> list[Crumb]:
    return [Crumb(LIST[0], reverse(LIST[1])), *more]


class NoticeListView(Exported, ListView):
    """Notices, and above them the issued papers that still wait for one."""

    permission_required = "publicity.view_notice"
    template_name = "publicity/notice_list.html"
    queryset = Notice.objects.select_related("document").order_by("-decided_on", "-pk")
    filterset_class = forms.NoticeFilter
    sheet_title = "执法公示"
    sheet_columns = (
        ("案件名称", 40), ("当事人", 30), ("文号", 26), ("决定日期", 12), ("公布日期", 12),
        ("停止公示日期", 14), ("状态", 12),
    )  # fmt: skip

    def sheet_line(self, row):
        return (
            row.title, row.party_name, row.number, row.decided_on, row.published_on,
            row.expires_on, row.get_state_display(),
        )  # fmt: skip

    def get_context_data(self, **kwargs):
        user = self.request.user
        waiting = list(queries.decisions_to_publish(user)) if user.has_perm(DRAFT) else []
        clocks = Clocks(waiting)
        link = {"label": "看公开页面", "url": reverse("publicity:public-list"), "icon": "eye"}
        return super().get_context_data(
            withheld=queries.withholdings(user),
            waiting=[(row, queries.clock_among(clocks, row)) for row in waiting],
            actions=[link],
            **kwargs,
        )


class NoticeDetailView(DetailView):
    permission_required = "publicity.view_notice"
    template_name = "publicity/notice_detail.html"
    queryset = Notice.objects.select_related(
        "document__party", "bureau", "drafted_by", "secrecy_reviewer", "approved_by"
    )
    workflow = NOTICE_FLOW

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        notice, user = self.object, self.request.user
        trail = AuditEntry.objects.none()
        if user.has_perm("audit.view_auditentry"):
            trail = AuditEntry.objects.visible_to(user).about(notice)
        return context | {
            "acts": self.acts(context["offers"]),
            "pairs": exemplaries.pairs_of(notice),
            "crumbs": crumbs_of(Crumb(notice.number)),
            "next_step": queries.next_step(notice),
            "steps": queries.steps(notice),
            "corrections": notice.corrections.order_by("-pk"),
            "clocks": [clock(row) for row in queries.clocks_of(notice)],
            "credit_source": queries.credit_source(notice.decided_on),
            "trail": trail,
        }

    def acts(self, offers) -> list[PageAct]:
        """Steps of the table and the acts beside it; the first open one leads the way forward."""
        steps = acts_from(offers, lambda name: reverse(PAGE_OF_STEP[name], args=[self.object.pk]))
        found = sorted([*self.beside(), *steps], key=lambda act: bool(act.why))
        first = next((act for act in found if not act.why and act.label not in ASIDE), None)
        return [act._replace(primary=act is first) for act in found]

    def beside(self) -> Iterator[PageAct]:
        """Acts that change no state: the check for secrets, a correction, a reported change."""
        notice, user = self.object, self.request.user
        draft = notice.state == Notice.State.DRAFT
        reviewer = user.has_perm(DRAFT) or user.has_perm("publicity.approve_notice")
        if draft and not notice.secrecy_checked and reviewer:
            own = notice.drafted_by_id == user.pk
            why = "拟稿人不能审查自己拟的公示，请由其他人员办理。" if own else ""
            yield PageAct("保密审查", "" if own else self.page("notice-secrecy"), why=why)
        if draft and user.has_perm(DRAFT):
            yield PageAct(EDIT, self.page("notice-edit"))
        published = notice.state == Notice.State.PUBLISHED
        if (
            published
            and not notice.changed_on
            and not notice.is_exemplary
            and user.has_perm(PUBLISH)
        ):
            yield PageAct(CHANGE, self.page("notice-change"))
        if published and user.has_perm(DRAFT):
            yield PageAct(ENTER, self.page("correction-enter"))

    def page(self, name: str) -> str:
        return reverse(f"publicity:{name}", args=[self.object.pk])


class NoticeCreateView(ActView):
    """拟公示 from one issued paper: the summary is written from the record and may be cut."""

    permission_required = DRAFT
    template_name = "publicity/notice_form.html"
    queryset = Document.objects.select_related("party", "bureau")
    success_message = "已拟稿，请由其他人员进行保密审查。"

    def get_form_class(self):
        return form_for(self.object)

    def get_queryset(self):
        return queries.decisions_to_publish(self.request.user)

    def get_initial(self):
        credit = {"credit_class": Notice.CreditClass.GENERAL}
        if exemplaries.is_exemplary(self.object):
            no_credit = exemplaries.NO_CREDIT
            credit = {"credit_class": Notice.CreditClass.NONE, "credit_reason": no_credit}
        return queries.summary_of(self.object) | credit

    def get_context_data(self, **kwargs):
        context = {
            "title": "拟公示",
            "withhold_url": reverse("publicity:withholding-create", args=[self.object.pk]),
            "submit_label": "保存公示稿",
            "document": self.object,
            "credit_source": queries.credit_source(self.object.issued_on),
            "crumbs": crumbs_of(Crumb("拟公示")),
            "cancel_url": reverse(LIST[1]),
        }
        return super().get_context_data(**(context | kwargs))

    def perform(self, form):
        values = {name: form.cleaned_data[name] for name in SUMMARY}
        return services.create(
            self.object, actor=self.request.user, on=self.act_date(form), **values
        )

    def get_success_url(self):
        return self.result.get_absolute_url()


class NoticeActView(ActView):
    """An act on a notice: what the public will read stands above the form."""

    template_name = "publicity/notice_act.html"
    queryset = Notice.objects.select_related("document__party", "bureau", "drafted_by")
    form_class = ActForm
    title = ""
    consequences = ()

    def get_context_data(self, **kwargs):
        notice = self.object
        context = {
            "title": self.title,
            "submit_label": self.title,
            "notice": notice,
            "pairs": exemplaries.pairs_of(notice),
            "consequences": self.consequences,
            "lamps": self.lamps(),
            "crumbs": crumbs_of(Crumb(notice.number, notice.get_absolute_url()), Crumb(self.title)),
            "cancel_url": notice.get_absolute_url(),
            "credit_source": queries.credit_source(notice.decided_on),
        }
        return super().get_context_data(**(context | kwargs))

    def lamps(self):
        """What the step of this page would pass over."""
        step = STEP_OF_PAGE.get(self.request.resolver_match.url_name, "")
        return NOTICE_FLOW.lit(self.object, step, Act(self.request.user, timezone.localdate()))

    def given(self, form) -> dict:
        typed = {name: value for name, value in form.cleaned_data.items() if name != "on"}
        return typed | {"actor": self.request.user, "on": self.act_date(form)}


class NoticeEditView(NoticeActView):
    permission_required = DRAFT
    template_name = "publicity/notice_form.html"
    title = "修改公示稿"
    success_message = "已修改，需要重新进行保密审查。"

    def get_form_class(self):
        return form_for(self.object.document)

    def get_initial(self):
        return {name: getattr(self.object, name) for name in SUMMARY}

    def perform(self, form):
        return services.revise(self.object, **self.given(form))


class NoticeSecrecyView(NoticeActView):
    """Checked by another drafter or by the head: either permission opens the page."""

    permission_required = (DRAFT, "publicity.approve_notice")
    form_class = forms.SecrecyForm
    title = "保密审查"
    success_message = "保密审查和隐去的内容核对已通过。"

    def has_permission(self):
        return any(map(self.request.user.has_perm, self.get_permission_required()))

    def perform(self, form):
        return services.review_secrecy(self.object, **self.given(form))


class NoticeApproveView(NoticeActView):
    permission_required = "publicity.approve_notice"
    title = "批准公示"
    success_message = "已批准，可以公布。"

    def perform(self, form):
        return services.approve(self.object, **self.given(form))


class NoticeReturnView(NoticeActView):
    permission_required = "publicity.approve_notice"
    form_class = ReasonForm
    title = "退回修改"
    success_message = "已退回。"

    def perform(self, form):
        return services.return_notice(self.object, **self.given(form))


class NoticePublishView(NoticeActView):
    permission_required = PUBLISH
    form_class = PageForm
    title = "公布"
    success_message = "已公布，任何人都可以看到。"
    consequences = ("任何人不用登录都能看到上面的内容", "公开后只能撤回，撤回应当公开说明理由")

    def perform(self, form):
        return services.publish(self.object, **self.given(form))


class NoticeChangeView(NoticeActView):
    permission_required = PUBLISH
    form_class = forms.ChangeForm
    title = CHANGE
    success_message = "已登记，请在三个工作日内撤回公示。"

    def perform(self, form):
        return services.report_change(self.object, **self.given(form))


class NoticeWithdrawView(NoticeActView):
    permission_required = PUBLISH
    form_class = forms.WithdrawForm
    title = "撤回公示"
    success_message = "公示已撤回，理由已公开。"
    consequences = ("公开页面不再显示这件案件，只显示文号、撤回日期和理由",)

    def perform(self, form):
        return services.withdraw(self.object, **self.given(form))
