"""Pages that show 年度自查: all of them, and one with the reports of its units."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.generic.detail import BaseDetailView

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import drafting
from archives_enforcement.documents.kinds import KINDS
from archives_enforcement.documents.models import Document
from archives_enforcement.exporting import Exported
from archives_enforcement.files.workbook import XLSX
from archives_enforcement.navigation import Crumb, PageAct, acts_from
from archives_enforcement.views import DetailView, Guarded, ListView
from archives_enforcement.workdays.deadlines import for_subject
from inspections.models import SelfInspection
from inspections.queries import self_inspection as queries
from inspections.queries import self_notices, spot_checks, visits
from inspections.queries import self_summary as summaries
from inspections.services import self_inspection as services
from inspections.workflow import SELF_FLOW

LIST = ("年度自查", "inspections:self-list")
ROUNDS = SelfInspection.objects.select_related(
    "bureau", "rule", "form", "drafted_by", "opened_by", "summary"
)
PAGE_OF_STEP = {"open": "self-open", "close": "self-close", "discard": "self-discard"}
URGE = "催报"
DISCARD = SELF_FLOW.transitions["discard"].label
S = SelfInspection.State


def crumbs_of(asked: SelfInspection | None, *more: str) -> list[Crumb]:
    found = [Crumb(LIST[0], reverse(LIST[1]))]
    if asked is not None:
        found.append(Crumb(str(asked), asked.get_absolute_url() if more else ""))
    return [*found, *map(Crumb, more)]


class SelfListView(Exported, ListView):
    permission_required = "inspections.view_selfinspection"
    template_name = "inspections/self_list.html"
    model = SelfInspection
    sheet_title = "年度自查"
    sheet_columns = (
        ("年度", 24), ("报送规则", 34), ("报送期限", 14), ("状态", 12), ("已报", 8), ("应报", 8),
    )  # fmt: skip

    def sheet_line(self, row):
        state = row.get_state_display()
        return str(row), str(row.rule), row.due_on, state, row.reported, row.asked

    def get_queryset(self):
        return queries.listed(super().get_queryset())

    def get_context_data(self, **kwargs):
        actions = [{"label": "报送规则和自查表", "url": reverse("inspections:self-rule-list")}]
        if self.request.user.has_perm(services.RUN):
            create = reverse("inspections:self-create")
            new = {"label": "准备年度自查", "url": create, "icon": "plus", "primary": True}
            actions.append(new)
        return super().get_context_data(actions=actions, **kwargs)


class SelfDetailView(DetailView):
    """Whom it asks, how far it has come, and what may be done."""

    permission_required = "inspections.view_selfinspection"
    template_name = "inspections/self_detail.html"
    queryset = ROUNDS
    workflow = SELF_FLOW

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        asked, user, today = self.object, self.request.user, context["today"]
        counted = queries.progress(asked)
        rows = summaries.reports(asked)
        clocks = for_subject(asked) & for_subject(asked).model.objects.visible_to(user)
        return context | {
            "asked": asked,
            "crumbs": crumbs_of(asked),
            "next_step": queries.next_step(asked, counted, today),
            "counted": counted,
            "rows": [(row, queries.late(row, today), row.urges.all()) for row in rows],
            "due_on": queries.due_on(asked),
            "clocks": [visits.clock(row) for row in clocks],
            "ceiling": spot_checks.most(asked),
            "acts": self.acts(context["offers"], today),
            "actions": self.actions(),
            "entries": AuditEntry.objects.visible_to(user).about(asked)[:10]
            if user.has_perm("audit.view_auditentry")
            else [],
        }

    def acts(self, offers, today) -> list[PageAct]:
        key = [self.object.pk]
        found = acts_from(
            offers, lambda step: reverse(f"inspections:{PAGE_OF_STEP[step]}", args=key)
        )
        if not self.request.user.has_perm(services.RUN):
            return found
        more = [
            (label, page)
            for label, page, offered in (
                ("修改", "self-edit", self.object.state == S.DRAFT),
                ("列入其他单位", "self-include", self._may_include(today)),
                (URGE, "self-remind", queries.missing(self.object, today).exists()),
                ("起草《自查审核汇总表》", "self-summary", self._summary_missing()),
            )
            if offered
        ]
        acts = [PageAct(label, reverse(f"inspections:{page}", args=key)) for label, page in more]
        last = [act._replace(primary=False) for act in found if act.label == DISCARD]
        found = [act for act in found if act.label != DISCARD]
        found = found + self._notices(today) + acts + last
        if not queries.missing(self.object, today).filter(urges=None).exists():
            return found
        first = sorted(found, key=lambda act: act.label != URGE)  # summed up afterwards
        return [act._replace(primary=act.label == URGE) for act in first]

    def _notices(self, today) -> list[PageAct]:
        """One 自查通知 to each unit that has none, drafted together as other papers are."""
        user, kind = self.request.user, self_notices.NOTICE
        if not user.has_perms((drafting.KEEP, KINDS[kind].drafter)):
            return []
        in_time = self.object.reports.filter(due_on__gte=today)
        if not self_notices.awaiting(in_time).exists():
            return []
        address = reverse("documents:draft-together", args=["self_report", kind])
        return [PageAct("起草自查通知", address)]

    def _may_include(self, today) -> bool:
        asked = self.object
        return asked.state in (S.DRAFT, S.OPEN) and (asked.due_on is None or today <= asked.due_on)

    def _summary_missing(self) -> bool:
        paper = self.object.summary
        return self.object.state == S.CLOSED and (
            paper is None or paper.state == Document.State.VOID
        )

    def actions(self) -> list[dict]:
        if self.object.state not in SelfInspection.SHOWN:
            return []
        key = [self.object.pk]
        return [
            {"label": "实地抽查", "url": reverse("inspections:self-spot", args=key)},
            {
                "label": "导出汇总表",
                "url": reverse("inspections:self-summary-export", args=key),
                "icon": "download",
            },
        ]


class SummaryExportView(Guarded, BaseDetailView):
    """《自查审核汇总表》 as Excel, as the records are now."""

    permission_required = "inspections.view_selfinspection"
    queryset = ROUNDS

    def render_to_response(self, context):
        response = HttpResponse(summaries.sheet(self.object), content_type=XLSX)
        name = f"{self.object.report_year}年度自查审核汇总表.xlsx"
        response["Content-Disposition"] = content_disposition_header(True, name)
        return response
