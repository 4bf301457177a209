"""A form that keeps itself at its own address until it is sent: its text, and its good files.

So whoever may send the form, and nobody else, may keep it:

  POST  with the header Keep saves the text, and answers with the line that says when
  POST  with `keep` saves text and files and leaves the form, `discard` forgets both
"""

from datetime import timedelta

from django.contrib import messages
from django.forms import Field, FileField
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone

from archives_enforcement.accounts.models import Unsent
from archives_enforcement.files import resuming
from archives_enforcement.rate_limit import requests_in_window

LASTS = timedelta(days=90)
LONGEST = 10_000  # signs of one field
SAVES_PER_MINUTE = 60
KEPT = "已保存，还没有提交。可以以后接着填，也可以换一台设备接着填。"


class UnsentMixin:
    """Stands before ActView, and before ResumableMixin where the form has files."""

    def post(self, request, *args, **kwargs):
        if "Keep" in request.headers:
            return self._saved(request)
        if "discard" in request.POST:
            self._forget()
            return HttpResponseRedirect(request.path)
        if "keep" in request.POST:
            return self._leave(request)
        return super().post(request, *args, **kwargs)

    def _saved(self, request):
        if requests_in_window(f"unsent/{request.user.pk}") > SAVES_PER_MINUTE:
            return render(request, "429.html", status=429)
        return render(request, "components/unsent_saved.html", {"unsent": self._keep()})

    def _leave(self, request):
        self._keep()
        for words in self._keep_files().values():
            for word in words:
                messages.warning(request, word)
        messages.success(request, KEPT)
        return HttpResponseRedirect(self.get_kept_url())

    def get_kept_url(self) -> str:
        """Where one goes who will send the form later."""
        return self.get_success_url()

    def _keep(self) -> Unsent:
        return self.keep_words(self._typed())

    def keep_words(self, fields: dict[str, str]) -> Unsent:
        """Let these fields of the form, and no others, stand in it when the person comes back."""
        now = timezone.now()
        rows = Unsent.objects.visible_to(self.request.user)
        rows.filter(saved_at__lt=now - LASTS).delete()
        row, _ = rows.update_or_create(
            user=self.request.user,
            place=self.request.path,
            defaults={"fields": fields, "saved_at": now},
        )
        return row

    def fields_to_keep(self) -> dict[str, Field]:
        """The fields of the form; one that makes its own for each record says which."""
        return self.get_form_class().base_fields

    def _typed(self) -> dict[str, str]:
        return {
            name: self.request.POST[name][:LONGEST].replace("\0", "")  # PostgreSQL keeps no NUL
            for name, field in self.fields_to_keep().items()
            if name in self.request.POST and not isinstance(field, FileField)
        }

    def _keep_files(self) -> dict[str, list[str]]:
        return self.keep_files() if hasattr(self, "keep_files") else {}

    def _forget_words(self) -> None:
        Unsent.objects.visible_to(self.request.user).filter(place=self.request.path).delete()

    def _forget(self) -> None:
        self._forget_words()
        for name in self.file_fields() if hasattr(self, "file_fields") else ():
            for upload in self.waiting(name):
                resuming.forget(upload)

    @property
    def unsent(self) -> Unsent | None:
        rows = Unsent.objects.visible_to(self.request.user)
        return rows.filter(place=self.request.path).first()

    def get_initial(self):
        kept = self.unsent if self.request.method == "GET" else None
        return {**super().get_initial(), **(kept.fields if kept else {})}

    def seen(self, form) -> str:
        return ""  # it shows what the person himself left there

    def get_context_data(self, **kwargs):
        return super().get_context_data(unsent=self.unsent, keeps=True, **kwargs)

    def form_invalid(self, form):
        self._keep()
        return super().form_invalid(form)

    def form_valid(self, form):
        answer = super().form_valid(form)
        if form.is_valid():
            self._forget_words()  # of files those that the act has taken are gone already
        return answer
