"""Pages anyone may read without signing in: the results of checks, one by one."""

from django.http import HttpResponse
from django.views import generic

from publicity import sheets
from publicity.forms.notices import ResultFilter
from publicity.opening import open_to_all
from publicity.queries import open_data
from publicity.views.public import Filtered, PublicListView

NAME = "检查结果公示"


class Results(Filtered):
    filterset_class = ResultFilter
    results = True


@open_to_all
class PublicResultListView(Results, PublicListView):
    """Each check by itself; the address of one of them is that of any notice."""

    template_name = "publicity/public_result_list.html"


@open_to_all
class PublicResultExportView(Results, generic.list.BaseListView):
    """Every result the filter finds, as Excel."""

    def render_to_response(self, context) -> HttpResponse:
        return sheets.excel(open_data.workbook_of_results(self.object_list), NAME)


@open_to_all
class PublicResultDataView(Results, generic.list.BaseListView):
    """The same as open data."""

    def render_to_response(self, context) -> HttpResponse:
        return sheets.open_data({"results": open_data.results(self.object_list)}, NAME)
