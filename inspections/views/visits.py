"""Pages that show checks: the list, and the calendar of a month."""

from datetime import date

from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.exporting import Exported
from archives_enforcement.navigation import Crumb
from archives_enforcement.views import ListView, TemplateView
from inspections.forms.visits import InspectionFilter
from inspections.models import Inspection
from inspections.models.visits import day_of
from inspections.queries import month, visits

LIST = ("检查", "inspections:inspection-list")
YEARS = range(2000, 2100)  # what the calendar turns to


def crumbs_of(inspection: Inspection, *more: str) -> list[Crumb]:
    """The path to a check, then to a page about it."""
    own = Crumb(str(inspection.unit), inspection.get_absolute_url() if more else "")
    return [Crumb(LIST[0], reverse(LIST[1])), own, *(Crumb(label) for label in more)]


class InspectionListView(Exported, ListView):
    permission_required = "inspections.view_inspection"
    template_name = "inspections/inspection_list.html"
    queryset = Inspection.objects.annotate(on_day=day_of())
    filterset_class = InspectionFilter
    sheet_title = "检查"
    sheet_columns = (
        ("单位", 34), ("检查日期", 12), ("时段", 8), ("检查类型", 12), ("检查组", 30), ("问题", 8),
        ("未销号", 8), ("状态", 12),
    )  # fmt: skip

    def sheet_line(self, row):
        return (
            str(row.unit), row.day, row.get_session_display(), row.get_kind_display(),
            "、".join(str(member.user) for member in row.team.all()), row.found, row.unfixed,
            row.get_state_display(),
        )  # fmt: skip

    def get_queryset(self):
        return visits.listed(super().get_queryset())

    def get_context_data(self, **kwargs):
        return super().get_context_data(actions=self.actions(), **kwargs)

    def actions(self) -> list[dict]:
        found = [
            {"label": "检查日历", "url": reverse("inspections:calendar"), "icon": "calendar"},
        ]
        if self.request.user.has_perm("documents.view_document"):
            found.append({"label": "核对", "url": reverse("inspections:inspection-reconciling")})
        if self.request.user.has_perm("inspections.approve_inspection"):
            url = reverse("inspections:inspection-hand-over")
            found.append({"label": "移交工作", "url": url, "icon": "people"})
        if self.request.user.has_perm("inspections.draft_inspection"):
            url = reverse("inspections:inspection-pick")
            found.append({"label": "安排检查", "url": url, "icon": "plus", "primary": True})
        return found


class CalendarView(TemplateView):
    """One month with its usual half-days, holidays and what is arranged."""

    permission_required = "inspections.view_inspection"
    template_name = "inspections/inspection_calendar.html"

    def get_context_data(self, **kwargs):
        today = timezone.localdate()
        asked = month.Month(*self.asked(today))
        shown = month.shown(self.request.user, asked)
        return super().get_context_data(
            today=today,
            heading=f"检查日历　{asked}",
            crumbs=[Crumb(LIST[0], reverse(LIST[1])), Crumb("日历")],
            actions=[*self.turns(asked), *self.pages()],
            weeks=shown.weeks,
            people=shown.people,
            weekdays=month.WEEKDAYS,
            **kwargs,
        )

    @staticmethod
    def turns(shown) -> list[dict]:
        """The ways to the months beside this one."""
        return [
            {"label": "上个月", "url": f"?month={shown.before}", "icon": "arrow-left"},
            {"label": "本月", "url": "?"},
            {"label": "下个月", "url": f"?month={shown.after}", "icon": "arrow-right"},
        ]

    def pages(self) -> list[dict]:
        """What stands beside the calendar, for those who may go there."""
        beside = (
            ("请假", "calendar-leaves", "accounts.view_officer"),
            ("固定时间", "calendar-times", "inspections.set_coverage"),
        )
        return [
            {"label": label, "url": reverse(f"inspections:{name}")}
            for label, name, permission in beside
            if self.request.user.has_perm(permission)
        ]

    def asked(self, today: date) -> tuple[int, int]:
        """Year and number of the month in the address, or the present one."""
        try:
            first = date.fromisoformat(f"{self.request.GET.get('month', f'{today:%Y-%m}')}-01")
        except ValueError:
            raise Http404("没有这个月份") from None
        if first.year not in YEARS:
            raise Http404("没有这个年度")
        return first.year, first.month
