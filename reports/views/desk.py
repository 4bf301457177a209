"""工作台 and the unit's home: where a day begins."""

from django.http import FileResponse
from django.urls import reverse
from django.utils import timezone
from django.views.generic.detail import BaseDetailView

from archives_enforcement.accounts.models import Party
from archives_enforcement.views import Guarded, TemplateView
from reports import portal_package
from reports.queries import desk, first_steps, portal
from reports.queries.standing import standing
from reports.queries.work import work_for
from units.services import succession_in_words


class WorkbenchView(TemplateView):
    """One list of what is due for this person, until when and why, with one button each."""

    permission_required = "reports.view_workbench"
    template_name = "reports/workbench.html"

    def get_context_data(self, **kwargs):
        user, today = self.request.user, timezone.localdate()
        items = work_for(user, today)
        chosen = self.request.GET.get("show", "")
        known = standing(user, today)
        context = {
            "today": today,
            "parts": desk.parts(items, today, chosen),
            "chosen": chosen,
            "is_free": not items,
            "first_steps": first_steps.for_bureau(user, today)
            if user.bureau_id and known.nothing_yet
            else [],
            "tallies": desk.tallies(items, today, known),
            "gauges": desk.coverage(known),
            "week": desk.week(user, today),
            "badges": {"work": len(items)},
            "actions": self.actions(),
        }
        return super().get_context_data(**(context | kwargs))

    def actions(self) -> list[dict]:
        if not self.request.user.has_perm("inspections.draft_inspection"):
            return []
        url = reverse("inspections:inspection-pick")
        return [{"label": "安排一次检查", "url": url, "icon": "calendar"}]


class PortalView(TemplateView):
    """The unit's side: what we received, what we must put right, what we must report."""

    permission_required = "reports.view_portal"
    template_name = "reports/portal.html"

    def get_context_data(self, **kwargs):
        today = timezone.localdate()
        home = portal.home(self.request.user, today, self.request.GET.get("unit", ""))
        context = {
            **home._asdict(),
            "today": today,
            "party": home.party,
            "case_asked": home.case_asked,
            "self_report_due": home.self_report_due,
            "to_report": home.to_report,
            "several": len(home.parties) > 1,
            "ended": [(unit, succession_in_words(unit)) for unit in home.left],
            "tabs": self._tabs(home),
        }
        return super().get_context_data(**(context | kwargs))

    @staticmethod
    def _tabs(home) -> list[dict]:
        """Who acts for several units may look at one of them alone."""
        if len(home.own) < 2:
            return []
        one = home.parties[0] if len(home.parties) == 1 else None
        page = reverse("reports:portal")
        units = [
            {"label": str(party), "url": f"{page}?unit={party.pk}", "current": party == one}
            for party in home.own
        ]
        return [{"label": "全部单位", "url": page, "current": one is None}, *units]


class PortalPackageView(Guarded, BaseDetailView):
    """Everything one unit was told and has said, to be kept by itself."""

    permission_required = "reports.view_portal"
    model = Party

    def render_to_response(self, context):
        party, today = self.object, timezone.localdate()
        file = portal_package.package(party, self.request.user, today)
        name = f"{party}的全部材料-{today:%Y%m%d}.zip"
        return FileResponse(file, as_attachment=True, filename=name, content_type="application/zip")
