"""What an observer sees: when, where and the blank checklist, and nothing else."""

from itertools import groupby

from archives_enforcement.views import DetailView, ListView
from inspections.models import Invitation
from inspections.queries import slots, teams


class Invited:
    """Only the visits this very person is invited to."""

    permission_required = "inspections.view_invitation"
    model = Invitation

    def get_queryset(self):
        return teams.invitations_of(self.request.user)


class InvitationListView(Invited, ListView):
    template_name = "inspections/invitation_list.html"


class InvitationDetailView(Invited, DetailView):
    template_name = "inspections/invitation_detail.html"

    def get_context_data(self, **kwargs):
        inspection = self.object.inspection
        items = inspection.checklist.items.all()
        return super().get_context_data(
            when=slots.when(inspection.scheduled_on, inspection.session),
            bureau=inspection.bureau,
            areas=[
                (area, list(found)) for area, found in groupby(items, key=lambda item: item.area)
            ],
            **kwargs,
        )
