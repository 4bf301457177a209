"""Why a proposal outside the benchmark's band may not go on yet (国办发〔2022〕27号)."""

from penalties.discretion.departing import BASIS
from penalties.guards import handlers
from penalties.models import Case, Departure
from penalties.queries.law import PENALTY_LAW


def of_case(case: Case) -> Departure | None:
    """The departure of the present proposal, approved or not."""
    made = case.assessment
    if made is None or "departure" not in made.snapshot:
        return None
    return Departure.objects.select_related("approved_by", "assessment").get(assessment=made)


def approved(case: Case, act) -> str | None:
    """Neither the party is told nor the case decided before the head has agreed."""
    departure = of_case(case)
    if departure is None or departure.approved_on:
        return None
    return (
        "拟处罚意见不在裁量权基准的幅度以内，还没有经机关负责人批准调整适用，不能往下办。"
        f"请先登记集体讨论，再由机关负责人批准；不批准的，重新确定拟处罚意见。依据：{BASIS}。"
    )


def agreed_by_another(case: Case, act) -> str | None:
    """Who proposed or handles the case does not approve it."""
    if act.persons & handlers(case):
        return (
            "您是本案的承办人员，不能批准自己提出的调整适用，请由机关负责人批准。"
            f"依据：{BASIS}，{PENALTY_LAW}第五十七条。"
        )
    return None


def discussed(case: Case, act) -> str | None:
    """The minutes of this very proposal come first, and most of those present agreed to it."""
    if case.assessment.discussion_set.filter(carried=True).exists():
        return None
    return (
        "这个意见还没有经集体讨论多数同意，不能批准调整适用，请先登记集体讨论。"
        f"依据：{BASIS}，{PENALTY_LAW}第五十七条第二款。"
    )


def maker_agreed(departure: Departure, number: str, agreed_on) -> str | None:
    """A superior's benchmark is left only with the consent of its maker."""
    row = departure.assessment.row
    if not row.benchmark.from_above or (number and agreed_on):
        return None
    maker = row.benchmark.issuer or "制定机关"
    return (
        f"适用的是上级基准“{row.benchmark}”，调整适用应当逐级报请{maker}批准，"
        f"请填写批准的文号和日期。依据：{BASIS}。"
    )
