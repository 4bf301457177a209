"""Pages of the acts on a paper: each is one form and one service."""

from django.http import HttpResponseRedirect
from django.utils import timezone
from django.views.generic.detail import SingleObjectMixin
from django.views.generic.edit import View

from archives_enforcement import views
from archives_enforcement.documents import composing, queries, services
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
