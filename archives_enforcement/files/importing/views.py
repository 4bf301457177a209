"""Pages of an import: the template, the file, what would change, the faults, how far it is."""

from io import BytesIO

from django.contrib import messages
from django.http import FileResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.generic import View
from django.views.generic.detail import BaseDetailView

from archives_enforcement import views
from archives_enforcement.files import checks, store
from archives_enforcement.files.importing import forms
from archives_enforcement.files.workbook import XLSX
from archives_enforcement.navigation import Crumb
from archives_enforcement.workflow import Refused

TOLD = 200  # faults on the page; the returned file holds them all


class Importing:
    """What the pages of one kind of list share; an app names its shape, its pages and its acts."""

    shape = None
    title = ""
    kept = ""  # session key: digest and name of the list that waits for confirmation
    page = ""  # the beginning of the names of its pages
    list_page = ""
    list_title = ""

    def url(self, name: str, *args) -> str:
        return reverse(f"{self.page}{name}", args=args)

    @property
    def file(self) -> dict:
        return self.request.session[self.kept]

    @property
    def content(self) -> bytes:
        return store.get(self.file["sha256"])

    def rows(self) -> list:
        return self.shape.read(self.file["name"], self.content)

    def found(self, rows):
        """What importing `rows` would do; nothing is written."""
        raise NotImplementedError

    def get_context_data(self, **kwargs):
        crumbs = [Crumb(self.list_title, reverse(self.list_page)), Crumb(self.title)]
        given = {"crumbs": crumbs, "title": self.title, "list_url": reverse(self.list_page)}
        given |= {"noun": self.shape.noun, "template_url": self.url("-template")}
        return super().get_context_data(upload_url=self.url(""), **(given | kwargs))


class TemplateDownloadView(Importing, views.Permitted, View):
    def get(self, request):
        return _excel(self.shape.template(), f"{self.title}模板.xlsx")


class UploadView(Importing, views.FormView):
    """First page of an import: choose the file; it is kept until it is confirmed."""

    form_class = forms.UploadForm
    template_name = "files/import_upload.html"

    def perform(self, form):
        upload = form.cleaned_data["file"]
        if upload.size > checks.LIMIT:
            raise Refused("文件超过 20 MB，没有读取。请分成几个文件导入。")
        content = upload.read()
        self.shape.read(upload.name, content)
        self.request.session[self.kept] = {"sha256": store.put(content), "name": upload.name}

    def get_success_url(self):
        return self.url("-preview")


class Uploaded(Importing):
    """Pages on the list that was chosen; without one the person is led back to choose it."""

    def dispatch(self, request, *args, **kwargs):
        if self.has_permission() and self.kept not in request.session:
            messages.info(request, "请先选择要导入的文件。")
            return HttpResponseRedirect(self.url(""))
        return super().dispatch(request, *args, **kwargs)


class PreviewView(Uploaded, views.FormView):
    """Second page: what would change; confirmed whole or not at all."""

    form_class = forms.ConfirmForm

    def start(self, rows, **file):
        """The act of the app; `file` is name and content."""
        raise NotImplementedError

    def get_context_data(self, **kwargs):
        found = self.found(self.rows())
        return super().get_context_data(
            preview=found,
            faults=found.rejected[:TOLD],
            faults_url=self.url("-faults"),
            name=self.file["name"],
            **kwargs,
        )

    def perform(self, form):
        run = self.start(self.rows(), name=self.file["name"], content=self.content)
        del self.request.session[self.kept]
        return run

    def get_success_message(self):
        return self.told(self.result) if self.result.finished_at else ""

    def told(self, run) -> str:
        """What an import did, in one sentence."""
        raise NotImplementedError

    def get_success_url(self):
        if self.result.finished_at:
            return reverse(self.list_page)
        return self.url("-run", self.result.pk)


class FaultsView(Uploaded, views.Permitted, View):
    """The chosen list with the reason beside every row that is not acceptable."""

    def get(self, request):
        name, found = self.file["name"], self.found(self.rows())
        content = self.shape.returned(name, self.content, found.rejected)
        return _excel(content, f"{name.rpartition('.')[0] or name}（注明原因）.xlsx")


class RunView(Importing, views.DetailView):
    """How far an import has come, and what came of it."""

    template_name = "files/import_run.html"

    def get_context_data(self, **kwargs):
        run = self.object
        job = None if run.finished_at or run.refusal else run.job
        return super().get_context_data(
            job=job,
            told=self.told(run) if run.finished_at else "",
            file_url=self.url("-file", run.pk),
            **kwargs,
        )


class RunFileView(Importing, views.Guarded, BaseDetailView):
    """The file of an import as it came."""

    def render_to_response(self, context):
        content = store.get(self.object.sha256)
        return FileResponse(BytesIO(content), as_attachment=True, filename=self.object.name)


def _excel(content: bytes, name: str) -> FileResponse:
    return FileResponse(BytesIO(content), as_attachment=True, filename=name, content_type=XLSX)
