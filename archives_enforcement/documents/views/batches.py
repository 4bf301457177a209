"""Pages of 批次: follow, try again, fetch."""

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
from archives_enforcement.documents.batch_progress import progress_of
from archives_enforcement.documents.models import Batch, Document
from archives_enforcement.documents.services.batches import STEPS
from archives_enforcement.documents.views.reading import crumbs_of_list
from archives_enforcement.navigation import PageAct

A = Batch.Act
PAGES = {A.SUBMIT: "batch-submit", A.REVIEW: "batch-review", A.SIGN: "batch-create"}


class BatchDetailView(views.DetailView):
    """How far a batch has come; asks again by itself while something is under way."""

    permission_required = "documents.view_document"
    queryset = Batch.objects.select_related("made_by")
    template_name = "documents/batch_detail.html"

    def get_context_data(self, **kwargs):
        progress = progress_of(self.object, self.request.user)
        return super().get_context_data(
            crumbs=crumbs_of_list(str(self.object)),
            progress=progress,
            acts=self.acts(progress),
            **kwargs,
        )

    def acts(self, progress) -> list[PageAct]:
        """What comes next for the papers of a batch that is through, for those who may do it."""
        if progress.under_way:
            return []
        ready = [item.document for item in progress.items if item.document and not item.lacks]
        states = [paper.state for paper in ready]
        return [
            PageAct(
                f"{name.label} {states.count(step.state)} 份",
                f"{reverse(f'documents:{PAGES[name]}')}?batch={self.object.pk}",
                primary=True,
            )
            for name, step in STEPS.items()
            if step.state in states and self.request.user.has_perm(step.permission)
        ]


class BatchRetryView(views.Guarded, SingleObjectMixin, View):
    permission_required = "documents.view_document"
    to_act = True
    model = Batch
    http_method_names = ("post",)

    def has_permission(self):
        """Those who do any act on papers; the service asks for the act of this batch."""
        acts = (step.permission for step in STEPS.values())
        return super().has_permission() and any(map(self.request.user.has_perm, acts))

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

    def get(self, request, *args, **kwargs):
        self.object = self.get_object()
        if self.papers().exists():
            return self.render_to_response(self.get_context_data())
        messages.error(request, "这一批还没有一份生成 PDF，没有可以下载、打印的；请稍后再试。")
        return HttpResponseRedirect(self.object.get_absolute_url())

    def papers(self):
        rows = Document.objects.visible_to(self.request.user).filter(
            batch_items__batch=self.object, rendition__isnull=False
        )
        return rows.select_related("rendition", "party").order_by("batch_items__pk")


class BatchPackageView(BatchFileView):
    def render_to_response(self, context):
        response = HttpResponse(bundles.package(self.papers()), content_type="application/zip")
        name = f"{self.object}.zip"
        response["Content-Disposition"] = content_disposition_header(True, name)
        return response


class BatchPdfView(BatchFileView):
    """One file for the printer: each paper begins on a sheet of its own, on both sides."""

    def render_to_response(self, context):
        response = HttpResponse(
            bundles.for_both_sides(self.papers()), content_type="application/pdf"
        )
        name = f"{self.object} 双面打印.pdf"
        response["Content-Disposition"] = content_disposition_header(False, name)
        response["Content-Security-Policy"] = "default-src 'none'; sandbox"
        return response
