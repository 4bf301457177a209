"""A benchmark out to Excel and in again: read, looked at, and taken over whole or not at all."""

from functools import partial

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.functional import cached_property
from django.utils.http import content_disposition_header
from django.utils.timezone import localdate
from django.views.generic.detail import BaseDetailView

from archives_enforcement.files import checks, store
from archives_enforcement.files.workbook import XLSX
from archives_enforcement.views import Guarded
from archives_enforcement.workflow import Refused
from penalties import discretion
from penalties.forms.benchmarks import ConfirmSheetForm, SheetForm
from penalties.queries import benchmarks as queries
from penalties.queries.benchmark_table import cited
from penalties.services import benchmarks as services
from penalties.spreadsheet import Fault, as_workbook, content_of
from penalties.views.benchmark_acts import BenchmarkActView
from penalties.views.benchmarks import BENCHMARKS, VIEW, address

KEPT = "benchmark_sheet"  # session key: whose file waits for confirmation, its digest and name


class ExportView(Guarded, BaseDetailView):
    permission_required = VIEW
    queryset = BENCHMARKS

    def get(self, request, *args, **kwargs):
        benchmark = self.get_object()
        cite = partial(cited, on=benchmark.valid_from or localdate())
        response = HttpResponse(as_workbook(benchmark.content, cite), content_type=XLSX)
        name = f"{benchmark}.xlsx"
        response["Content-Disposition"] = content_disposition_header(True, name)
        return response


class ImportView(BenchmarkActView):
    """First page of an import: choose the file; it is kept until it is confirmed."""

    form_class = SheetForm
    title = "从 Excel 导入"
    explanation = "上传后先核对修改和校验结果，确认后才写入；只要有一处不合格，就什么也不写入。"

    def perform(self, form):
        upload = form.cleaned_data["file"]
        if upload.size > checks.LIMIT:
            raise Refused("文件超过 20 MB，没有读取。")
        kept = {"of": self.object.pk, "sha256": store.put(upload.read()), "name": upload.name}
        self.request.session[KEPT] = kept

    def get_success_url(self):
        return address("preview", self.object)


class PreviewView(BenchmarkActView):
    """Second page: what would change and what is wrong; confirmed whole or not at all."""

    form_class = ConfirmSheetForm
    template_name = "penalties/benchmark_preview.html"
    title = "核对导入的内容"
    success_message = "已导入，请看校验结果。"

    def get(self, request, *args, **kwargs):
        return self.or_back(super().get)

    def post(self, request, *args, **kwargs):
        return self.or_back(super().post)

    def or_back(self, go_on):
        """Without a file that waits there is nothing to look at."""
        if self.request.session.get(KEPT, {}).get("of") != self.object.pk:
            messages.info(self.request, "请先选择要导入的文件。")
            return HttpResponseRedirect(address("import", self.object))
        return go_on(self.request)

    @cached_property
    def read(self) -> tuple[dict, list[Fault]]:
        kept = self.request.session[KEPT]
        before = self.object.content
        made, faults = content_of(store.get(kept["sha256"]), before, queries.law_codes())
        if not faults:
            try:
                discretion.read_scheme({**self.object.document, **made})
            except discretion.DataFault as fault:
                faults = [Fault("内容", str(fault))]
        return made, faults

    def get_context_data(self, **kwargs):
        made, faults = self.read
        changes = [] if faults else queries.differences(self.object.content, made)
        found = []
        if not faults:
            self.object.content = made  # to be looked at, not saved
            found = queries.findings(self.object)
        context = {"name": self.request.session[KEPT]["name"], "faults": faults}
        return super().get_context_data(
            **context, changes=changes, findings=found, submit_label="确认导入", **kwargs
        )

    def perform(self, form):
        made, faults = self.read
        if faults:
            raise Refused("文件里还有不合格的内容，没有导入。请改正后重新上传。")
        who = {"actor": self.request.user, "on": localdate()}
        found = services.write_content(self.object, **who, content=made, what="从 Excel 导入")
        del self.request.session[KEPT]
        return found
