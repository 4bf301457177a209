"""凭登录码: who holds a paper's slip reads it, signs for it, and asks to act for the unit.

A wrong code, a used one and one of another paper are answered alike. What was opened is kept in
the session for as long as a visit; nothing of it shows in an address.
"""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.http import content_disposition_header
from django.views import generic

from archives_enforcement.documents import access_codes, composing, delivery_guards, services
from archives_enforcement.documents.forms import entry as forms
from archives_enforcement.files import store
from archives_enforcement.forms import PageForm
from archives_enforcement.views import ActMixin
from archives_enforcement.workflow import Refused

WRONG = (
    "登录码不对，或者已经用过、已过期。请核对后再试；仍然打不开的，请联系发文机关重新打印登录指引。"
)


@method_decorator(login_not_required, name="dispatch")
class EntryMixin(generic.View):
    """Pages that nobody keeps and that tell no other site where they came from."""

    def dispatch(self, request, *args, **kwargs):
        response = self.open(request, *args, **kwargs)
        response.headers["Referrer-Policy"] = "same-origin"
        response.headers["Cache-Control"] = "no-store"
        return response

    def open(self, request, *args, **kwargs):
        return super().dispatch(request, *args, **kwargs)


class AskView(EntryMixin, ActMixin, generic.FormView):
    """By the number of the paper and the code, typed."""

    form_class = forms.CodeForm
    template_name = "documents/entry_ask.html"
    success_url = reverse_lazy("entry:letter")
    submit_label = "打开文书"

    def get_context_data(self, **kwargs):
        return super().get_context_data(submit_label=self.submit_label, **kwargs)

    def asked(self, form) -> dict[str, str]:
        return form.cleaned_data

    def perform(self, form):
        found = services.use_code(on=timezone.localdate(), **self.asked(form))
        if found is None:
            raise Refused(WRONG)
        self.request.session.cycle_key()
        self.request.session[access_codes.KEPT] = found.pk
        return found


class CodeView(AskView):
    """Where the QR code leads: looking uses nothing up and tells nothing, the button does."""

    form_class = PageForm

    def asked(self, form):
        return {"code": self.kwargs["code"]}


class OpenedMixin(EntryMixin):
    """What this browser opened by a code; for any other there is nothing here."""

    def open(self, request, *args, **kwargs):
        self.code = access_codes.opened(request.session)
        if self.code is None:
            return render(request, "documents/entry_over.html", status=404)
        return super().open(request, *args, **kwargs)

    @property
    def delivery(self):
        return self.code.delivery

    def get_context_data(self, **kwargs):
        delivery, user = self.delivery, self.request.user
        context = {
            "delivery": delivery,
            "document": delivery.document,
            "party": delivery.party,
            "bureau": delivery.document.bureau,
            "content": composing.sheet(delivery.document),
            "may_sign": delivery_guards.closed(delivery) is None and not delivery.acknowledged_on,
            "may_register": self.code.applicant_id is None
            and not (user.is_authenticated and user.bureau_id),
            "back_url": reverse("entry:letter"),
        }
        return super().get_context_data(**(context | kwargs))


class LetterView(OpenedMixin, generic.TemplateView):
    template_name = "documents/entry_letter.html"

    def get_context_data(self, **kwargs):
        services.note_reading_by_code(self.delivery)
        return super().get_context_data(**kwargs)


class LetterPdfView(OpenedMixin, generic.View):
    def get(self, request):
        document = self.delivery.document
        if not hasattr(document, "rendition"):
            raise Http404("文书还没有生成，请稍后再看。")
        services.note_reading_by_code(self.delivery)
        file = document.rendition
        response = HttpResponse(store.get(file.sha256), content_type=file.media_type)
        response["Content-Disposition"] = content_disposition_header(False, file.name)
        response["Content-Security-Policy"] = "default-src 'none'; sandbox"
        return response


class LetterActView(OpenedMixin, ActMixin, generic.FormView):
    template_name = "documents/entry_act.html"
    success_url = reverse_lazy("entry:letter")
    title = submit_label = ""

    def get_context_data(self, **kwargs):
        context = {"title": self.title, "submit_label": self.submit_label}
        return super().get_context_data(**(context | kwargs))


class AcknowledgeView(LetterActView):
    form_class = forms.ReceiptForm
    title, submit_label = "签收文书", "我已收到"
    success_message = "已签收。"

    def get_context_data(self, **kwargs):
        meaning = (
            "签收只表明您已看到这份文书。局里还会另行送达，期限从送达之日起算。"
            if self.delivery.affects_rights
            else "签收以后，文书里的期限从今天起算。"
        )
        return super().get_context_data(meaning=meaning, **kwargs)

    def perform(self, form):
        return services.acknowledge_by_code(self.code, on=timezone.localdate(), **form.cleaned_data)


class RegisterView(LetterActView):
    title, submit_label = "登记为本单位人员", "提交登记"
    success_message = "已提交。本单位负责人或者档案局确认后，您就可以用这个账号登录办理。"

    def get_form_class(self):
        return forms.PostForm if self.request.user.is_authenticated else forms.PersonForm

    def perform(self, form):
        person = {name: value for name, value in form.cleaned_data.items() if name != "again"}
        user = self.request.user if self.request.user.is_authenticated else None
        return services.apply_by_code(self.code, on=timezone.localdate(), user=user, **person)
