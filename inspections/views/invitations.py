"""What an observer sees: when, where, the blank checklist and his certificate, no more."""

from itertools import groupby

from django.http import Http404
from django.views.generic.detail import BaseDetailView

from archives_enforcement.documents.views.files import handed_out
from archives_enforcement.forms import ActForm
from archives_enforcement.navigation import Crumb
from archives_enforcement.views import ActView, DetailView, Guarded, ListView
from inspections.models import Invitation
from inspections.queries import slots, teams
from inspections.services import teams as services


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
            promise=services.PROMISE,
            certificate=teams.certificate_of(self.object),
            areas=[
                (area, list(found)) for area, found in groupby(items, key=lambda item: item.area)
            ],
            **kwargs,
        )


class CertificatePdfView(Invited, Guarded, BaseDetailView):
    """The observer's own 观察员证书, though he reads no other paper of the bureau."""

    def render_to_response(self, context):
        certificate = teams.certificate_of(self.object)
        if certificate is None:
            raise Http404("还没有签发观察员证书。")
        return handed_out(certificate)


class PledgeView(Invited, ActView):
    """保密承诺, in full above the button; signed by the observer himself."""

    permission_required = services.PLEDGE
    template_name = "inspections/invitation_pledge.html"
    form_class = ActForm
    success_message = "已签署保密承诺。"
    extra_context = {
        "layout": "portal.html",
        "title": "保密承诺",
        "submit_label": "我承诺",
        "promise": services.PROMISE,
    }

    def get_context_data(self, **kwargs):
        link = self.object.get_absolute_url()
        crumbs = [Crumb("观察邀请", link), Crumb("保密承诺")]
        return super().get_context_data(crumbs=crumbs, cancel_url=link, **kwargs)

    def perform(self, form):
        return services.pledge(self.object, actor=self.request.user, on=self.act_date(form))
