"""A form whose files may come in parts first, at the form's own address.

So whoever may send the form, and nobody else, may send the parts:

  POST   with the header Upload-Length opens an upload or finds it: name, size and SHA-256
  PATCH  with ?upload= and the header Upload-Offset brings the next part
  POST   of the form names what has come in `resumed-<field>`
"""

from contextlib import suppress
from urllib.parse import unquote

from django.conf import settings
from django.core.exceptions import ValidationError
from django.forms import FileField
from django.http import Http404, JsonResponse
from django.shortcuts import get_object_or_404
from django.utils.datastructures import MultiValueDict

from archives_enforcement.files import checks, resuming
from archives_enforcement.files.checks import MEGABYTE
from archives_enforcement.files.models import Upload
from archives_enforcement.rate_limit import WINDOW, requests_in_window
from archives_enforcement.workflow import Refused

PARTS_PER_MINUTE = 300
NAMED = "resumed-"


class ResumableMixin:
    """Stands before ActView; `resumable` names the field whose files may come in parts.

    Whatever the form is not sent with, its good files stay: they stand ticked beside their field
    when the page is shown again, until the form is sent or nobody has come for them.
    """

    resumable = "files"
    may_be_recording = False
    ahead = False  # every file goes ahead of the form, not the large ones alone

    @property
    def limit(self) -> int:
        """The largest file that is taken here, in megabytes."""
        return settings.RECORDING_LIMIT_MB if self.may_be_recording else checks.LIMIT // MEGABYTE

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
            place=self.place_of(self.resumable),
            name=unquote(headers.get("Upload-Name", "")),
            size=_number(headers["Upload-Length"]),
            sha256=headers.get("Upload-Digest", ""),
        )
        return {"upload": upload.pk, "offset": resuming.offset_of(upload), "part": resuming.PART}

    def _append(self, headers) -> dict:
        upload = self._mine(self.request.GET.get("upload", ""), self.resumable)
        offset = _number(headers.get("Upload-Offset", ""))
        offset = resuming.append(upload, offset, self.request.body)
        if offset == upload.size:
            resuming.check(upload, may_be_recording=self.may_be_recording)
        return {"offset": offset}

    def place_of(self, field: str) -> str:
        """Where the files of a field wait: at the form's own address."""
        path = self.request.path
        return path if field == self.resumable else f"{path}#{field}"

    def _mine(self, key: str, field: str) -> Upload:
        """An upload that this person began here; 404 for any other."""
        if not (key.isascii() and key.isdecimal() and len(key) < 19):
            raise Http404
        rows = Upload.objects.visible_to(self.request.user)
        return get_object_or_404(rows, pk=key, place=self.place_of(field))

    def waiting(self, field: str) -> list[Upload]:
        """The whole files that this person has brought for a field and not sent yet."""
        rows = Upload.objects.visible_to(self.request.user).filter(place=self.place_of(field))
        return [row for row in rows.order_by("pk") if resuming.offset_of(row) == row.size]

    def file_fields(self) -> list[str]:
        fields = self.get_form_class().base_fields
        return [name for name, field in fields.items() if isinstance(field, FileField)]

    def fields_taken(self) -> list[str]:
        """The fields whose files the act has taken, so that they wait no longer."""
        return self.file_fields()

    def get_form(self, form_class=None):
        form = super().get_form(form_class)
        attrs = form.fields[self.resumable].widget.attrs
        attrs["data-resumable"] = self.limit
        if self.ahead:
            attrs["data-ahead"] = "yes"
        for name in self.file_fields():
            form.fields[name].kept = self.came[name] if form.is_bound else self.waiting(name)
        return form

    def get_form_kwargs(self):
        """What has come before stands among the files, as if it had been sent with the form."""
        kwargs = super().get_form_kwargs()
        self.came = {name: self._named(name) for name in self.file_fields()}
        if not any(self.came.values()):
            return kwargs
        files = MultiValueDict(kwargs["files"])
        for name, uploads in self.came.items():
            files.setlist(name, [*_whole(uploads), *files.getlist(name)])
        return kwargs | {"files": files}

    def _named(self, field: str) -> list[Upload]:
        keys = self.request.POST.getlist(f"{NAMED}{field}")
        return [self._mine(key, field) for key in dict.fromkeys(keys)]  # one named twice is one

    def keep_files(self) -> dict[str, list[str]]:
        """Keep the good ones of the files that came with this request; the refusals, by field."""
        refused = {}
        for name in self.file_fields():
            dropped = [row for row in self.waiting(name) if row not in self._named(name)]
            for upload in dropped:
                resuming.forget(upload)
            for file in self.request.FILES.getlist(name):
                if why := self._fault(file):
                    refused.setdefault(name, []).extend(why)
                else:
                    resuming.keep(file, actor=self.request.user, place=self.place_of(name))
        return refused

    def _fault(self, file) -> list[str]:
        file.seek(0)
        try:
            checks.upload_type(file, may_be_recording=self.may_be_recording)
        except Refused as why:
            return why.messages
        return []

    def form_invalid(self, form):
        """Shown again with every good file, and each bad one named beside its field."""
        for name, words in self.keep_files().items():
            form.add_error(name, words)
        for name in self.file_fields():
            form.fields[name].kept = self.waiting(name)
        return super().form_invalid(form)

    def form_valid(self, form):
        sent = [file for name in self.file_fields() for file in self.request.FILES.getlist(name)]
        if any(map(self._fault, sent)):
            return self.form_invalid(form)  # which says of each what is wrong
        answer = super().form_valid(form)
        if form.is_valid():  # no refusal of the service was added to it
            for name in self.fields_taken():
                for upload in self.waiting(name):
                    resuming.forget(upload)
        return answer


def _whole(uploads: list[Upload]) -> list:
    """The files themselves; of one named before it was whole the form says what it lacks."""
    found = []
    for upload in uploads:
        with suppress(Refused):
            found.append(resuming.arrived(upload))
    return found


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 16):
        raise Refused("上传的内容不完整，没有保存。请刷新页面后重新选择文件。")
    return int(text)
