"""A form whose files may come in parts first, at the form's own address.

So whoever may send the form, and nobody else, may send the parts:

  POST   with the header Upload-Length opens an upload or finds it: name, size and SHA-256
  PATCH  with ?upload= and the header Upload-Offset brings the next part
  POST   of the form names what has come in `resumed-<field>`
"""

from urllib.parse import unquote

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.datastructures import MultiValueDict

from archives_enforcement.files import resuming
from archives_enforcement.files.models import Upload
from archives_enforcement.rate_limit import WINDOW, requests_in_window
from archives_enforcement.workflow import Refused

PARTS_PER_MINUTE = 300
NAMED = "resumed-"


class ResumableMixin:
    """Stands before ActView; `resumable` names the field whose files may come in parts."""

    resumable = "files"

    def post(self, request, *args, **kwargs):
        if "Upload-Length" in request.headers:
            return self._answer(self._begin)
        return super().post(request, *args, **kwargs)

    def patch(self, request, *args, **kwargs):
        return self._answer(self._append)

    def _answer(self, work) -> JsonResponse:
        if requests_in_window(f"parts/{self.request.user.pk}") > PARTS_PER_MINUTE:
            answer = JsonResponse({"why": "上传得太快，请稍后继续。"}, status=429)
            answer.headers["Retry-After"] = str(WINDOW)
            return answer
        try:
            return JsonResponse(work(self.request.headers))
        except resuming.Displaced as place:
            return JsonResponse({"offset": place.offset}, status=409)
        except ValidationError as refusal:
            return JsonResponse({"why": " ".join(refusal.messages)}, status=422)

    def _begin(self, headers) -> dict:
        upload = resuming.begin(
            actor=self.request.user,
            place=self.request.path,
            name=unquote(headers.get("Upload-Name", "")),
            size=_number(headers["Upload-Length"]),
            sha256=headers.get("Upload-Digest", ""),
        )
        return {"upload": upload.pk, "offset": resuming.offset_of(upload), "part": resuming.PART}

    def _append(self, headers) -> dict:
        upload = self._mine(self.request.GET.get("upload", ""))
        offset = _number(headers.get("Upload-Offset", ""))
        return {"offset": resuming.append(upload, offset, self.request.body)}

    def _mine(self, key: str) -> Upload:
        """An upload that this person began here; 404 for any other."""
        if not (key.isascii() and key.isdecimal() and len(key) < 19):
            raise Http404
        rows = Upload.objects.visible_to(self.request.user)
        return get_object_or_404(rows, pk=key, place=self.request.path)

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        widget = form.fields[self.resumable].widget
        widget.attrs["data-resumable"] = settings.RECORDING_LIMIT_MB
        return form

    def get_form_kwargs(self):
        """What came in parts stands among the files, as if it had been sent with the form."""
        kwargs = super().get_form_kwargs()
        keys = self.request.POST.getlist(f"{NAMED}{self.resumable}")
        self.came = [self._mine(key) for key in dict.fromkeys(keys)]  # one file named twice is one
        if not self.came:
            return kwargs
        files = MultiValueDict(kwargs["files"])
        for upload in self.came:
            try:
                files.appendlist(self.resumable, resuming.arrived(upload))
            except Refused:
                continue  # named before it was whole: the form says what it lacks
        return kwargs | {"files": files}

    def form_valid(self, form):
        answer = super().form_valid(form)
        if form.is_valid():  # no refusal of the service was added to it
            for upload in self.came:
                resuming.forget(upload)
        return answer


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 16):
        raise Refused("上传的内容不完整，没有保存。请刷新页面后重新选择文件。")
    return int(text)
