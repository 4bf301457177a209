from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.views.generic.detail import BaseDetailView

from archives_enforcement.files import store
from archives_enforcement.files.models import StoredFile
from archives_enforcement.views import Guarded


class FileDownloadView(Guarded, BaseDetailView):
    """An uploaded file, never shown inside our own origin."""

    permission_required = "files.view_storedfile"
    model = StoredFile

    def render_to_response(self, context):
        file = self.object
        response = HttpResponse(store.get(file.sha256), content_type=file.media_type)
        response["Content-Disposition"] = content_disposition_header(True, file.name)
        response["Content-Security-Policy"] = "default-src 'none'; sandbox"
        return response
