"""What an officer sees of a 过错责任 of his own, and his statement."""

from django.urls import reverse

from archives_enforcement.navigation import Crumb, PageAct
from archives_enforcement.views import DetailView, ListView
from archives_enforcement.workdays import deadlines
from supervision.forms import faults as forms
from supervision.models import FaultRecord
from supervision.queries import faults as queries
from supervision.services import faults as services
from supervision.views.pages import ActPage
from supervision.workflow import ANSWER_FAULT, FAULT_FLOW

LIST = ("与本人有关的认定", "supervision:own-fault-list")
FAULTS = FaultRecord.objects.select_related("bureau", "inspection__unit__party", "case")


class Own:
    """Of the reader himself, once he was told."""

    permission_required = ANSWER_FAULT
    queryset = FAULTS

    def get_queryset(self):
        return super().get_queryset().filter(officer=self.request.user, told_on__isnull=False)


class OwnFaultListView(Own, ListView):
    template_name = "supervision/own_fault_list.html"
    queryset = FAULTS.order_by("-told_on", "-pk")


class OwnFaultDetailView(Own, DetailView):
    template_name = "supervision/own_fault_detail.html"

    def get_context_data(self, **kwargs):
        row = self.object
        return super().get_context_data(**kwargs) | {
            "crumbs": [Crumb(LIST[0], reverse(LIST[1])), Crumb(str(row))],
            "clocks": list(deadlines.for_subject(row)),
            "shown": [(each, "", "") for each in row.handlings.all()],
            "acts": self.acts(),
        }

    def acts(self) -> list[PageAct]:
        if FAULT_FLOW.out_of_turn(self.object, "state"):
            return []
        url = reverse("supervision:own-fault-state", args=[self.object.pk])
        return [PageAct("陈述申辩", url, True)]


class OwnFaultStateView(Own, ActPage):
    form_class = forms.StateForm
    list_crumb = LIST
    title, success_message = "陈述申辩", "已提交，调查人会听取并答复。"
    service = services.state
    explanation = ("先听取您的陈述申辩，再处理；不会因为申辩加重处理。",)

    def cancel_url(self):
        return queries.own_page(self.object)

    get_success_url = cancel_url

    def crumbs(self):
        here = Crumb(str(self.object), queries.own_page(self.object))
        return [Crumb(LIST[0], reverse(LIST[1])), here, Crumb(self.title)]
