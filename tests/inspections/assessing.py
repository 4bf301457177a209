"""年度考核 of 2026 brought to a state through the services."""

from datetime import date
from decimal import Decimal

from django.core.files.uploadedfile import SimpleUploadedFile

from inspections.models import AssessmentResult
from inspections.services import assessment as services
from tests import factories

SET = date(2026, 1, 5)
SUMMED = date(2027, 1, 11)
FIGURES = {
    "checks": 40, "rectification": 30, "look_back": 0, "self_report": 20, "safety": 10,
    "late_share": 50, "partly_share": 50, "excellent": 90, "good": 80, "passing": 60,
    "source": "示例区档案局考核办法",
}  # fmt: skip


def make_rule(head, *, on=SET, **values):
    return services.set_rule(actor=head, on=on, valid_from=on, **{**FIGURES, **values})


def evaluate(unit, clerk, score="88.50", evaluator="own", *, on=SUMMED, year=2026):
    return services.record_evaluation(
        unit, actor=clerk, on=on, year=year, evaluator=evaluator, score=Decimal(score),
        evaluated_on=on, source="安全评价表", files=(scan("评价表.pdf"),),
    )  # fmt: skip


def counted(clerk, *, on=SUMMED, year=2026):
    assessment = services.prepare(actor=clerk, on=on, year=year)
    return services.count(assessment, actor=clerk, on=on)


def published(clerk, head, *, on=SUMMED, year=2026):
    return services.publish(counted(clerk, on=on, year=year), actor=head, on=on)


def result_of(assessment, unit) -> AssessmentResult:
    rows = AssessmentResult.objects.select_related("assessment__bureau", "unit__party")
    return rows.get(assessment=assessment, unit=unit)


def points(result) -> dict:
    return {line["part"]: line["points"] for line in result.lines}


def scan(name="申请.pdf"):
    return SimpleUploadedFile(name, b"%PDF-1.7 appeal")


def publishing(clerk):
    """The same person, who has got another post meanwhile."""
    factories.give(clerk, "publish_assessment")
    return type(clerk).objects.get(pk=clerk.pk)
