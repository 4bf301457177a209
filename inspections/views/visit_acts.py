"""Pages of the acts on a check before it begins."""

from django.utils import timezone

from archives_enforcement.forms import ActForm, ReasonForm
from archives_enforcement.views import ActView
from archives_enforcement.workflow import Act
from inspections.models import Inspection
from inspections.queries import slots, teams, visits
from inspections.queries.acts import judged_on
from inspections.services import notices, site_records, visit_decisions
from inspections.views.visits import LIST, crumbs_of
from inspections.workflow import INSPECTION_FLOW


class InspectionActView(ActView):
    """An act on a check: its facts stand above the form."""

    template_name = "inspections/inspection_act.html"
    queryset = Inspection.objects.select_related(
        "unit__party", "checklist", "bureau", "plan_item", "drafted_by"
    ).prefetch_related("team__user", "invitations__observer")
    form_class = ActForm
    title = submit_label = ""
    step = ""  # of INSPECTION_FLOW: refused before anything is typed, when it would be after
    explanation = ""
    consequences = ()
    facts = True  # the card with what is to be decided on

    def why_not(self) -> str | None:
        if not self.step:
            return None
        user = self.request.user
        on = judged_on(self.object, user, timezone.localdate())
        return INSPECTION_FLOW.why_not(
            self.object, self.step, Act(user, on, self.permission_required)
        )

    def lamps(self):
        """What taking the step of this page would pass over."""
        act = Act(self.request.user, timezone.localdate())
        return INSPECTION_FLOW.lit(self.object, self.step, act)

    def get_context_data(self, **kwargs):
        inspection = self.object
        context = {
            "title": self.title,
            "nav": LIST[1],
            "inspection": inspection,
            "when": slots.when(inspection.day, inspection.session),
            "basis": visits.legal_basis(inspection.kind),
            "team": teams.members(inspection) if self.facts else [],
            "warnings": slots.warnings_for(inspection),
            "facts": self.facts,
            "why_not": self.why_not(),
            "explanation": self.explanation,
            "consequences": self.consequences,
            "submit_label": self.submit_label or self.title,
            "crumbs": crumbs_of(inspection, self.title),
            "cancel_url": inspection.get_absolute_url(),
            "lamps": self.lamps(),
        }
        return super().get_context_data(**(context | kwargs))


class InspectionSubmitView(InspectionActView):
    permission_required = "inspections.draft_inspection"
    step = "submit"
    title = "提交审批"
    success_message = "已提交，等待机关负责人批准。"
    explanation = "提交后检查组、时间和地点不能再改，需要修改的由机关负责人退回。"

    def perform(self, form):
        return visit_decisions.submit_inspection(
            self.object, actor=self.request.user, on=self.act_date(form)
        )


class InspectionApproveView(InspectionActView):
    permission_required = "inspections.approve_inspection"
    step = "approve"
    title = "批准检查"
    success_message = "检查已批准，检查组成员已收到消息。"
    explanation = "批准后检查组可以按时前往，受邀的观察员会收到消息。"

    def get_context_data(self, **kwargs):
        basis = visits.approval_basis(self.object.scheduled_on)
        return super().get_context_data(approval_basis=basis, **kwargs)

    def perform(self, form):
        return visit_decisions.approve_inspection(
            self.object, actor=self.request.user, on=self.act_date(form)
        )


class InspectionReturnView(InspectionActView):
    permission_required = "inspections.approve_inspection"
    form_class = ReasonForm
    step = "return_inspection"
    title = "退回修改"
    success_message = "已退回经办人。"

    def perform(self, form):
        return visit_decisions.return_inspection(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            note=form.cleaned_data["note"],
        )


class InspectionCancelView(InspectionActView):
    permission_required = "inspections.draft_inspection"
    form_class = ReasonForm
    step = "cancel"
    title = "取消检查"
    success_message = "检查已取消。"
    consequences = (
        "检查不再进行，不能恢复；需要时另行安排。",
        "受邀的观察员会收到取消的消息。",
    )

    def perform(self, form):
        return visit_decisions.cancel_inspection(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            note=form.cleaned_data["note"],
        )


class NoticeDraftView(InspectionActView):
    """检查通知书 from the record; the page shows what it will say."""

    permission_required = "inspections.draft_letter"
    template_name = "inspections/inspection_notice.html"
    title = "起草检查通知书"
    success_message = "检查通知书已起草，请核对后提交签发。"
    facts = False

    def get_context_data(self, **kwargs):
        fields = notices.notice_fields(self.object)
        return super().get_context_data(fields=fields, areas=fields["items"], **kwargs)

    def perform(self, form):
        return notices.draft_notice(self.object, actor=self.request.user, on=self.act_date(form))

    def get_success_url(self):
        return self.result.get_absolute_url()


class SiteRecordDraftView(InspectionActView):
    """现场检查笔录 from what was recorded on site; nothing is typed again."""

    permission_required = "inspections.record_inspection"
    title = "制作现场检查笔录"
    success_message = "笔录已生成，请核对样张，打印签字后定稿归卷。"

    def perform(self, form):
        return site_records.draft_site_record(
            self.object, actor=self.request.user, on=self.act_date(form)
        )

    def get_success_url(self):
        return self.result.get_absolute_url()
