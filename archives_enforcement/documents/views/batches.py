"""Pages of 批量签发: choose, follow, try again, fetch."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.generic.detail import BaseDetailView, SingleObjectMixin
from django.views.generic.edit import View

from archives_enforcement import views
from archives_enforcement.documents import bundles, services
from archives_enforcement.documents.forms.batches import BatchForm
from archives_enforcement.documents.models import Batch, Document
from archives_enforcement.documents.queries import progress_of
from archives_enforcement.navigation import Crumb

SIGN = "documents.sign_document"


def crumbs(*more: str) -> list[Crumb]:
    return [Crumb("文书", reverse("documents:document-list")), *map(Crumb, more)]


class BatchCreateView(views.FormView):
    permission_required = SIGN
    form_class = BatchForm
    template_name = "documents/batch_form.html"

    def waiting(self):
        """What this person may sign, oldest first."""
        user = self.request.user
        rows = Document.objects.open_to(user).filter(state=Document.State.SUBMITTED)
        rows = rows.exclude(drafted_by=user).exclude(reviewed_by=user)
        return rows.select_related("party", "drafted_by").defer("content", "fields").order_by("pk")

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"waiting": self.waiting()}

    def get_context_data(self, **kwargs):
        batches = Batch.objects.visible_to(self.request.user).select_related("made_by")
        return super().get_context_data(
            title="批量签发",
            crumbs=crumbs("批量签发"),
            submit_label="签发选中的文书",
            cancel_url=reverse("documents:document-list"),
            consequences=[
                "每份文书各编一个字号，不能收回再用；内容锁定，不可修改",
                "有一份不能签发的，不影响其他各份；原因会逐份列出",
                "分别发给各主送单位，有关期限从各自送达之日起算",
            ],
            batches=batches.order_by("-pk")[:10],
            **kwargs,
        )

    def perform(self, form):
        return services.start_batch(
            list(form.cleaned_data["documents"]),
            actor=self.request.user,
            on=self.act_date(form),
        )

    def get_success_url(self):
        return self.result.get_absolute_url()


class BatchDetailView(views.DetailView):
    """How far a batch has come; asks again by itself while something is under way."""

    permission_required = "documents.view_document"
    queryset = Batch.objects.select_related("made_by")
    template_name = "documents/batch_detail.html"

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            crumbs=crumbs(str(self.object)), progress=progress_of(self.object), **kwargs
        )


class BatchRetryView(views.Guarded, SingleObjectMixin, View):
    permission_required = SIGN
    to_act = True
    model = Batch
    http_method_names = ("post",)

    def post(self, request, *args, **kwargs):
        batch = self.get_object()
        try:
            services.retry_batch(batch, actor=request.user, on=timezone.localdate())
        except ValidationError as refusal:
            messages.error(request, "；".join(refusal.messages))
        return HttpResponseRedirect(batch.get_absolute_url())


class BatchFileView(views.Guarded, BaseDetailView):
    """All papers of a batch that have their PDF, in one file."""

    permission_required = "documents.view_document"
    queryset = Batch.objects.all()

    def papers(self):
        rows = Document.objects.visible_to(self.request.user).filter(
            batch_items__batch=self.object, rendition__isnull=False
        )
        return rows.select_related("rendition", "party").order_by("batch_items__pk")


class BatchPackageView(BatchFileView):
    def render_to_response(self, context):
        response = HttpResponse(bundles.package(self.papers()), content_type="application/zip")
        name = f"批量签发-{self.object.pk}.zip"
        response["Content-Disposition"] = content_disposition_header(True, name)
        return response


class BatchPdfView(BatchFileView):
    """One file for the printer: each paper begins on a sheet of its own, on both sides."""

    def render_to_response(self, context):
        response = HttpResponse(
            bundles.for_both_sides(self.papers()), content_type="application/pdf"
        )
        name = f"批量签发-{self.object.pk}-双面打印.pdf"
        response["Content-Disposition"] = content_disposition_header(False, name)
        response["Content-Security-Policy"] = "default-src 'none'; sandbox"
        return response
