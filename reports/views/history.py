"""Pages of 历史检查: the list, one check on paper, the list that brings them in."""

from django.urls import reverse
from django.utils import timezone

from archives_enforcement import views
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents.drafting import ENTER
from archives_enforcement.documents.models import Document
from archives_enforcement.files.importing import views as importing
from archives_enforcement.files.workbook import workbook
from archives_enforcement.navigation import Crumb
from archives_enforcement.workflow import BACKFILL
from publicity.sheets import excel
from reports.forms.history import PastCheckFilter, VoidForm
from reports.models import HistoryImport, PastCheck
from reports.past_checks import PAST_CHECKS
from reports.queries import history as queries
from reports.services import history

LIST, TITLE = "reports:past-check-list", "历史检查"
RIGHTS = (ENTER, BACKFILL)


class PastCheckListView(views.ListView):
    """Checks of the years on paper, latest first."""

    permission_required = "inspections.view_inspection"
    queryset = PastCheck.objects.select_related("unit__party").order_by("-held_on", "-pk")
    filterset_class = PastCheckFilter
    template_name = "reports/past_check_list.html"

    def get_context_data(self, **kwargs):
        asked = self.request.GET.urlencode()
        export = f"{reverse('reports:past-check-export')}?{asked}"
        actions = [{"label": "导出 Excel", "url": export, "icon": "download"}]
        if self.request.user.has_perms(RIGHTS):
            page = reverse("reports:past-check-import")
            actions.append(
                {"label": "从 Excel 补录", "url": page, "icon": "upload", "primary": True}
            )
        return super().get_context_data(actions=actions, **kwargs)


class PastCheckExportView(PastCheckListView):
    """The same list as Excel, filtered as on the page."""

    def get(self, request, *args, **kwargs):
        lines = queries.sheet_lines(self.get_queryset())
        return excel(workbook(TITLE, queries.COLUMNS, lines), TITLE)


class PastCheckDetailView(views.DetailView):
    permission_required = "inspections.view_inspection"
    queryset = PastCheck.objects.select_related("unit__party", "brought_in__started_by")
    template_name = "reports/past_check_detail.html"

    def get_context_data(self, **kwargs):
        past, user = self.object, self.request.user
        letter = Document.objects.visible_to(user).filter(
            bureau=past.bureau_id, number=past.letter_number or None
        )
        may = user.has_perms(RIGHTS) and not past.voided_on
        void = {"label": "作废", "url": reverse("reports:past-check-void", args=[past.pk])}
        return super().get_context_data(
            crumbs=[Crumb(TITLE, reverse(LIST)), Crumb(str(past.unit))],
            actions=[void] if may else [],
            findings=past.findings.all(),
            letter=letter.first() if past.letter_number else None,
            entries=AuditEntry.objects.visible_to(user).about(past),
            **kwargs,
        )


class PastCheckVoidView(views.ActView):
    permission_required = RIGHTS
    model = PastCheck
    form_class = VoidForm
    template_name = "components/form_page.html"
    success_message = "已作废。改正后可以重新补录。"

    def get_context_data(self, **kwargs):
        page = self.object.get_absolute_url()
        crumbs = [Crumb(TITLE, reverse(LIST)), Crumb(str(self.object.unit), page), Crumb("作废")]
        return super().get_context_data(
            title="作废历史检查", number=str(self.object), crumbs=crumbs, cancel_url=page,
            submit_label="作废", why_not="已经作废。" if self.object.voided_on else "", **kwargs,
        )  # fmt: skip

    def perform(self, form):
        reason = form.cleaned_data["reason"]
        return history.void(
            self.object, actor=self.request.user, on=timezone.localdate(), reason=reason
        )


class OfHistory:
    permission_required = RIGHTS
    shape, title, kept = PAST_CHECKS, "补录历史检查", "history_import"
    page, list_page, list_title = "reports:past-check-import", LIST, TITLE
    model = HistoryImport
    extra_context = {
        "remark": "补录的是今年以前的检查：注明来自纸质记录，不生成文书，不起算期限，不通知单位，"
        "计入当年的检查、反馈意见书和问题的数字。反馈意见书的字号应当在起始号以前，扫描件另在"
        "“补录纸质文书”登记。"
    }

    def found(self, rows):
        bureau, today = self.request.user.bureau, timezone.localdate()
        return queries.preview(rows, bureau=bureau, today=today)

    def told(self, run) -> str:
        counts = run.counts
        return (
            f"已补录：检查 {counts['created']} 次，反馈意见书 {counts['letters']} 份，"
            f"问题 {counts['findings']} 项。"
        )


class TemplateDownloadView(OfHistory, importing.TemplateDownloadView):
    pass


class ImportView(OfHistory, importing.UploadView):
    pass


class ImportPreviewView(OfHistory, importing.PreviewView):
    template_name = "reports/past_check_import_preview.html"

    def start(self, rows, **file):
        return history.start_import(rows, actor=self.request.user, **file)


class ImportFaultsView(OfHistory, importing.FaultsView):
    pass


class ImportRunView(OfHistory, importing.RunView):
    pass


class ImportFileView(OfHistory, importing.RunFileView):
    pass
