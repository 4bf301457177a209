from django.http import FileResponse
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
        response = FileResponse(
            store.path_of(file.sha256).open("rb"),
            as_attachment=True,
            filename=file.name,
            content_type=file.media_type,
        )
        response["Content-Security-Policy"] = "default-src 'none'; sandbox"
        return response
