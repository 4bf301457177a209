"""Pages anyone may read without signing in: the benchmarks by which a bureau weighs penalties."""

from functools import partial

from django.http import HttpResponse
from django.utils.timezone import localdate
from django.views import generic
from django.views.generic.detail import BaseDetailView

from penalties import discretion
from penalties.queries import benchmark_table as words
from penalties.spreadsheet import as_workbook
from publicity import sheets
from publicity.forms.public import BenchmarkFilter
from publicity.opening import open_to_all
from publicity.queries import before as queries
from publicity.views.filtering import Filtered
from publicity.views.withdrawn import OrWithdrawn


class Published:
    """Rows come only from what a bureau has published; drafts exist for nobody."""

    def get_queryset(self):
        return queries.public_benchmarks()


@open_to_all
class PublicBenchmarkListView(Filtered, generic.ListView):
    template_name = "publicity/public_benchmark_list.html"
    paginate_by = 20
    filterset_class = BenchmarkFilter

    def published(self):
        return queries.public_benchmarks().defer("content")

    def get_context_data(self, **kwargs):
        return super().get_context_data(today=localdate(), **kwargs)


@open_to_all
class PublicBenchmarkView(Published, OrWithdrawn, generic.DetailView):
    template_name = "publicity/public_benchmark.html"
    withdrawn_as = "裁量权基准"
    list_page = "publicity:public-benchmark-list"

    def withdrawn(self):
        return queries.withdrawn_benchmarks()

    def get_context_data(self, **kwargs):
        benchmark = self.object
        scheme = discretion.read_scheme(benchmark.document)
        return super().get_context_data(
            lines=words.table(scheme, benchmark.valid_from),
            titles=[discretion.TITLES[tier] for tier in discretion.GRADED],
            tiers=scheme.tiers.values(),
            factors=words.factor_lines(scheme, benchmark.valid_from),
            weights=scheme.weights,
            conventions=words.conventions_in_words(scheme),
            bureau_name=benchmark.bureau.name,
            today=localdate(),
            **kwargs,
        )


@open_to_all
class PublicBenchmarkExportView(Published, BaseDetailView):
    def render_to_response(self, context) -> HttpResponse:
        cite = partial(words.cited, on=self.object.valid_from)
        return sheets.excel(as_workbook(self.object.content, cite), str(self.object))


@open_to_all
class PublicBenchmarkDataView(Published, BaseDetailView):
    def render_to_response(self, context) -> HttpResponse:
        return sheets.open_data(self.object.document, str(self.object))
