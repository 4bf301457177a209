"""Why a lead may not be settled without a case; each guard returns the sentence or None.

They look at a lead, the result that is meant for it and the day.
"""

from datetime import date
from itertools import chain

from archives_enforcement.documents.answers_of_others import HANDED_OVER
from archives_enforcement.workdays import deadlines
from archives_enforcement.workdays.models.deadlines import OPEN
from inspections.models import Lead
from penalties import limitation_guards
from penalties.fitness import Measure, Verdict
from penalties.models import Case, Settlement
from penalties.queries import gate, papers
from penalties.queries.law import ARCHIVES_LAW, PENALTY_LAW

R = Settlement.Result
TRANSFERS = ("crime_referral", "case_transfer")
# What can be done about a matter on its lead alone; an order to correct comes of a visit.
MEASURES = ("handling_proposal", "inquiry_letter", "emergency_notice", "report_to_others")
# Offers that leave no choice: whoever has them before him must transfer.
BOUND = {
    "crime_referral": (Measure.POLICE,),
    "case_transfer": (Measure.SUPERVISION, Measure.CUSTOMS, Measure.JURISDICTION),
}
REFERRAL = "《行政执法机关移送涉嫌犯罪案件的规定》第三条、第五条"
BASIS_OF_TRANSFER = {
    "crime_referral": f"{PENALTY_LAW}第二十七条，{REFERRAL}",
    "case_transfer": f"{PENALTY_LAW}第二十二条、第二十五条，{ARCHIVES_LAW}第五十一条",
}


def no_case(lead: Lead) -> str | None:
    if hasattr(lead, "case"):
        return f"这条线索已经提请立案，按案件办理。依据：{PENALTY_LAW}第五十四条。"
    return None


def files_what_opens_a_fine(lead: Lead, result: str, verdict: Verdict | None) -> str | None:
    """Facts that meet the standard are filed (第五十四条第二款), unless they come too late."""
    if verdict is None or not verdict.offers(Measure.FINE) or result == R.TIME_BARRED:
        return None
    return (
        "认定的事实符合立案标准，应当及时立案，不能直接办结；事实有变化的，请先重新认定。"
        f"依据：{PENALTY_LAW}第五十四条第二款。"
    )


def transfers_what_is_not_ours(lead: Lead, result: str, verdict: Verdict | None) -> str | None:
    for kind, measures in BOUND.items() if verdict else ():
        offered = [row for measure in measures for row in verdict.offers(measure)]
        if offered and not papers.issued_on_lead(lead, kind):
            return f"{offered[0].text}，移送文书还没有签发。依据：{BASIS_OF_TRANSFER[kind]}。"
    return None


def transfers_suspected_crime(case: Case) -> str | None:
    """The same of a case: a suspected crime goes to the police, whatever else ends it."""
    determination = gate.latest(case.lead)
    if determination is None or papers.of_case_or_lead(case, "crime_referral").exists():
        return None
    verdict = gate.judge(determination, case.bureau, case.act_ended_on)
    offered = verdict.offers(Measure.POLICE)
    if not offered:
        return None
    return f"{offered[0].text}，移送书还没有签发。依据：{BASIS_OF_TRANSFER['crime_referral']}。"


def not_handed_over(*records) -> str | None:
    """A transfer is done when the other body has signed for what was handed over to it.

    The papers are those on `records`; one of the time before it was asked has no such clock.
    """
    for paper in chain.from_iterable(papers.on_record(row, *TRANSFERS) for row in records):
        if deadlines.for_subject(paper).filter(OPEN, code__in=HANDED_OVER).exists():
            basis = "、".join(HANDED_OVER.values())
            return (
                f"{paper.title}（{paper.number}）还没有登记移交和接收机关的回执，不能按移送办结。"
                f"请在文书页面“登记办结”，写明接收人、移交清单并上传回执。依据：{basis}。"
            )
    return None


def rests_on_what_was_done(lead: Lead, result: str, verdict: Verdict | None) -> str | None:
    """The result names what stands in the books: facts, a measure, a transfer."""
    if result == R.UNFOUNDED:
        return None
    if verdict is None:
        return gate.UNDETERMINED
    if result == R.TRANSFERRED:
        if not papers.issued_on_lead(lead, *TRANSFERS):
            return f"移送文书还没有签发。依据：{PENALTY_LAW}第二十二条、第二十七条。"
        return not_handed_over(lead)
    done = papers.issued_on_lead(lead, *MEASURES) or _visited(lead)
    if result == R.OTHER_MEASURES and not done:
        return (
            "还没有采取任何措施：请先签发处理建议书、函询函等文书，或者安排检查。"
            f"依据：{ARCHIVES_LAW}第四十五条、第四十六条。"
        )
    return None


def too_late_indeed(lead: Lead, ended: date | None, long: bool = False) -> str | None:
    """Whoever lets a matter go as too late says when the act ended.

    `long`: it touches citizens' life and health or finance and did harm, so that five years count.
    """
    if ended is None:
        return f"请填写违法行为终了日期，追责期限从这一天起算。依据：{PENALTY_LAW}第三十六条。"
    late = limitation_guards.time_barred(ended, lead.received_on, long=long)
    if ended > lead.received_on or late is None:
        years = "五年" if long else "二年"
        return (
            f"收到线索时没有超过{years}的追责期限，不能按这个理由办结。"
            f"依据：{PENALTY_LAW}第三十六条第一款。"
        )
    return None


def why_not(
    lead: Lead, result: str, ended: date | None, on: date, *, long: bool = False
) -> str | None:
    """The first reason against this result on the day `on`; None when there is none."""
    if why := no_case(lead):
        return why
    if result == R.TIME_BARRED and (why := too_late_indeed(lead, ended, long)):
        return why
    known = gate.latest(lead)
    verdict = known and gate.judge(known, lead.bureau, on)
    tests = (files_what_opens_a_fine, transfers_what_is_not_ours, rests_on_what_was_done)
    return next((why for test in tests if (why := test(lead, result, verdict))), None)


def _visited(lead: Lead) -> bool:
    return lead.inspections.filter(inspected_on__isnull=False).exists()
