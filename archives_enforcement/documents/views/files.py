"""文书 handed out as files: the PDF, a draft as Word, the register as a workbook."""

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.generic.detail import BaseDetailView

from archives_enforcement import views
from archives_enforcement.documents import composing, register, services, word
from archives_enforcement.documents.models import Document
from archives_enforcement.documents.views.reading import DocumentListView
from archives_enforcement.files import store
from archives_enforcement.files.workbook import XLSX


class RegisterView(DocumentListView):
    """发文登记簿: the numbered papers under the filter of the list, all of them, as a workbook.

    It names who drafted and reviewed each: a book of the house, which a unit does not read.
    """

    permission_required = "documents.view_numbersequence"

    def get_queryset(self):
        return register.in_order(views.ListView.get_queryset(self))

    def render_to_response(self, context, **kwargs):
        response = HttpResponse(register.sheet(self.object_list), content_type=XLSX)
        name = f"发文登记簿-{timezone.localdate():%Y%m%d}.xlsx"
        response["Content-Disposition"] = content_disposition_header(True, name)
        return response


class DocumentWordView(views.Guarded, BaseDetailView):
    """A draft as a Word file to ask others for their opinion; an issued paper has its PDF only."""

    permission_required = "documents.view_document"
    queryset = Document.objects.filter(number=None).exclude(state=Document.State.VOID)

    def render_to_response(self, context):
        document = self.object
        content = word.word_file(composing.sheet(document), watermark=word.FOR_OPINION)
        response = HttpResponse(content, content_type=word.DOCX)
        name = f"{document.title}（{word.FOR_OPINION}）.docx"
        response["Content-Disposition"] = content_disposition_header(True, name)
        return response


def handed_out(document: Document) -> HttpResponse:
    """The file of an issued paper as it is registered; 404 as long as it is being made.

    A scan was uploaded and is never shown inside our own origin.
    """
    if not hasattr(document, "rendition"):
        raise Http404("文书还没有生成，请稍后再看。")
    file = document.rendition
    response = HttpResponse(store.get(file.sha256), content_type=file.media_type)
    response["Content-Disposition"] = content_disposition_header(document.is_entered, file.name)
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


class DocumentPdfView(views.Guarded, BaseDetailView):
    """The file of an issued paper: the very bytes whose digest is registered."""

    permission_required = "documents.view_document"
    queryset = Document.objects.select_related("rendition")

    def render_to_response(self, context):
        response = handed_out(self.object)
        for row in self.object.deliveries.visible_to(self.request.user):
            services.note_reading(row, actor=self.request.user)
        return response
