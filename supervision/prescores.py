"""预评: what the system sees of a case file by itself, item by item; a person decides.

Each app that knows more of a case registers its own function for the code of an item.
"""

from collections.abc import Callable
from typing import NamedTuple

from django.utils.timezone import localdate

from archives_enforcement.archiving.arranging import arrange
from archives_enforcement.templatetags.formats import cn_date
from penalties.evaluation import Records
from penalties.models import Case, Review
from penalties.queries import evaluation, papers
from penalties.queries.dossier import dossiers


class Prescore(NamedTuple):
    """What is proposed to be taken off (of a veto: 1), and why."""

    lost: int
    why: str


pre_scores: dict[str, Callable[[Case], Prescore | None]] = {}
EACH_MISSING = 2  # points for each paper that the file lacks
FILED_LATE, UNAPPROVED = 5, 10
DECIDED_LATE = 10
EACH_UNSERVED = 5  # for a notice or decision that has no receipt, or a decision served late
UNPAID, UNREPORTED = 3, 2


def register(code: str, function: Callable[[Case], Prescore | None]) -> None:
    """`function(case)` proposes for the item `code`; None where it cannot tell."""
    pre_scores[code] = function


def officers(case: Case) -> Prescore:
    count = case.officers.values("user").distinct().count()
    return Prescore(int(count < 2), f"承办人员{count}名。")


def told(case: Case) -> Prescore | None:
    """A penalty on the spot is told by word of mouth: nothing to be seen here."""
    if case.on_the_spot or papers.decision(case) is None:
        return None
    notice = papers.issued(case, papers.NOTICE)
    return Prescore(int(notice is None), f"有{notice.number}。" if notice else "没有事先告知书。")


def reviewed(case: Case) -> Prescore | None:
    if papers.decision(case) is None or case.on_the_spot:
        return None
    passed = case.reviews.filter(outcome=Review.Outcome.PASSED).exists()
    return Prescore(int(not passed), "法制审核已通过。" if passed else "没有通过法制审核的记录。")


def file(case: Case) -> Prescore:
    lacking = [row.what for row in arrange("case", case).missing]
    why = f"缺少{'、'.join(lacking)}。" if lacking else "应有的材料都在。"
    return Prescore(EACH_MISSING * len(lacking), why)


def _records(case: Case) -> Records:
    [(_, records)] = evaluation.filed(dossiers([case]))
    return records


def heard(case: Case) -> Prescore | None:
    """Whoever asked for a hearing was heard, or stayed away from it."""
    if case.on_the_spot or papers.decision(case) is None:
        return None
    asked = _records(case).hearings
    if not asked:
        return Prescore(0, "当事人没有要求听证。")
    lacking = any(row.held_on is None for row in asked)
    return Prescore(int(lacking), "要求听证，没有举行的记录。" if lacking else "已经举行听证。")


def filing(case: Case) -> Prescore | None:
    """Approved, and within the time that runs from the registering of the lead."""
    if case.on_the_spot:
        return None
    if case.approved_by_id is None:
        return Prescore(UNAPPROVED, "没有立案审批的记录。")
    clock = papers.clock_on(case.lead, papers.FILING_CLOCK)
    if clock is None or case.filed_on <= clock.due_on:
        return Prescore(0, "立案经批准，没有超过立案期限。")
    return Prescore(
        FILED_LATE, f"立案期限{cn_date(clock.due_on)}届满，{cn_date(case.filed_on)}立案。"
    )


def term(case: Case) -> Prescore | None:
    """Whether it was decided by the last day as extended; nothing runs on the spot."""
    records = _records(case)
    if records.decide_by is None or records.decided_on is None:
        return None
    due, day = cn_date(records.decide_by), cn_date(records.decided_on)
    late = records.decided_on > records.decide_by
    return Prescore(DECIDED_LATE * late, f"办案期限{due}届满，{day}作出决定。")


def service(case: Case) -> Prescore | None:
    """Receipts of the notice and of the decision, and the day on which the party had the latter.

    As long as the days of the decision run (行政处罚法第六十一条), nothing is missing of it.
    """
    paper = papers.decision(case)
    if paper is None:
        return None
    told = None if case.on_the_spot else papers.issued(case, papers.NOTICE)
    clock, had = papers.clock_on(paper, papers.SERVICE_CLOCK), papers.delivered_on(paper)
    running = clock is not None and had is None and localdate() <= clock.due_on
    faults = [
        f"缺{each.get_kind_display()}的送达回证"
        for each in (told, None if running else paper)
        if each is not None and papers.delivered_on(each) is None
    ]
    if clock and had and had > clock.due_on:
        faults.append(f"送达期限{cn_date(clock.due_on)}届满，{cn_date(had)}送达")
    well = f"送达期限{cn_date(clock.due_on)}届满，还没有送达" if running else "送达回证齐全"
    return Prescore(EACH_UNSERVED * len(faults), f"{'；'.join(faults) or well}。")


def execution(case: Case) -> Prescore | None:
    """What is paid and reported once a case is closed; before that the time to pay may run."""
    if case.state != Case.State.CLOSED:
        return None
    records = _records(case)
    faults = {f"还有 {records.owed:,} 元没有缴款凭据": UNPAID} if records.owed > 0 else {}
    faults |= {} if records.closing_report else {"缺结案报告": UNREPORTED}
    return Prescore(sum(faults.values()), f"{'；'.join(faults) or '缴款凭据和结案手续齐全'}。")


for code, function in (
    ("officers", officers), ("told", told), ("reviewed", reviewed), ("file", file),
    ("heard", heard), ("filing", filing), ("term", term), ("service", service),
    ("execution", execution),
):  # fmt: skip
    register(code, function)
