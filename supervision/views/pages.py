"""What pages of 执法监督 have in common: an act on one record, a record with its trail, Excel."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.files.workbook import XLSX, workbook
from archives_enforcement.forms import ActForm
from archives_enforcement.navigation import Crumb, PageAct
from archives_enforcement.views import ActView, DetailView, FormView, ListView
from supervision.queries import faults
from supervision.workflow import REGISTER_FAULT

RECENT = 10


def trail_of(record, user):
    """The last entries of the trail on a record; none for a post that reads no trail."""
    if not user.has_perm("audit.view_auditentry"):
        return AuditEntry.objects.none()
    return AuditEntry.objects.visible_to(user).about(record)[:RECENT]


def to_fault(record, name: str, user, *, found: bool) -> list[PageAct]:
    """转过错责任 from a record that has found something, and what was registered of it."""
    acts = []
    if found and user.has_perm(REGISTER_FAULT):
        acts = [PageAct("转过错责任", faults.entry_of(record, name))]
    kept = faults.about(record, user)
    return [*acts, *(PageAct(f"查看{row}", row.get_absolute_url()) for row in kept)]


class FormPage:
    """Head and foot of a page with one form."""

    template_name = "supervision/act.html"
    title = submit_label = ""
    explanation = ()  # sentences beside the form
    list_crumb = ("", "")  # label and address name

    def get_context_data(self, **kwargs):
        context = {
            "title": self.title,
            "crumbs": self.crumbs(),
            "explanation": self.explanation,
            "submit_label": self.submit_label or self.title,
            "cancel_url": self.cancel_url(),
            "today": timezone.localdate(),
        }
        return super().get_context_data(**(context | kwargs))

    def typed(self, form) -> dict:
        """What was typed, as the services take it."""
        return {name: value for name, value in form.cleaned_data.items() if name != "on"}


class CreatePage(FormPage, FormView):
    def crumbs(self):
        label, name = self.list_crumb
        return [Crumb(label, reverse(name)), Crumb(self.title)]

    def cancel_url(self):
        return reverse(self.list_crumb[1])

    def get_success_url(self):
        return self.result.get_absolute_url()


class ActPage(FormPage, ActView):
    """One act on one record; `service` is called with the record and what was typed."""

    form_class = ActForm
    service = None

    def crumbs(self):
        label, name = self.list_crumb
        here = Crumb(str(self.object), self.object.get_absolute_url())
        return [Crumb(label, reverse(name)), here, Crumb(self.title)]

    def cancel_url(self):
        return self.object.get_absolute_url()

    def perform(self, form):
        return type(self).service(
            self.object, actor=self.request.user, on=self.act_date(form), **self.typed(form)
        )


class Handed:
    """A page that is a workbook: one line for each of its rows."""

    sheet = filename = ""
    columns = ()

    def rows(self, context):
        return context["object_list"]

    def line(self, row) -> list:
        raise NotImplementedError

    def render_to_response(self, context, **kwargs):
        lines = [self.line(row) for row in self.rows(context)]
        response = HttpResponse(workbook(self.sheet, self.columns, lines), content_type=XLSX)
        response["Content-Disposition"] = f'attachment; filename="{self.filename}.xlsx"'
        return response


class ExportPage(Handed, ListView):
    """The rows of a list, as it is filtered."""

    paginate_by = None


class RecordExportPage(Handed, DetailView):
    """The table of one record."""
