import io

from django.http import FileResponse, Http404
from django.views.generic.detail import BaseDetailView

from archives_enforcement.files import arrival, store
from archives_enforcement.files.models import StoredFile
from archives_enforcement.views import Guarded


class FileCopyView(Guarded, BaseDetailView):
    """A copy of a picture to be published: without place, device and time of the original."""

    permission_required = "files.view_storedfile"
    queryset = StoredFile.objects.filter(media_type__in=arrival.PICTURES)

    def render_to_response(self, context):
        file = self.object
        try:
            content, media_type = arrival.without_traces(store.get(file.sha256))
        except ValueError as error:
            raise Http404 from error
        name = f"公开用-{file.name}"
        stream = io.BytesIO(content)
        return FileResponse(stream, as_attachment=True, filename=name, content_type=media_type)


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
