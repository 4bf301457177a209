"""Pages of 回头看: who deserves one and why, and arranging it."""

from django.contrib import messages
from django.utils import timezone

from archives_enforcement.exporting import Exported
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.views import ListView
from inspections.forms.look_back import CandidateFilter, LookBackForm
from inspections.models import Inspection
from inspections.queries import look_back as queries
from inspections.services import look_back as services
from inspections.views.closing import VisitActView
from inspections.views.finding_list import NAV, tabs


class CandidateListView(Exported, ListView):
    """Visits with open problems, weighed, each with what its weight is made of."""

    permission_required = "inspections.view_finding"
    template_name = "inspections/look_back_list.html"
    queryset = Inspection.objects.select_related("unit__party")
    filterset_class = CandidateFilter
    sheet_title = "回头看"
    sheet_columns = (
        ("单位", 34), ("检查类型", 12), ("检查日期", 12), ("为什么", 44), ("分数", 8),
        ("反馈意见书", 12), ("回头看", 12), ("回头看状态", 12),
    )  # fmt: skip

    def sheet_rows(self, rows):
        return queries.candidates(rows, timezone.localdate())

    def sheet_line(self, row):
        visit, trip = row.inspection, row.arranged or row.seen
        return (
            str(visit.unit), visit.get_kind_display(), visit.day, "\n".join(row.reasons),
            row.weight, row.letter_on, trip and trip.day, trip and trip.get_state_display(),
        )  # fmt: skip

    def get_queryset(self):
        return queries.ranked(super().get_queryset(), timezone.localdate())

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        return context | {
            "candidates": queries.candidates(context["object_list"], context["today"]),
            "may_arrange": self.request.user.has_perm("inspections.draft_inspection"),
            "weights": queries.WEIGHTS,
            "tabs": tabs("inspections:look-back-list"),
            "nav": NAV,
        }


class LookBackCreateView(VisitActView):
    permission_required = "inspections.draft_inspection"
    form_class = LookBackForm
    title, submit_label = "安排回头看", "保存，再定检查组"
    explanation = (
        "回头看只核实下面还没有销号的问题，不按清单重新检查，不另发反馈意见书；"
        "检查组和审批与其他检查一样办理。"
    )

    def get_context_data(self, **kwargs):
        return super().get_context_data(limit=services.latest_day(self.object), **kwargs)

    def perform(self, form):
        return services.create_look_back(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            scheduled_on=form.cleaned_data["scheduled_on"],
            session=form.cleaned_data["session"],
            unannounced=form.cleaned_data["unannounced"],
        )

    def get_success_url(self):
        return self.result.get_absolute_url()

    def get_success_message(self):
        limit = services.latest_day(self.object)
        if limit and self.result.scheduled_on > limit.due_on:
            messages.warning(
                self.request,
                f"日期晚于建议的最迟一天{cn_date(limit.due_on)}（本系统建议值，不是法定期限）。",
            )
        return "回头看已拟定，请确定检查组后提交审批。"
