"""What a proposal to file a case has to be, the first time and after it came back (第五十四条)."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from archives_enforcement.accounts.models import User
from archives_enforcement.workflow import Refused
from inspections.models import Lead
from inspections.queries import teams
from penalties import guards, limitation_guards
from penalties.fitness import Measure
from penalties.models import FineClause, Violation
from penalties.queries import clauses, gate
from penalties.queries.law import PENALTY_LAW
from penalties.services.handling import stated

BASIS = f"依据：{PENALTY_LAW}第五十四条。"


class NoFine(Refused):
    """The facts open no fine; `remedies` name what the law offers instead."""

    def __init__(self, text: str, remedies: list[str]):
        super().__init__(text)
        self.remedies = remedies


class Proposal(NamedTuple):
    """提请立案 as an officer writes it."""

    clause: FineClause | None
    summary: str
    act_place: str
    in_jurisdiction: bool
    act_ended_on: date
    officers: Iterable[User]
    long_limitation: str = ""
    harm: str = ""


def facts_of(proposal: Proposal, lead: Lead, on: date) -> tuple[dict, list[User]]:
    """The fields of the case as this proposal sets them, and who will handle it.

    Raises NoFine where the facts recorded of the lead open no fine, Refused for everything else.
    """
    ended = proposal.act_ended_on
    violation = _check_clause(lead, proposal.clause, ended, on)
    discovered_on, people = max(lead.received_on, ended), list(proposal.officers)
    long, harm = proposal.long_limitation, proposal.harm.strip()
    check(
        ended > on and f"违法行为终了日期不能晚于今天，请核对。依据：{PENALTY_LAW}第三十六条。",
        limitation_guards.harm_for_five_years(long, harm),
        limitation_guards.time_barred(ended, discovered_on, long=bool(long)),
        _not_officers(people, lead.bureau),
        guards.too_few_officers([person.pk for person in people], on),
    )
    facts = {
        "name": f"{lead.party}{violation.title}案",
        "clause": proposal.clause,
        "summary": stated(proposal.summary, "案情摘要"),
        "act_place": stated(proposal.act_place, "违法行为发生地"),
        "in_jurisdiction": proposal.in_jurisdiction,
        "act_ended_on": ended,
        "discovered_on": discovered_on,
        "long_limitation": long,
        "harm": harm,
        "proposed_on": on,
    }
    return facts, people


def check(*problems) -> None:
    for problem in problems:
        if problem:
            raise Refused(problem)


def _check_clause(lead: Lead, clause: FineClause | None, ended: date, on: date) -> Violation:
    """The act that the facts make out; refused unless they open this clause."""
    determination = gate.latest(lead)
    if determination is None:
        raise Refused(gate.UNDETERMINED)
    violation = determination.violation
    if not Violation.objects.in_force(ended).filter(pk=violation.pk).exists():
        raise Refused(
            f"“{violation}”的规定在违法行为终了时还没有施行，不能适用。"
            f"依据：{PENALTY_LAW}第三十七条。"
        )
    verdict = clauses.judge(determination, lead.bureau, on)
    if refusal := verdict.refusal(Measure.FINE):
        raise NoFine(
            refusal.sentence, [f"{row.text}，依据：{row.articles}" for row in verdict.offered]
        )
    opened = {row.clause.key for row in verdict.offers(Measure.FINE)}
    if clause is None or clause.pk not in opened:
        raise Refused(
            "认定的事实不适用这一处罚依据，请选择页面列出的依据；事实有变化的，先重新认定。"
            f"依据：{PENALTY_LAW}第四条、第五条第二款。"
        )
    if why := clauses.why_not(clause, violation, lead.bureau, ended, on):
        raise Refused(f"“{clause}”{why}，请选择另一处罚依据。依据：{PENALTY_LAW}第三十七条。")
    return violation


def _not_officers(people: list[User], bureau) -> str | None:
    known = set(teams.officers(bureau).filter(pk__in=[row.pk for row in people]).values_list("pk"))
    strangers = [str(row) for row in people if (row.pk,) not in known]
    if not strangers:
        return None
    named = "、".join(strangers)
    return f"{named}不是本机关的执法人员，请重新选择。依据：{PENALTY_LAW}第四十二条。"
