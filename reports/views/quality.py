"""数据质量: what the bureau's records lack, before somebody counts them."""

from django.http import Http404
from django.utils import timezone

from archives_enforcement.views import TemplateView
from reports.queries.quality import scan


class QualityView(TemplateView):
    """Every scan over the bureau's own records, with a way to each record."""

    permission_required = "reports.view_annualreport"
    template_name = "reports/quality.html"

    def get_context_data(self, **kwargs):
        bureau = self.request.user.bureau
        if bureau is None:
            raise Http404
        found = scan(bureau, timezone.localdate())
        total = sum(row.total for row in found)
        return super().get_context_data(found=found, total=total, now=timezone.now(), **kwargs)
