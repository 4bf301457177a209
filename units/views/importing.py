"""Pages that import a list of units: the template, the file, and what would change."""

from archives_enforcement.files.importing import views
from units import services
from units.models import UnitImport
from units.spreadsheet import UNITS

COMPARED = 2000  # rows whose names are compared with all others while the person waits


class OfUnits:
    permission_required = "units.import_units"
    shape, title, kept = UNITS, "导入单位", "unit_import"
    page, list_page, list_title = "units:unit-import", "units:unit-list", "被检查单位"
    model = UnitImport

    def found(self, rows):
        likeness = len(rows) <= COMPARED
        return services.preview(rows, bureau=self.request.user.bureau, likeness=likeness)

    def told(self, run) -> str:
        return f"已导入：新增 {run.counts['created']} 个，更新 {run.counts['updated']} 个。"


class TemplateDownloadView(OfUnits, views.TemplateDownloadView):
    pass


class ImportView(OfUnits, views.UploadView):
    pass


class ImportPreviewView(OfUnits, views.PreviewView):
    template_name = "units/unit_import_preview.html"

    def start(self, rows, **file):
        return services.start_import(rows, actor=self.request.user, **file)


class ImportFaultsView(OfUnits, views.FaultsView):
    pass


class ImportRunView(OfUnits, views.RunView):
    pass


class ImportFileView(OfUnits, views.RunFileView):
    pass
