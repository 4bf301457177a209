"""文书核验: pages for whoever holds a paper or its file, without signing in.

A wrong code, a wrong number and a strange file are answered alike, and nothing typed is repeated.
"""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views import generic

from archives_enforcement.documents import verification
from archives_enforcement.documents.forms import papers as forms

WAYS = {"ask": "用核验码", "file": "用 PDF 文件"}


@method_decorator(login_not_required, name="dispatch")
class VerificationMixin(generic.View):
    """The page all ways share: the ways themselves, then a form or the verdict."""

    template_name = "documents/verify.html"
    way = "ask"

    def get_context_data(self, **kwargs):
        tabs = [
            {"label": label, "url": reverse(f"verification:{way}"), "current": way == self.way}
            for way, label in WAYS.items()
        ]
        return super().get_context_data(tabs=tabs, by_file=self.way == "file", **kwargs)


class AskView(VerificationMixin, generic.FormView):
    """By the number and the code beside the QR code."""

    form_class = forms.VerifyForm

    def verdict(self, form) -> verification.Verdict | None:
        return verification.by_number(**form.cleaned_data)

    def form_valid(self, form):
        return self.render_to_response(self.get_context_data(form=None, verdict=self.verdict(form)))

    def form_invalid(self, form):
        return self.render_to_response(self.get_context_data(form=form), status=422)


class FileView(AskView):
    """By the bytes of the PDF, which are compared and not kept."""

    form_class = forms.VerifyFileForm
    way = "file"

    def verdict(self, form):
        return verification.by_file(form.cleaned_data["file"])


class CodeView(VerificationMixin, generic.TemplateView):
    """Where the QR code leads; whoever types the printed part of it is asked for the number too."""

    way = ""

    def get(self, request, *args, **kwargs):
        if len(verification.signs(kwargs["code"])) == verification.TYPED:
            return HttpResponseRedirect(reverse("verification:ask"))
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        return super().get_context_data(verdict=verification.by_code(self.kwargs["code"]))
