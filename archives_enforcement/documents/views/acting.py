"""Pages of the acts on a paper: each is one form and one service."""

from django.http import HttpResponseRedirect
from django.utils import timezone
from django.views.generic.detail import SingleObjectMixin
from django.views.generic.edit import View

from archives_enforcement import views
from archives_enforcement.accounts import roles
from archives_enforcement.documents import (
    composing,
    kinds,
    lamps,
    numbering,
    queries,
    services,
    tabling,
)
from archives_enforcement.documents.forms import papers as forms
from archives_enforcement.documents.kinds.kind import ON_THE_SPOT
from archives_enforcement.documents.models import Document
from archives_enforcement.documents.views.reading import crumbs_of
from archives_enforcement.documents.workflow import DOCUMENT_FLOW
from archives_enforcement.forms import ActForm, ReasonForm
from archives_enforcement.jobs import queue
from archives_enforcement.jobs.models import Job
from archives_enforcement.workflow import Act


class PaperActView(views.ActView):
    """One act around papers; subclasses name the service and the words."""

    template_name = "components/form_page.html"
    form_class = ActForm
    title = submit_label = ""

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            layout=views.layout_for(self.request.user),
            title=self.title,
            submit_label=self.submit_label or self.title,
            cancel_url=self.get_success_url(),
            consequences=self.consequences(),
            **kwargs,
        )

    def consequences(self) -> list[str]:
        return []


class DocumentActView(PaperActView):
    """One act on one paper, with the paper beside the form."""

    model = Document
    permission_required = "documents.view_document"
    template_name = "documents/document_act.html"
    step = ""  # of DOCUMENT_FLOW, where the act is one

    @property
    def document(self) -> Document:
        return self.object

    def why_not(self) -> str | None:
        """Why the act cannot be begun now: somebody has been first, or a rule forbids it."""
        if not self.step:
            return None
        act = Act(self.request.user, timezone.localdate(), self.permission_required)
        return DOCUMENT_FLOW.why_not(self.document, self.step, act)

    def get_context_data(self, **kwargs):
        why_not = None if self.request.method == "POST" else self.why_not()
        return super().get_context_data(
            why_not=why_not,
            crumbs=crumbs_of(self.document, self.title),
            content=composing.sheet(self.document),
            lamps=self.lamps(),
            next_step="" if why_not else self.then(),
            **kwargs,
        )

    def lamps(self):
        """What the act would pass over."""
        return ()

    def then(self) -> str:
        """Who goes on once the act is done, where another has to."""
        return ""


class SubmitView(DocumentActView):
    permission_required = "documents.draft_document"
    step = "submit"
    title, success_message = "提交签发", "已提交，等待签发。"

    def then(self):
        return f"提交以后由{self.object.signed_by}；不能再修改，需要修改的由签发人退回。"

    def perform(self, form):
        return services.submit(self.object, actor=self.request.user, on=self.act_date(form))


class ReturnView(DocumentActView):
    permission_required = "documents.sign_document"
    step = "return_draft"
    title, success_message = "退回修改", "已退回起草人。"
    form_class = ReasonForm

    def perform(self, form):
        return services.return_draft(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            note=form.cleaned_data["note"],
        )


class SubmitReviewView(DocumentActView):
    permission_required = "documents.draft_document"
    step = "submit_review"
    title, success_message = "提交审核", "已提交，等待审核。"

    def then(self):
        endorsed = kinds.KINDS[self.object.kind].endorsed
        first = "承办机构负责人" if endorsed else roles.holders("documents.review_document")
        return f"提交以后由{first}审核，再由{self.object.signed_by}；需要修改的由审核人退回。"

    def perform(self, form):
        return services.submit_review(self.object, actor=self.request.user, on=self.act_date(form))


class PassReviewView(DocumentActView):
    permission_required = "documents.review_document"
    step = "pass_review"
    title, success_message = "审核通过", "已审核，等待签发。"
    form_class = forms.ReviewForm

    def consequences(self):
        kind = kinds.KINDS[self.object.kind]
        printed = "，印在文书的审核人意见栏" if kind.endorsed else ""
        return [
            f"交由{self.object.signed_by}；您不能再签发这份文书",
            f"审核意见记入全过程记录{printed}",
        ]

    def perform(self, form):
        return services.pass_review(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            note=form.cleaned_data["note"],
        )


