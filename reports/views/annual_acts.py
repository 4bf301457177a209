"""Pages of the acts on an annual report."""

from django.urls import reverse
from django.utils import timezone

from archives_enforcement.documents.numbering import expected
from archives_enforcement.forms import ActForm, ReasonForm
from archives_enforcement.navigation import Crumb
from archives_enforcement.views import ActView, FormView
from reports.forms.annual import (
    EarlierPublicationForm,
    NarrativeForm,
    PublicationForm,
    ReportSignForm,
    ReportYearForm,
)
from reports.models import AnnualReport
from reports.queries.figures import figures
from reports.queries.papers import KIND, clock_for, publication_due
from reports.queries.text import remarks
from reports.services import annual as services
from reports.views.figures import LIST, NAV
from reports.workflow import APPROVE, DRAFT


class AnnualReportDraftView(FormView):
    permission_required = DRAFT
    template_name = "reports/annual_report_act.html"
    form_class = ReportYearForm
    success_message = "已起草，数据由记录计算。请补写文字部分。"
    extra_context = {"title": "起草年度报告", "submit_label": "起草", "nav": NAV}

    def get_form_kwargs(self):
        asked = self.request.GET.get("year", "")
        year = int(asked) if asked.isdecimal() and len(asked) == 4 else None
        return {**super().get_form_kwargs(), "year": year}

    def get_context_data(self, **kwargs):
        crumbs = [Crumb("年度报告", reverse(LIST)), Crumb("起草")]
        return super().get_context_data(crumbs=crumbs, cancel_url=reverse(LIST), **kwargs)

    def perform(self, form):
        return services.draft_report(
            actor=self.request.user, on=self.act_date(form), year=form.cleaned_data["year"]
        )

    def get_success_url(self):
        return self.result.get_absolute_url()


class ReportActView(ActView):
    """An act on one report: what it is about beside the form."""

    template_name = "reports/annual_report_act.html"
    queryset = AnnualReport.objects.select_related("bureau", "drafted_by")
    form_class = ActForm
    title = ""

    def consequences(self) -> list[str]:
        """What will happen and cannot be taken back."""
        return []

    def get_context_data(self, **kwargs):
        report = self.object
        page = report.get_absolute_url()
        context = {
            "title": self.title,
            "report": report,
            "figures": figures(report.bureau, report.year),
            "due": publication_due(report.bureau, report.year),
            "clock": clock_for(self.request.user, report),
            "today": timezone.localdate(),
            "crumbs": [
                Crumb("年度报告", reverse(LIST)),
                Crumb(f"{report.year} 年度", page),
                Crumb(self.title),
            ],
            "submit_label": self.title,
            "cancel_url": page,
            "consequences": self.consequences(),
            "nav": NAV,
        }
        context["remarks"] = remarks(context["figures"], report.narrative)
        return super().get_context_data(**(context | kwargs))


class AnnualReportEditView(ReportActView):
    permission_required = DRAFT
    form_class = NarrativeForm
    title = "撰写文字部分"
    success_message = "已保存。"
    extra_context = {"submit_label": "保存"}

    def get_form_kwargs(self):
        return {**super().get_form_kwargs(), "report": self.object}

    def get_context_data(self, **kwargs):
        return super().get_context_data(**({"submit_label": "保存"} | kwargs))

    def perform(self, form):
        return services.write_narrative(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            narrative=form.narrative(),
        )

    def get_success_url(self):
        return reverse("reports:annual-report-text", args=[self.object.pk])


class AnnualReportSubmitView(ReportActView):
    permission_required = DRAFT
    title = "提交签发"
    success_message = "已提交，等待机关负责人签发。"

    def perform(self, form):
        return services.submit_report(self.object, actor=self.request.user, on=self.act_date(form))


class AnnualReportReopenView(ReportActView):
    permission_required = DRAFT
    title = "继续修改"
    success_message = "已回到起草。"

    def perform(self, form):
        return services.reopen_report(self.object, actor=self.request.user, on=self.act_date(form))


class AnnualReportReturnView(ReportActView):
    permission_required = APPROVE
    form_class = ReasonForm
    title = "退回修改"
    success_message = "已退回。"

    def perform(self, form):
        return services.return_report(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            note=form.cleaned_data["note"],
        )


class AnnualReportApproveView(ReportActView):
    permission_required = APPROVE
    form_class = ReportSignForm
    title = "签发"
    success_message = "已签发，正在生成 PDF。"

    def consequences(self):
        number = expected(self.object.bureau, KIND, timezone.localdate().year)
        return [
            f"报告编号 {number}（以签发时为准），不可修改。",
            "数据按提交时的记录冻结，以后记录有变化也不改变报告。",
        ]

    def perform(self, form):
        return services.approve_report(self.object, actor=self.request.user, on=self.act_date(form))


class AnnualReportPublishView(ReportActView):
    permission_required = DRAFT
    form_class = PublicationForm
    title = "登记公开"
    success_message = "已登记公开。"

    def perform(self, form):
        return services.publish_report(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            url=form.cleaned_data["url"],
        )


class AnnualReportEarlierView(ReportActView):
    """A report that was public elsewhere before it came into this system."""

    permission_required = DRAFT
    form_class = EarlierPublicationForm
    title = "补录此前的公开"
    success_message = "已补录。期限按今天办结，并注明此前公开的日期。"

    def consequences(self):
        return ["补录以后报告不能再修改或者签发；公开期限按今天办结，不按填写的日期计算。"]

    def perform(self, form):
        return services.enter_publication(
            self.object,
            actor=self.request.user,
            on=self.act_date(form),
            url=form.cleaned_data["url"],
            place=form.cleaned_data["place"],
        )
