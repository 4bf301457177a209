"""Pages of the unit: filling in its 自查报告, and the paper its head signs."""

from django.utils import timezone

from archives_enforcement.files.resumable import ResumableMixin
from archives_enforcement.files.unsent import UnsentMixin
from archives_enforcement.views import ActView, DetailView
from inspections.forms.self_reports import SAVE, ReportForm
from inspections.models import SelfReport
from inspections.queries import self_inspection as queries
from inspections.services import self_reports as services
from inspections.views.self_reports import REPORTS

PLEDGE_WORDS = ("pledged_by", "pledge_post")


class FillView(UnsentMixin, ResumableMixin, ActView):
    """The questions while the report waits for the unit; afterwards what was sent and its 回执.

    What somebody types keeps itself for him; the draft that he saves is for all of his unit.
    """

    ahead = True
    theirs = ()

    permission_required = services.ANSWER
    template_name = "inspections/portal_self_report.html"
    queryset = REPORTS
    form_class = ReportForm

    def get_form_kwargs(self):
        return super().get_form_kwargs() | {"report": self.object}

    def fields_to_keep(self):
        return self.get_form().fields

    def form_invalid(self, form):
        """Beside what was typed stands what a colleague saved meanwhile; then it may be sent."""
        self.object.refresh_from_db()
        self.theirs = form.catch_up_with(self.object)
        return super().form_invalid(form)

    def get_context_data(self, **kwargs):
        report = self.object
        submissions = list(report.submissions.select_related("submitted_by"))
        context = {
            "report": report,
            "party": report.unit.party,
            "bureau": report.bureau,
            "today": timezone.localdate(),
            "open": report.state in SelfReport.AWAITS_UNIT,
            "theirs": self.theirs,
            "last": submissions[-1] if submissions else None,
            "files": queries.files_about(report, submissions, self.request.user),
        }
        return super().get_context_data(**(context | kwargs))

    def saves(self) -> bool:
        return SAVE in self.request.POST

    def fields_taken(self) -> list[str]:
        """A draft takes the material alone: a pledge that is chosen already waits for 报送."""
        return [self.resumable] if self.saves() else self.file_fields()

    def form_valid(self, form):
        """A draft holds no pledge: whoever has begun it finds it again all the same."""
        if self.saves():
            self.keep_files()
        answer = super().form_valid(form)
        pledge = {name: form.data.get(name, "") for name in PLEDGE_WORDS}
        if self.saves() and form.is_valid() and any(pledge.values()):
            self.keep_words(pledge)
        return answer

    def perform(self, form):
        who = {"actor": self.request.user, "on": self.act_date(form), "filled": form.filled}
        if self.saves():
            return services.save_draft(self.object, **who)
        return services.submit(self.object, pledge=form.pledge, **who)

    def get_success_message(self):
        if self.saves():
            return "草稿已保存，还没有报送；可以随时回来接着填。"
        return f"已报送，回执编号 {self.result.receipt_number}。"

    def get_success_url(self):
        return self.object.get_portal_url()


class PaperView(DetailView):
    """The report on paper with the pledge, for the head of the unit to sign."""

    permission_required = services.ANSWER
    template_name = "inspections/portal_self_paper.html"
    queryset = REPORTS

    def get_context_data(self, **kwargs):
        report = self.object
        questions = queries.questions_of(report)
        return super().get_context_data(
            report=report,
            party=report.unit.party,
            bureau=report.bureau,
            rows=[(row, report.answers.get(row.key, "")) for row in questions],
            unanswered=len(queries.unanswered(report)),
            **kwargs,
        )