class ReturnReviewView(DocumentActView):
    permission_required = "documents.review_document"
    step = "return_review"
    title, success_message = "审核退回", "已退回起草人。"
    form_class = ReasonForm

    def perform(self, form):
        return services.return_review(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            note=form.cleaned_data["note"],
        )


class AnswerView(DocumentActView):
    permission_required = "documents.keep_record"
    title, success_message = "登记办结", "已登记，期限已办结。"
    form_class = forms.AnswerForm

    def why_not(self):
        if queries.clocks_answered_here(self.document):
            return None
        return "这份文书没有在这里登记办结的期限，或者都已办结。"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {
            "clocks": queries.clocks_answered_here(self.document),
            "listed": tabling.typed(self.document.fields.get("enclosures", "")),
        }

    def perform(self, form):
        return services.register_answer(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            **{name: value for name, value in form.cleaned_data.items() if name != "on"},
        )


class VoidView(DocumentActView):
    permission_required = "documents.keep_record"
    step = "void"
    title, success_message = "作废", "草稿已作废。"
    form_class = ReasonForm

    def perform(self, form):
        return services.void(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            note=form.cleaned_data["note"],
        )


class SignView(DocumentActView):
    permission_required = "documents.sign_document"
    step = "sign"
    title, submit_label = "签发", "签发并送达"
    form_class = forms.SignForm

    def lamps(self):
        return lamps.lit_over(self.document, Act(self.request.user, timezone.localdate()))

    def consequences(self):
        points = issue_consequences(self.object, "加盖印章，生成 PDF 并归入案卷")
        deputised = self.request.user.rights.deputised
        capacity = deputised.get(self.object.right_to_sign)
        return (
            [*points, f"文书注明“{capacity.signed('签发')}”，全过程记录同样注明"]
            if capacity
            else points
        )

    def perform(self, form):
        return services.sign(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            note=form.cleaned_data["note"],
        )

    def get_success_message(self):
        return f"已签发，编号 {self.result.number}，正在生成 PDF。"


class CompleteView(DocumentActView):
    permission_required = "documents.keep_record"
    step = "complete"
    title = "定稿归卷"

    def lamps(self):
        return lamps.lit_over(self.document, Act(self.request.user, timezone.localdate()))

    def get_form_class(self):
        handed = kinds.KINDS[self.object.kind].handed == ON_THE_SPOT
        return forms.CompleteToHandOverForm if handed else forms.CompleteForm

    def consequences(self):
        scanned = kinds.KINDS[self.object.kind].signed_by_hand
        then = "；签字页扫描后在文书页面上传" if scanned else ""
        return issue_consequences(self.object, f"生成 PDF 并归入案卷{then}")

    def perform(self, form):
        return services.complete(self.object, actor=self.request.user, on=self.act_date(form))

    def get_success_message(self):
        return f"已定稿，编号 {self.result.number}，正在生成 PDF。"


def issue_consequences(document, filed: str) -> list[str]:
    """What cannot be taken back once the paper has its number."""
    number = numbering.expected(document.bureau, document.kind, timezone.localdate().year)
    points = [
        f"编号 {number}（以签发时为准），不能收回再用",
        "内容锁定，不可修改；有错只能另发更正",
        filed,
    ]
    if document.outward and document.party:
        points.append(f"发给{document.party}，有关期限从送达之日起算")
        if document.affects_rights:
            points.append("涉及当事人的权利，要有送达证明（送达回证等）")
    return points


class RetryView(views.Guarded, SingleObjectMixin, View):
    """Make the PDF again after a failure whose cause is gone."""

    permission_required = "documents.sign_document"
    to_act = True
    model = Document
    http_method_names = ("post",)

    def post(self, request, *args, **kwargs):
        document = self.get_object()
        job = queries.render_job(document)
        if job is not None and job.state == Job.State.FAILED:
            queue.retry(job)
        return HttpResponseRedirect(document.get_absolute_url())
