"""追责期限 (行政处罚法第三十六条): whether an act was discovered in time."""

from datetime import date

from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import limits
from archives_enforcement.workflow import Act
from penalties.models import Case
from penalties.queries.law import PENALTY_LAW

TWO_YEARS, FIVE_YEARS = "D-P01", "D-P02"


def time_barred(act_ended_on: date, discovered_on: date, *, long: bool = False) -> str | None:
    """行政处罚法第三十六条: the act must be discovered in time; the clock stops at discovery.

    `long`: five years, for what touches health, safety or finance and did harm.
    """
    limit = limits.compute(FIVE_YEARS if long else TWO_YEARS, act_ended_on).due_on
    if discovered_on <= limit:
        return None
    return (
        f"违法行为终了于{cn_date(act_ended_on)}，{cn_date(discovered_on)}才被发现，已超过追责期限"
        f"（{cn_date(limit)}届满），不再给予行政处罚，请办理不予立案。依据：{PENALTY_LAW}第三十六条。"
    )


def within_limitation(case: Case, act: Act) -> str | None:
    return time_barred(case.act_ended_on, case.discovered_on, long=bool(case.long_limitation))


def harm_for_five_years(field: str, harm: str) -> str | None:
    """Five years need both: one of the two fields of life, and harm that was done."""
    if not field and harm:
        return (
            f"适用两年追责期限的不填危害后果，请删去或者选择领域。依据：{PENALTY_LAW}第三十六条。"
        )
    if field and (field not in Case.LongLimitation.values or not harm):
        return (
            "适用五年追责期限的，应当涉及公民生命健康安全、金融安全，并且有危害后果，"
            f"请写明危害后果。依据：{PENALTY_LAW}第三十六条第一款。"
        )
    return None
