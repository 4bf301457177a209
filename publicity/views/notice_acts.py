"""Pages of the acts on a notice: drafted from a paper, checked, approved, published, withdrawn."""

from django.urls import reverse
from django.utils import timezone

from archives_enforcement.documents.models import Document
from archives_enforcement.forms import ActForm, PageForm, ReasonForm
from archives_enforcement.navigation import Crumb
from archives_enforcement.views import ActView
from archives_enforcement.workflow import Act, Refused
from publicity.forms import notices as forms
from publicity.models import Notice
from publicity.queries import exemplaries, results
from publicity.queries import notices as queries
from publicity.queries.leaving_out import to_leave_out
from publicity.redaction import hints
from publicity.services import notices as services
from publicity.views.notices import CHANGE, DRAFT, LIST, PROGRESS, PUBLISH, STEP_OF_PAGE, crumbs_of
from publicity.workflow import NOTICE_FLOW

SUMMARY = (*services.SUMMARY, "credit_class", "credit_reason")


def form_for(document: Document) -> type[forms.NoticeForm]:
    if results.is_result(document):
        return forms.ResultNoticeForm
    exemplary = exemplaries.is_exemplary(document)
    return forms.ExemplaryNoticeForm if exemplary else forms.NoticeForm


class NoticeCreateView(ActView):
    """拟公示 from one issued paper: the summary is written from the record and may be cut."""

    permission_required = DRAFT
    template_name = "publicity/notice_form.html"
    queryset = Document.objects.select_related("party", "bureau")
    success_message = "已拟稿，请由其他人员进行保密审查。"

    def get_form_class(self):
        return form_for(self.object)

    def get_queryset(self):
        return queries.waiting_among(super().get_queryset())

    def get_initial(self):
        credit = {"credit_class": Notice.CreditClass.GENERAL}
        if exemplaries.is_exemplary(self.object):
            no_credit = exemplaries.NO_CREDIT
            credit = {"credit_class": Notice.CreditClass.NONE, "credit_reason": no_credit}
        if results.is_result(self.object):
            no_credit = results.NO_CREDIT
            credit = {"credit_class": Notice.CreditClass.NONE, "credit_reason": no_credit}
        return queries.summary_of(self.object, timezone.localdate()) | credit

    def get_context_data(self, **kwargs):
        context = {
            "title": "拟公示",
            "withhold_url": reverse("publicity:withholding-create", args=[self.object.pk]),
            "submit_label": "保存公示稿",
            "document": self.object,
            "result": self.result_of(),
            "credit_source": queries.credit_source(self.object.issued_on),
            "crumbs": crumbs_of(Crumb("拟公示")),
            "cancel_url": reverse(LIST[1]),
        }
        return super().get_context_data(**(context | kwargs))

    def result_of(self) -> dict | None:
        """Of a check: what stands in the notice beside what is typed."""
        if not results.is_result(self.object):
            return None
        now = results.counted(self.object.subject, timezone.localdate())
        return results.particulars(self.object) | now

    def perform(self, form):
        values = {name: form.cleaned_data[name] for name in SUMMARY if name in form.fields}
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

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            must_go=self.must_go(),
            hints=hints(self.object.words),
            **kwargs,
        )

    def must_go(self) -> list[str]:
        try:
            return to_leave_out(self.object, self.object.words)
        except Refused as unreadable:  # who reported cannot be opened: nothing passes before it can
            return unreadable.messages

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


class NoticeProgressView(NoticeActView):
    """The progress the record shows now beside what the public reads."""

    permission_required = PUBLISH
    queryset = NoticeActView.queryset.of_results()
    form_class = PageForm
    title = PROGRESS
    success_message = "整改情况已更新。"

    def get_context_data(self, **kwargs):
        now = results.progress(self.object.document.subject).words(timezone.localdate())
        return super().get_context_data(consequences=(f"公开页面的整改情况改为：{now}",), **kwargs)

    def perform(self, form):
        return services.update_progress(self.object, **self.given(form))


class NoticeRepairView(NoticeActView):
    permission_required = PUBLISH
    form_class = forms.RepairForm
    title = "登记信用修复"
    success_message = "已登记信用修复，公开页面已停止显示。"
    consequences = ("公开页面从今天起不再显示这件案件，不再恢复；案件和公示的记录不变",)

    def perform(self, form):
        return services.repair(self.object, **self.given(form))


class NoticeWithdrawView(NoticeActView):
    permission_required = PUBLISH
    form_class = forms.WithdrawForm
    title = "撤回公示"
    success_message = "公示已撤回，理由已公开。"
    consequences = ("公开页面不再显示这件案件，只显示文号、撤回日期和理由",)

    def perform(self, form):
        return services.withdraw(self.object, **self.given(form))
