"""Why a case may not end without a penalty on the ground that was chosen (第五十七条第一款)."""

from datetime import date

from archives_enforcement.templatetags.formats import cn_date
from penalties import (
    accountability_guards,
    law_of_the_day_guards,
    limitation_guards,
    party_guards,
    second_fine_guards,
    settling_guards,
)
from penalties.models import Case, ElementFinding
from penalties.queries import gate, papers
from penalties.queries.law import PENALTY_LAW

O = Case.Outcome  # noqa: E741


def why_not(
    case: Case, outcome: str, act_ended_on: date | None, on: date, note: str = ""
) -> str | None:
    """Each ground has its condition; a suspected crime ends no case but by its transfer."""
    why = (outcome != O.TRANSFERRED and settling_guards.transfers_suspected_crime(case)) or {
        O.SLIGHT: lambda: (
            _not_investigated(case)
            or _no_unlawful_act(case)
            or accountability_guards.known(case, None)
            or accountability_guards.answerable(case, None)
        ),
        O.INCAPABLE: lambda: (
            _not_investigated(case) or _no_unlawful_act(case) or accountability_guards.spared(case)
        ),
        O.NOT_ESTABLISHED: lambda: _not_investigated(case) or _act_stands(case),
        O.NO_FINE: lambda: _fine_is_open(case, on),
        O.TIME_BARRED: lambda: _in_time(case, act_ended_on),
        O.FINED: lambda: second_fine_guards.fined_before(case),
        O.PARTY_ENDED: lambda: party_guards.ended(case, on, note),
        O.TRANSFERRED: lambda: _not_transferred(case),
    }.get(outcome, lambda: None)()
    if why:
        return why
    if act_ended_on and outcome != O.TIME_BARRED:
        return "只有超过追责期限的才填写查明的违法行为终了日期，请删去这个日期。"
    return None


def _not_investigated(case: Case) -> str | None:
    if case.state != Case.State.INVESTIGATING:
        return None
    return (
        "调查还没有终结，不能作出不予处罚的决定，请先终结调查。"
        f"依据：{PENALTY_LAW}第五十七条第一款。"
    )


def _no_unlawful_act(case: Case) -> str | None:
    missing = case.elements.filter(result=ElementFinding.Result.MISSING)
    if not missing.exists():
        return None
    names = "；".join(missing.values_list("text", flat=True))
    return (
        f"不具备“{names}”，违法事实不能成立，不是违法行为轻微，请改选理由。"
        f"依据：{PENALTY_LAW}第三十三条、第五十七条第一款第三项。"
    )


def _act_stands(case: Case) -> str | None:
    """What the record holds proved cannot end as 不能成立; the record has to change first."""
    results = set(case.elements.values_list("result", flat=True))
    proved = case.evidence.filter(excluded_on=None).exists()
    if results != {ElementFinding.Result.MET} or not proved or gate.why_clause_is_closed(case):
        return None
    return (
        "构成要件都已查明具备，认定的事实也符合处罚依据，不能以违法事实不能成立结束案件。"
        "事实有变化的，请先补充调查，排除不实的证据，重新认定；没有主观过错、违法行为轻微的，"
        "登记裁量事实以后按不予处罚办理。"
        f"依据：{PENALTY_LAW}第四十条、第五十七条第一款第三项。"
    )


def _in_time(case: Case, act_ended_on: date | None) -> str | None:
    if act_ended_on is None:
        return f"请写明查明的违法行为终了日期。依据：{PENALTY_LAW}第三十六条第二款。"
    if limitation_guards.time_barred(
        act_ended_on, case.discovered_on, long=bool(case.long_limitation)
    ):
        return None
    return (
        f"违法行为{cn_date(act_ended_on)}终了，{cn_date(case.discovered_on)}被发现，没有超过追责期限，"
        f"不能以此结束案件。依据：{PENALTY_LAW}第三十六条。"
    )


def _fine_is_open(case: Case, on: date) -> str | None:
    if gate.latest(case.lead) is None or gate.why_clause_is_closed(case):
        return None
    if law_of_the_day_guards.milder_since(case, on):
        return None
    return (
        "认定的事实符合本案的处罚依据，法律规定了处罚，不能以此结束案件；事实有变化的，请先重新认定。"
        f"依据：{PENALTY_LAW}第五十七条第一款。"
    )


def _not_transferred(case: Case) -> str | None:
    if papers.transferred(case):
        return settling_guards.not_handed_over(case, case.lead)
    return (
        "移送书还没有签发，不能按移送结束案件，请先办理涉嫌犯罪案件移送书或者案件移送函。"
        f"依据：{PENALTY_LAW}第二十七条、第五十七条第一款第四项。"
    )
