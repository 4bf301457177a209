"""Pages of 过错责任 for who keeps it: the register and one record."""

from django.urls import reverse

from archives_enforcement.documents.queries import documents_about
from archives_enforcement.files.queries import files_of
from archives_enforcement.navigation import Crumb, PageAct, acts_from
from archives_enforcement.views import DetailView, ListView
from archives_enforcement.workdays import deadlines
from supervision.forms import faults as forms
from supervision.models import FaultRecord
from supervision.queries import faults as queries
from supervision.queries.notices import live
from supervision.services.notices import DRAFT
from supervision.views.pages import ExportPage, trail_of
from supervision.workflow import FAULT_FLOW, REGISTER_FAULT

VIEW = "supervision.view_faultrecord"
LIST = ("过错责任", "supervision:fault-list")
FAULTS = FaultRecord.objects.select_related(
    "bureau", "officer", "inspection__unit__party", "case", "investigator", "registered_by"
)


class OfOthers:
    """What is kept about the reader himself is on his own page."""

    def get_queryset(self):
        return super().get_queryset().exclude(officer=self.request.user)


class FaultListView(OfOthers, ListView):
    permission_required = VIEW
    template_name = "supervision/fault_list.html"
    queryset = FAULTS.order_by("-registered_on", "-pk").prefetch_related("handlings")
    filterset_class = forms.FaultFilter

    def get_context_data(self, **kwargs):
        url, actions = reverse("supervision:fault-create"), []
        if self.request.user.has_perm(REGISTER_FAULT):
            actions = [{"label": "登记过错责任", "url": url, "icon": "plus", "primary": True}]
        return super().get_context_data(
            actions=actions, export_url=reverse("supervision:fault-export"), **kwargs
        )


class FaultExportView(OfOthers, ExportPage):
    permission_required = VIEW
    queryset = FaultListView.queryset
    filterset_class = forms.FaultFilter
    sheet, filename = "过错责任", "faults"
    columns = (
        ("登记日期", 12), ("当事人员", 14), ("过错情形", 14), ("过错事实", 50), ("来源", 14),
        ("涉及的案件或者检查", 30), ("调查人", 14), ("告知日期", 12), ("陈述申辩", 40),
        ("查明的情况", 40), ("处理方式", 40), ("不予追究的情形", 20), ("决定日期", 12),
        ("办结日期", 12), ("状态", 12),
    )  # fmt: skip

    def line(self, row):
        return [
            row.registered_on, row.officer.name, row.numerals, row.facts, row.get_origin_display(),
            str(row.case or row.inspection or ""), str(row.investigator or ""), row.told_on,
            row.statement, row.findings, "；".join(map(_handled, row.handlings.all())),
            row.get_exempt_on_display(), row.decided_on, row.ended_on, row.get_state_display(),
        ]  # fmt: skip


def _handled(row) -> str:
    return f"{row}：{row.result}" if row.result else str(row)


class FaultDetailView(OfOthers, DetailView):
    permission_required = VIEW
    template_name = "supervision/fault_detail.html"
    queryset = FAULTS.select_related("decided_by", "stated_by")
    workflow = FAULT_FLOW

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        row, user = self.object, self.request.user
        papers = list(documents_about(row, user))
        return context | {
            "crumbs": [Crumb(LIST[0], reverse(LIST[1])), Crumb(str(row))],
            "handlings": self.handlings(),
            "papers": papers,
            "files": list(files_of(row, user)),
            "clocks": list(deadlines.for_subject(row)),
            "steps": queries.steps(row),
            "next_step": queries.next_step(row),
            "source": queries.shown_source(row, user),
            "acts": [*self.acts(context["offers"]), *self.paper_acts(papers)],
            "entries": trail_of(row, user),
        }

    def acts(self, offers) -> list[PageAct]:
        """His own statement the officer makes on his own page."""
        mine = [offer for offer in offers if offer.step.name != "state"]
        return acts_from(
            mine,
            lambda name: reverse(
                f"supervision:fault-{name.replace('_', '-')}", args=[self.object.pk]
            ),
        )

    def paper_acts(self, papers) -> list[PageAct]:
        row = self.object
        may = self.request.user.has_perms((REGISTER_FAULT, DRAFT))
        if row.state != FaultRecord.State.DECIDED or not may or live(papers, queries.PAPER):
            return []
        return [PageAct("起草决定（建议）书", reverse("supervision:fault-paper", args=[row.pk]))]

    def handlings(self) -> list:
        """(handling, what is to be done with it, its address) of each."""
        row = self.object
        may = self.request.user.has_perm(REGISTER_FAULT) and row.state == FaultRecord.State.DECIDED
        return [(each, *(_task(each) if may and not each.done_on else ("", "")))
                for each in row.handlings.all()]  # fmt: skip


def _task(handling) -> tuple[str, str]:
    name, label = "settle", "登记落实"
    if handling.to_send:
        name, label = "send", "送出建议"
    elif handling.competent:
        label = "登记答复"
    return label, reverse(f"supervision:fault-handling-{name}", args=[handling.pk])
