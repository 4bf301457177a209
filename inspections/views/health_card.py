"""The 单位档案体检卡 as a file: for the bureau, and for the unit itself."""

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.views.generic.detail import BaseDetailView

from archives_enforcement.views import Guarded
from inspections.models import AssessmentResult
from inspections.services import health_card
from units.models import Unit


class CardView(Guarded, BaseDetailView):
    permission_required = "inspections.view_assessment"
    queryset = Unit.objects.select_related("party__bureau")

    def unit(self) -> Unit:
        return self.object

    def render_to_response(self, context):
        response = HttpResponse(health_card.card(self.unit()), content_type="application/pdf")
        name = f"{self.unit()}档案体检卡.pdf"
        response["Content-Disposition"] = content_disposition_header(False, name)
        return response


class PortalCardView(CardView):
    """Named by one of the unit's published results, so that there is something to show."""

    permission_required = "inspections.appeal_assessment"
    queryset = AssessmentResult.objects.select_related("unit__party__bureau")

    def unit(self) -> Unit:
        return self.object.unit
