"""Pages of one 自查报告 on the bureau's side: as it came in, and what is done with it."""

from django.urls import reverse
from django.utils import timezone

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import drafting
from archives_enforcement.documents.kinds import KINDS
from archives_enforcement.documents.queries import documents_about
from archives_enforcement.files.resumable import ResumableMixin
from archives_enforcement.forms import ReasonForm
from archives_enforcement.navigation import PageAct, acts_from
from archives_enforcement.views import ActView, DetailView
from archives_enforcement.workflow import Act
from inspections import self_guards
from inspections.forms import self_reports as forms
from inspections.models import Finding, Inspection, ScoringRule, SelfReport
from inspections.queries import self_answers, self_notices
from inspections.queries import self_inspection as queries
from inspections.services import self_inspection as rounds
from inspections.services import self_reports as services
from inspections.services import self_urging as urging
from inspections.views.self_inspection import crumbs_of
from inspections.workflow import SELF_REPORT_FLOW

REPORTS = SelfReport.objects.select_related(
    "self_inspection__bureau", "self_inspection__form", "self_inspection__rule", "unit__party",
    "saved_by",
)  # fmt: skip
PAGE_OF_STEP = {
    "accept": "self-report-accept",
    "return_report": "self-report-return",
    "enter_report": "self-report-enter",
    "exclude": "self-report-exclude",
}


class ReportDetailView(DetailView):
    permission_required = "inspections.view_selfinspection"
    template_name = "inspections/self_report.html"
    queryset = REPORTS
    workflow = SELF_REPORT_FLOW

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        report, user, today = self.object, self.request.user, context["today"]
        submissions = list(report.submissions.select_related("submitted_by", "reviewed_by"))
        last = submissions[-1] if submissions else None
        return context | {
            "report": report,
            "crumbs": crumbs_of(report.self_inspection, str(report.unit)),
            "last": last,
            "earlier": submissions[:-1],
            "files": queries.files_about(report, submissions, user),
            "late": queries.late(report, today),
            "contradictions": self.contradictions(last),
            "reminded": queries.reminded(report),
            "urges": report.urges.select_related("document", "taken_by"),
            "acts": self.acts(context["offers"], today) + self.notice(),
            "documents": documents_about(report, user)
            if user.has_perm("documents.view_document")
            else [],
            "entries": AuditEntry.objects.visible_to(user).about(report)[:10]
            if user.has_perm("audit.view_auditentry")
            else [],
        }

    def contradictions(self, last) -> list:
        user = self.request.user
        if last is None or not user.has_perm("inspections.view_finding"):
            return []
        known = Finding.objects.visible_to(user).filter(
            inspection__unit=self.object.unit_id, item__isnull=False
        )
        known = known.exclude(inspection__kind=Inspection.Kind.LOOK_BACK)
        rules = ScoringRule.objects.for_bureau(self.object.bureau)
        known = known.select_related("item", "inspection")
        return self_answers.contradictions(last, known, rules)

    def acts(self, offers, today) -> list[PageAct]:
        key = [self.object.pk]
        shown = [offer for offer in offers if offer.step.name in PAGE_OF_STEP]
        acts = acts_from(shown, lambda step: reverse(f"inspections:{PAGE_OF_STEP[step]}", args=key))
        sent = self.object.urges.exists()
        if not sent or not self.request.user.has_perm(rounds.RUN):
            return acts
        why = self_guards.may_be_ordered(self.object, Act(self.request.user, today))
        url = "" if why else reverse("inspections:self-report-order", args=key)
        return [*acts, PageAct("责令限期报送", url, why=why or "")]

    def notice(self) -> list[PageAct]:
        """自查通知 to this unit alone, where one is still of use."""
        report, user = self.object, self.request.user
        one = SelfReport.objects.open_to(user).filter(pk=report.pk)
        may = user.has_perms((drafting.KEEP, KINDS[self_notices.NOTICE].drafter))
        if not (may and self_notices.awaiting(one).exists()):
            return []
        why = self_notices.refusal(report, self_notices.NOTICE, timezone.localdate())
        args = ["self_report", report.pk, self_notices.NOTICE]
        url = "" if why else reverse("documents:draft", args=args)
        return [PageAct("起草自查通知", url, why=why or "")]


class ReportActView(ActView):
    """An act on one report: the page names it, one service does it."""

    permission_required = services.REVIEW
    template_name = "inspections/self_report_act.html"
    queryset = REPORTS
    title = explanation = step = ""

    def get_context_data(self, **kwargs):
        report = self.object
        context = {
            "title": self.title,
            "report": report,
            "last": queries.last_submission(report),
            "crumbs": crumbs_of(report.self_inspection, str(report.unit), self.title),
            "cancel_url": report.get_absolute_url(),
            "submit_label": self.title,
            "explanation": self.explanation,
            "why_not": SELF_REPORT_FLOW.out_of_turn(report, self.step) if self.step else "",
        }
        return super().get_context_data(**(context | kwargs))

    def who(self, form) -> dict:
        return {"actor": self.request.user, "on": self.act_date(form)}


class AcceptView(ReportActView):
    form_class = forms.ReviewForm
    title, step, success_message = "审核通过", "accept", "已审核通过，并通知单位。"

    def perform(self, form):
        return services.accept(self.object, note=form.cleaned_data["note"], **self.who(form))


class ReturnView(ReportActView):
    form_class = forms.ReturnForm
    title, step, success_message = "退回", "return_report", "已退回，并通知单位。"
    explanation = "报送过的内容原样保留；单位改正后重新报送，回执另发。"

    def perform(self, form):
        stated = {name: form.cleaned_data[name] for name in ("note", "due_on")}
        return services.return_report(self.object, **stated, **self.who(form))


class ExcludeView(ReportActView):
    permission_required = rounds.RUN
    form_class = ReasonForm
    title, step, success_message = "不列入", "exclude", "已不列入，期限已撤销。"

    def perform(self, form):
        return rounds.exclude(self.object, note=form.cleaned_data["note"], **self.who(form))


class EnterView(ResumableMixin, ReportActView):
    """代录 from paper; the questions are those of the unit's own page."""

    permission_required = services.ENTER
    template_name = "inspections/self_report_enter.html"
    form_class = forms.EnterReportForm
    title, step, success_message = "代录自查报告", "enter_report", "已代录。请由其他人员审核。"

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"report": self.object}

    def perform(self, form):
        return services.enter(self.object, filled=form.filled, pledge=form.pledge, **self.who(form))


class OrderView(ReportActView):
    permission_required = rounds.RUN
    form_class = forms.OrderForm
    title, success_message = "责令限期报送", "文书已起草，请提交审核。"

    def get_context_data(self, **kwargs):
        act = Act(self.request.user, timezone.localdate())
        why = self_guards.may_be_ordered(self.object, act)
        return super().get_context_data(why_not=why or "", **kwargs)

    def perform(self, form):
        stated = {name: form.cleaned_data[name] for name in ("term", "consequence")}
        return urging.order(self.object, **stated, **self.who(form))
