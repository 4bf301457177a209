"""导入单位: each list that was brought in."""

from archives_enforcement.files.importing.models import ImportRun


class UnitImport(ImportRun):
    job_kind = "import_units"

    class Meta(ImportRun.Meta):
        abstract = False
        verbose_name = verbose_name_plural = "单位导入"
