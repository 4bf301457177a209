"""过错预警: the monthly sheet for the leader, and what the system can see of the fault forms."""

from datetime import date

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header

from archives_enforcement import faults
from archives_enforcement.files.workbook import XLSX
from archives_enforcement.navigation import Crumb
from archives_enforcement.views import TemplateView
from supervision.queries import lamps as queries
from supervision.workflow import REGISTER_FAULT

SHOWN = 500  # lines on the page; the workbook has all


def month_of(text: str, today: date) -> date:
    """The first day of the month written 2026-11; of this month for anything else."""
    try:
        return date.fromisoformat(f"{text}-01")
    except ValueError:
        return today.replace(day=1)


def tabs(current: str) -> list[dict]:
    sides = (("sheet", "月报", "lamp-sheet"), ("forms", "过错情形", "lamp-forms"))
    return [
        {"label": label, "url": reverse(f"supervision:{page}"), "current": side == current}
        for side, label, page in sides
    ]


class LampSheetView(TemplateView):
    """Lamps that were lit and passed over in a month, by officer, act and day."""

    permission_required = "audit.oversee_faults"
    template_name = "supervision/lamp_sheet.html"

    def get_context_data(self, **kwargs):
        month = month_of(self.request.GET.get("month", ""), timezone.localdate())
        rows = queries.passed(queries.entries_of(self.request.user, month))
        return super().get_context_data(
            month=month,
            rows=rows[:SHOWN],
            total=len(rows),
            parts=(
                ("按办理人", queries.by_officer(rows)),
                ("按情形", queries.by_form(rows)),
                ("按办理事项", queries.by_act(rows)),
            ),
            tabs=tabs("sheet"),
            all_rows=rows,
            to_fault=self.request.user.has_perm(REGISTER_FAULT),
            **kwargs,
        )


class LampSheetExportView(LampSheetView):
    def render_to_response(self, context, **kwargs):
        month = context["month"]
        content = queries.workbook(context["all_rows"], month)
        response = HttpResponse(content, content_type=XLSX)
        name = f"过错预警月报-{month:%Y-%m}.xlsx"
        response["Content-Disposition"] = content_disposition_header(True, name)
        return response


class FaultFormsView(TemplateView):
    """The twenty-two forms, each with what the system sees of it."""

    permission_required = "audit.view_auditentry"
    template_name = "supervision/fault_forms.html"

    def get_context_data(self, **kwargs):
        forms = [
            (form, [lamp for lamp in faults.LAMPS.values() if lamp.form == number])
            for number, form in faults.FORMS.items()
        ]
        may = self.request.user.has_perm(LampSheetView.permission_required)
        crumbs = [] if may else [Crumb("过错情形")]
        return super().get_context_data(
            forms=forms, tabs=tabs("forms") if may else [], crumbs=crumbs, **kwargs
        )
