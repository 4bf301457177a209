"""Pages of 年度工作台账 that show it: the list, its workbook, one task."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.files.workbook import XLSX
from archives_enforcement.navigation import Crumb, PageAct
from archives_enforcement.views import DetailView, ListView
from reports.models import LedgerTask
from reports.queries import ledger as queries
from reports.services import ledger as services

LIST = "reports:ledger-list"


class LedgerListView(ListView):
    """The tasks of one year, and the leadership's visits of that year beside them."""

    permission_required = "reports.view_ledger"
    template_name = "reports/ledger_list.html"
    queryset = LedgerTask.objects.all()

    @property
    def year(self) -> int:
        asked = self.request.GET.get("year", "")
        return int(asked) if asked.isdecimal() and len(asked) == 4 else timezone.localdate().year

    def get_queryset(self):
        return super().get_queryset().filter(year=self.year)

    def get_context_data(self, **kwargs):
        user, year = self.request.user, self.year
        context = {
            "year": year,
            "tabs": self.tabs(queries.years_of(user)),
            "progress": queries.progress(user, year),
            "visits": (made := queries.visits(user, year)),
            "visit_count": sum(row.struck_on is None for row in made),
            "may_keep": user.has_perm(services.KEEP),
            "actions": self.actions(),
        }
        return super().get_context_data(**(context | kwargs))

    def tabs(self, years: list[int]) -> list[dict]:
        """One for each year with entries, this year and the one asked for included."""
        shown = sorted({self.year, timezone.localdate().year, *years}, reverse=True)
        return [
            {"label": f"{year} 年", "url": f"?year={year}", "current": year == self.year}
            for year in shown
        ]

    def actions(self) -> list[dict]:
        url = f"{reverse('reports:ledger-export')}?year={self.year}"
        export = {"label": "导出 Excel", "url": url, "icon": "download"}
        if not self.request.user.has_perm(services.KEEP):
            return [export]
        return [
            export,
            {"label": "登记安全检查", "url": reverse("reports:ledger-visit-create")},
            {
                "label": "列入任务",
                "url": reverse("reports:ledger-task-create"),
                "icon": "plus",
                "primary": True,
            },
        ]


class LedgerExportView(LedgerListView):
    """The tasks and the visits of the year, a sheet each."""

    paginate_by = None

    def render_to_response(self, context, **kwargs):
        content = queries.workbook(context["object_list"], context["visits"])
        response = HttpResponse(content, content_type=XLSX)
        name = f"{self.year}年工作台账.xlsx"
        response["Content-Disposition"] = content_disposition_header(True, name)
        return response


class TaskDetailView(DetailView):
    """One task with every note on its progress, for all who read the ledger."""

    permission_required = "reports.view_ledger"
    template_name = "reports/ledger_task.html"
    queryset = LedgerTask.objects.all()

    def get_context_data(self, **kwargs):
        task, user = self.object, self.request.user
        return super().get_context_data(**kwargs) | {
            "task": task,
            "crumbs": [Crumb("工作台账", f"{reverse(LIST)}?year={task.year}"), Crumb(task.title)],
            "entries": AuditEntry.objects.visible_to(user).about(task),
            "acts": [] if task.done_on else self.acts(task, user),
        }

    def acts(self, task, user) -> list[PageAct]:
        found = []
        if user.has_perm(services.KEEP):
            found.append(PageAct("更新进度", task.get_absolute_url(), True))
        if user.has_perm(services.OVERSEE):
            url = reverse("reports:ledger-task-urge", args=[task.pk])
            found.append(PageAct("督办", url, not found))
        return found
