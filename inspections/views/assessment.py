"""Pages that show 年度考核: the years, one year with its units, one unit's score."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.generic.detail import BaseDetailView

from archives_enforcement.audit.settings_history import ways_to
from archives_enforcement.exporting import Exported
from archives_enforcement.files.queries import files_of
from archives_enforcement.files.workbook import XLSX
from archives_enforcement.navigation import Crumb, PageAct, acts_from
from archives_enforcement.views import DetailView, Guarded, ListView
from archives_enforcement.workdays.deadlines import for_subject
from inspections.models import Assessment, AssessmentResult, AssessmentRule
from inspections.queries import assessment as queries
from inspections.queries import visits
from inspections.services import assessment as services
from inspections.workflow import ASSESSMENT_FLOW, RESULT_FLOW

LIST = ("年度考核", "inspections:assessment-list")
YEARS = Assessment.objects.select_related("bureau", "rule", "prepared_by", "published_by")
RESULTS = AssessmentResult.objects.select_related(
    "assessment__bureau", "assessment__rule", "unit__party", "appeal__answered_by",
    "appeal__filed_by", "notice",
)  # fmt: skip
PAGE_OF_STEP = {
    "enter_appeal": "assessment-appeal-enter",
    "decide_appeal": "assessment-appeal-decide",
}


def crumbs_of(assessment: Assessment | None, *more: str) -> list[Crumb]:
    found = [Crumb(LIST[0], reverse(LIST[1]))]
    if assessment is not None:
        found.append(Crumb(str(assessment), assessment.get_absolute_url() if more else ""))
    return [*found, *map(Crumb, more)]


def clocks_of(record, user) -> list:
    clocks = for_subject(record)
    return [visits.clock(row) for row in clocks & clocks.model.objects.visible_to(user)]


class AssessmentListView(Exported, ListView):
    permission_required = "inspections.view_assessment"
    template_name = "inspections/assessment_list.html"
    model = Assessment
    sheet_title = "年度考核"
    sheet_columns = (("年度", 30), ("考核规则", 40), ("状态", 12), ("公布日期", 12), ("单位", 8))

    def sheet_line(self, row):
        state = row.get_state_display()
        return str(row), row.rule.source, state, row.published_on, row.counted

    def get_queryset(self):
        return queries.listed(super().get_queryset())

    def get_context_data(self, **kwargs):
        user = self.request.user
        offered = (
            ("设定考核规则", "assessment-rule-set", services.PUBLISH),
            ("准备年度考核", "assessment-create", services.RUN),
        )
        actions = [
            {"label": label, "url": reverse(f"inspections:{name}")}
            for label, name, permission in offered
            if user.has_perm(permission)
        ]
        rules = AssessmentRule.objects.visible_to(user)
        actions = [*ways_to(AssessmentRule, user), *actions]
        return super().get_context_data(actions=actions, rules=rules, **kwargs)


class AssessmentDetailView(DetailView):
    permission_required = "inspections.view_assessment"
    template_name = "inspections/assessment_detail.html"
    queryset = YEARS
    workflow = ASSESSMENT_FLOW

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        assessment, user = self.object, self.request.user
        rows = queries.results(assessment)
        return context | {
            "assessment": assessment,
            "crumbs": crumbs_of(assessment),
            "rows": [(row, queries.standing(row)) for row in rows],
            "next_step": queries.next_step(assessment, rows, context["today"]),
            "clocks": clocks_of(assessment, user),
            "acts": self.acts(context["offers"], rows),
            "actions": self.actions(rows),
        }

    def acts(self, offers, rows) -> list[PageAct]:
        key = [self.object.pk]
        found = acts_from(offers, lambda step: reverse("inspections:assessment-publish", args=key))
        if not self.request.user.has_perm(services.RUN):
            return found
        told = self.object.state == Assessment.State.PUBLISHED
        left = queries.untold(rows) if told else []
        offered = (
            ("计算", "assessment-count", not told),
            ("起草考核情况通报", "assessment-circular", bool(left)),
            ("起草预警通报", "assessment-warning", bool(told and queries.unwarned(rows))),
        )
        return found + [
            PageAct(label, reverse(f"inspections:{name}", args=key))
            for label, name, open_ in offered
            if open_
        ]

    def actions(self, rows) -> list[dict]:
        if not rows:
            return []
        url = reverse("inspections:assessment-export", args=[self.object.pk])
        return [{"label": "导出", "url": url, "icon": "download"}]


class AssessmentExportView(Guarded, BaseDetailView):
    permission_required = "inspections.view_assessment"
    queryset = YEARS

    def render_to_response(self, context):
        response = HttpResponse(queries.sheet(self.object), content_type=XLSX)
        name = f"{self.object}.xlsx"
        response["Content-Disposition"] = content_disposition_header(True, name)
        return response


class ResultDetailView(DetailView):
    """One unit's score: every part, what it rests on, and the appeal."""

    permission_required = "inspections.view_assessment"
    template_name = "inspections/assessment_result.html"
    queryset = RESULTS
    workflow = RESULT_FLOW

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        result, user = self.object, self.request.user
        appeal = queries.appeal_of(result)
        shown = [offer for offer in context["offers"] if offer.step.name in PAGE_OF_STEP]
        return context | {
            "result": result,
            "standing": queries.standing(result),
            "crumbs": crumbs_of(result.assessment, str(result.unit)),
            "appeal": appeal,
            "files": files_of(appeal, user)
            if appeal and user.has_perm("files.view_storedfile")
            else [],
            "clocks": clocks_of(result, user),
            "acts": acts_from(
                shown,
                lambda step: reverse(f"inspections:{PAGE_OF_STEP[step]}", args=[result.pk]),
            ),
        }
