"""立案: an officer proposes, the head approves or refuses (行政处罚法第五十四条)."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Max

from archives_enforcement.accounts.models import User
from archives_enforcement.audit import trail
from archives_enforcement.documents import numbering
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock
from inspections.models import Lead
from inspections.queries import teams
from inspections.services import leads
from penalties import guards, limitation_guards
from penalties.fitness import Measure
from penalties.models import Case, CaseOfficer, FineClause, Violation
from penalties.queries import gate
from penalties.queries.law import PENALTY_LAW
from penalties.queries.papers import DECISION_CLOCK, LIMITATION_CLOCK
from penalties.services.handling import HANDLE, stated
from penalties.workflow import CASE_FLOW

SERIES = "罚立"
BASIS = f"依据：{PENALTY_LAW}第五十四条。"


class NoFine(Refused):
    """The facts open no fine; `remedies` name what the law offers instead."""

    def __init__(self, text: str, remedies: list[str]):
        super().__init__(text)
        self.remedies = remedies


@act
def propose(
    lead: Lead,
    *,
    actor,
    on: date,
    clause: FineClause | None,
    summary: str,
    act_place: str,
    in_jurisdiction: bool,
    act_ended_on: date,
    officers: Iterable[User],
    long_limitation: str = "",
    harm: str = "",
) -> Case:
    """提请立案 on a lead: under which clause, when the act ended, who will handle it.

    The facts recorded of the lead must open the clause. The limitation period (D-P01; D-P02 with
    `long_limitation` and the `harm` done) is shown and stopped on the day the lead came in
    (第三十六条). Raises NoFine where the facts open no
    fine, Refused for everything else.
    """
    lead = lock(lead, actor)
    check_permission(actor, HANDLE, "提请立案")
    backfilled = check_date(actor, on)
    _check_lead(lead, on)
    violation = _check_clause(lead, clause, act_ended_on, on)
    discovered_on = max(lead.received_on, act_ended_on)
    people = list(officers)
    _check(
        act_ended_on > on
        and f"违法行为终了日期不能晚于今天，请核对。依据：{PENALTY_LAW}第三十六条。",
        limitation_guards.harm_for_five_years(long_limitation, harm.strip()),
        limitation_guards.time_barred(act_ended_on, discovered_on, long=bool(long_limitation)),
        _not_officers(people, lead.bureau),
        guards.too_few_officers([person.pk for person in people], on),
    )
    case = Case.objects.create(
        bureau=lead.bureau,
        party=lead.party,
        lead=lead,
        name=f"{lead.party}{violation.title}案",
        clause=clause,
        summary=stated(summary, "案情摘要"),
        act_place=stated(act_place, "违法行为发生地"),
        in_jurisdiction=in_jurisdiction,
        act_ended_on=act_ended_on,
        discovered_on=discovered_on,
        long_limitation=long_limitation,
        harm=harm.strip(),
        proposed_by=actor,
        proposed_on=on,
    )
    CaseOfficer.objects.bulk_create(CaseOfficer(case=case, user=person) for person in people)
    clock = limitation_guards.FIVE_YEARS if long_limitation else LIMITATION_CLOCK
    deadlines.start(case, clock, bureau=case.bureau, on=act_ended_on)
    deadlines.meet(case, clock, on=discovered_on, note="违法行为已被发现")
    trail.record(case, "propose_filing", "提请立案", actor=actor, on=on, backfilled=backfilled)
    return case


def _check(*problems) -> None:
    for problem in problems:
        if problem:
            raise Refused(problem)


def _check_lead(lead: Lead, on: date) -> None:
    _check(
        lead.state != Lead.State.OPEN
        and f"这条线索{lead.get_state_display()}，不能再提请立案。{BASIS}",
        hasattr(lead, "case") and f"这条线索已经提请立案，请等待机关负责人审批。{BASIS}",
        hasattr(lead, "settlement")
        and lead.settlement.waits
        and f"这条线索已经提请办结，请机关负责人退回以后再提请立案。{BASIS}",
        on < lead.received_on
        and f"提请立案的日期不能早于收到线索的日期（{cn_date(lead.received_on)}）。{BASIS}",
    )


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
    verdict = gate.judge(determination, lead.bureau, on)
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
    if clause not in gate.clauses_on(violation, lead.bureau, ended):
        raise Refused(
            f"“{clause}”在违法行为终了时还没有施行，不能适用。依据：{PENALTY_LAW}第三十七条。"
        )
    return violation


def _not_officers(people: list[User], bureau) -> str | None:
    known = set(teams.officers(bureau).filter(pk__in=[row.pk for row in people]).values_list("pk"))
    strangers = [str(row) for row in people if (row.pk,) not in known]
    if not strangers:
        return None
    named = "、".join(strangers)
    return f"{named}不是本机关的执法人员，请重新选择。依据：{PENALTY_LAW}第四十二条。"


@act
def approve(case: Case, *, actor, on: date) -> Case:
    """批准立案: number, the 90 days of 第六十条 (D-P10), and the lead is settled."""

    def write(row):
        serial = _next_serial(row.bureau, on)
        number = f"{row.bureau.document_word}{SERIES}〔{on.year}〕{serial}号"
        return {
            "year": on.year,
            "serial": serial,
            "number": number,
            "approved_by": actor,
            "filed_on": on,
        }

    case = CASE_FLOW.advance(case, "approve_filing", actor=actor, on=on, write=write)
    deadlines.start(case, DECISION_CLOCK, bureau=case.bureau, on=on)
    case.lead = leads.settle(case.lead, "file_case", actor=actor, on=on, note=case.number)
    return case


def _next_serial(bureau, on: date) -> int:
    """Filing numbers rise with their dates, as those of papers do."""
    numbering.locked(bureau, SERIES, on.year)  # before asking how far they have come
    filed = Case.objects.filter(bureau=bureau, year=on.year).aggregate(last=Max("filed_on"))
    return numbering.next_serial(bureau, SERIES, on, reached=filed["last"])


@act
def reject(case: Case, *, actor, on: date, note: str) -> Case:
    """不予立案, with its reason; the lead is settled with it."""
    reason = stated(note, "不予立案的理由")
    case = CASE_FLOW.advance(case, "reject_filing", actor=actor, on=on, note=reason)
    case.lead = leads.settle(case.lead, "drop", actor=actor, on=on, note=reason)
    return case
