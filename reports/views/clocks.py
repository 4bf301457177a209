"""期限督办: what is overdue or due soon, for those who answer for it."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header

from archives_enforcement.files.workbook import XLSX
from archives_enforcement.views import ListView
from archives_enforcement.workdays.models import Deadline
from reports.forms.clocks import ClockFilter
from reports.queries import clocks, clocks_told


class ClockBoardView(ListView):
    """The open clocks of the bureau by consequence, each with its record and its officers."""

    permission_required = "workdays.oversee_deadline"
    template_name = "reports/clock_board.html"
    model = Deadline
    filterset_class = ClockFilter

    def get_queryset(self):
        self.today = timezone.localdate()
        user = self.request.user
        self.queryset = clocks.watched(user).select_related("party").prefetch_related("subject")
        rows, chosen = super().get_queryset(), self.filterset.form.cleaned_data
        self.whole = clocks.ours(rows, chosen.get("whose", ""))
        return clocks.when(self.whole, chosen.get("when", ""), self.today)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {
            "rows": clocks_told.told(context["object_list"], self.request.user),
            "tallies": clocks.tallies(self.whole, self.today),
            "page": reverse("reports:clock-board"),
        }


class ClockExportView(ClockBoardView):
    """What the board shows under its filter, all pages of it, as a workbook."""

    def render_to_response(self, context, **kwargs):
        content = clocks_told.workbook(self.object_list, self.request.user, self.today)
        response = HttpResponse(content, content_type=XLSX)
        name = f"期限督办-{self.today}.xlsx"
        response["Content-Disposition"] = content_disposition_header(True, name)
        return response
