"""年度考核: last year's result was told in January, this year's is counted so far."""

from datetime import date
from decimal import Decimal

from inspections.services import assessment as services
from reports.demo.papers import scan
from units.models import Unit

FIGURES = {
    "checks": 40, "rectification": 20, "look_back": 10, "self_report": 20, "safety": 10,
    "late_share": 50, "partly_share": 50, "excellent": 90, "good": 80, "passing": 60,
    "source": "示例区档案工作考核办法（示例）",
}  # fmt: skip
LAST = ("92", "78.5", "85", "88", "81", "90")  # what last year's safety evaluations gave
NOW = ("90", "70", "86.5", "91", "79", "93.5")


def play(units: list[Unit], people: dict, today: date) -> None:
    """The first evaluations were of last year, when nothing else was known yet."""
    clerk, head = people["clerk"], people["head"]
    told = date(today.year, 1, 20) if today > date(today.year, 1, 20) else today
    services.set_rule(actor=head, on=told, valid_from=told, **FIGURES)
    _evaluate(units, LAST, clerk, told, today.year - 1)
    last = services.prepare(actor=clerk, on=told, year=today.year - 1)
    services.count(last, actor=clerk, on=told)
    services.publish(last, actor=head, on=told)
    _evaluate(units, NOW, clerk, today, today.year)
    this = services.prepare(actor=clerk, on=today, year=today.year)
    services.count(this, actor=clerk, on=today)


def _evaluate(units, scores, clerk, on: date, year: int) -> None:
    for unit, score in zip(units, scores, strict=True):
        services.record_evaluation(
            unit, actor=clerk, on=on, year=year, evaluator="own", score=Decimal(score),
            evaluated_on=on, source=f"{year}年档案安全评价表（示例）",
            files=(scan("档案安全评价表"),),
        )  # fmt: skip
