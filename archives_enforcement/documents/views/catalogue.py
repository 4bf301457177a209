"""The page 文书目录: every kind of paper, and by whom, on what and for how long it is made."""

from itertools import groupby

from archives_enforcement import views
from archives_enforcement.documents import catalogue
from archives_enforcement.documents.views.reading import crumbs_of_list
from archives_enforcement.exporting import Exported
from archives_enforcement.navigation import Crumb


class KindListView(Exported, views.TemplateView):
    """For whoever works with papers; what it says is what the system asks for."""

    permission_required = "documents.view_numbersequence"
    template_name = "documents/kind_list.html"
    sheet_title = "文书目录"
    sheet_columns = (
        ("环节", 14), ("文书", 30), ("代字", 12), ("版式", 10), ("起草", 30), ("审核", 22),
        ("签发", 40), ("必填内容", 60), ("依据", 44), ("起算的期限", 30), ("送达", 30),
        ("保管期限", 10), ("是否公开", 10),
    )  # fmt: skip

    def get_queryset(self):
        return catalogue.lines()

    def sheet_line(self, row):
        return row

    def get_context_data(self, **kwargs):
        rows = self.get_queryset()
        return super().get_context_data(
            phases=[(phase, list(found)) for phase, found in groupby(rows, lambda row: row.phase)],
            total=len(rows),
            crumbs=[*crumbs_of_list(), Crumb("文书目录")],
            actions=[{"label": "导出 Excel", "url": "?export=xlsx", "icon": "download"}],
            **kwargs,
        )
