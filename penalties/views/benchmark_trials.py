"""试算: pages of a draft benchmark tried on cases that are decided. Nothing is written here."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from archives_enforcement.files.workbook import XLSX
from archives_enforcement.views import DetailView
from penalties.models import Benchmark
from penalties.queries.trials import MOST, trial
from penalties.services.benchmarks import DRAFT, PUBLISH
from penalties.spreadsheet.trials import as_workbook
from penalties.views.benchmarks import BENCHMARKS, VIEW, address, crumbs_of

TITLE = "在既往案件上试算"


class TrialView(DetailView):
    """For who writes the draft and who publishes it."""

    permission_required = VIEW
    to_act = True  # nothing changes, but it is work on the draft of one's own bureau
    template_name = "penalties/benchmark_trial.html"
    queryset = BENCHMARKS.filter(state=Benchmark.State.DRAFT)

    def has_permission(self):
        user = self.request.user
        return super().has_permission() and (user.has_perm(DRAFT) or user.has_perm(PUBLISH))

    def get_context_data(self, **kwargs):
        found = trial(self.object, self.request.user)
        return super().get_context_data(
            trial=found, most=MOST, title=TITLE, benchmark=self.object,
            crumbs=crumbs_of(self.object, TITLE), export=address("trial-export", self.object),
            **kwargs,
        )  # fmt: skip


class TrialExportView(TrialView):
    def get(self, request, *args, **kwargs):
        benchmark = self.get_object()
        found = trial(benchmark, request.user)
        response = HttpResponse(as_workbook(found.lines, found.counts), content_type=XLSX)
        name = f"{benchmark}试算.xlsx"
        response["Content-Disposition"] = content_disposition_header(True, name)
        return response
