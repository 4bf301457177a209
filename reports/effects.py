"""What follows in 年度报告 when its paper is issued, and what its own publication makes public."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q

from archives_enforcement.documents import effects
from publicity import elsewhere
from reports.models import AnnualReport
from reports.services import annual


def _published() -> Q:
    reports = AnnualReport.objects.filter(state=AnnualReport.State.PUBLISHED).values("pk")
    kind = ContentType.objects.get_for_model(AnnualReport)
    return Q(content_type=kind, object_id__in=reports)


effects.after_issue("annual_report", annual.report_issued)
elsewhere.register(_published)
