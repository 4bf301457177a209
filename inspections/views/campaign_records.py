"""What lies behind the table of a part in a 专项检查（上级）: earlier tables, records, files."""

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header
from django.views.generic.detail import BaseDetailView

from archives_enforcement.documents.typesetting.child import typeset_in_child
from archives_enforcement.documents.typesetting.glyphs import legible
from archives_enforcement.templatetags.formats import cn_datetime
from archives_enforcement.views import DetailView, Guarded
from inspections.queries import campaign_figures as figures
from inspections.queries import campaign_sheet as sheet
from inspections.views.campaign_tables import PARTS, counted, crumbs_of_part, lacking_words, said
from inspections.views.campaigns import as_file


class ReturnedTableView(DetailView):
    """A table that was sent and returned, to both sides, as it was sent; the first is number 1."""

    permission_required = "inspections.view_campaign"
    template_name = "inspections/campaign_table.html"
    queryset = PARTS

    def get_context_data(self, **kwargs):
        part, number = self.object, self.kwargs["number"]
        tables = sheet.returned(part)
        if not 1 <= number <= len(tables):
            raise Http404("没有这份退回的报送表")
        table = tables[number - 1]
        title = f"已退回的报送表（第 {number} 次报送）"
        return super().get_context_data(
            title=title,
            crumbs=crumbs_of_part(part, title),
            heading=f"{part.bureau}　{part.campaign}",
            campaign=part.campaign,
            part=part,
            table=table,
            figures=table.figures,
            answers=said(part, table),
            counted=counted(table),
            note=lacking_words(table.remark, "统计时"),
            **kwargs,
        )


class FigureView(DetailView):
    """The records behind one figure, for the bureau whose records they are."""

    permission_required = "inspections.view_campaign"
    template_name = "inspections/campaign_figure.html"
    queryset = PARTS

    def get_context_data(self, **kwargs):
        part, user = self.object, self.request.user
        table = sheet.sent(part)
        rows = table.figures if table else [row.as_data() for row in figures.figures_of(part)]
        row = next((row for row in rows if row["key"] == self.kwargs["key"]), None)
        if row is None or part.bureau_id != user.bureau_id:
            raise Http404("没有这一项数据")
        return super().get_context_data(
            crumbs=crumbs_of_part(part, row["label"]),
            figure=row,
            heading=f"{row['value']} {row['unit']}，{self.counted(table)}",
            sources=figures.sources_of(row["record_ids"], user),
            **kwargs,
        )

    @staticmethod
    def counted(table) -> str:
        return f"{cn_datetime(table.counted_at)}统计" if table else "由现在的记录统计"


class PartExportView(Guarded, BaseDetailView):
    """One bureau's table; the one above gets it once it is sent."""

    permission_required = "inspections.view_campaign"
    queryset = PARTS

    def render_to_response(self, context):
        part = self.object
        if part.bureau_id != self.request.user.bureau_id and sheet.sent(part) is None:
            raise Http404("报送表还没有报送")
        return self.file_of(part, f"{part.campaign}　{part.bureau}报送表")

    def file_of(self, part, name: str):
        return as_file(sheet.of_one(part), name)


class PartPdfView(PartExportView):
    """The same table to print and sign."""

    def file_of(self, part, name: str):
        content, moment = sheet.printed(part)
        pdf = typeset_in_child(legible(content), created=moment)
        response = HttpResponse(pdf, content_type="application/pdf")
        response["Content-Disposition"] = content_disposition_header(False, f"{name}.pdf")
        return response
