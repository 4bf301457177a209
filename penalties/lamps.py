"""过错灯 over the acts on a case and on a lead: the facts that would make an act a fault."""

from collections.abc import Iterable

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q

from archives_enforcement.accounts.models import Party
from archives_enforcement.documents import lamps as papers_lamps
from archives_enforcement.documents.models import Document
from archives_enforcement.reading import on_a_page
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import deadlines
from archives_enforcement.workdays.models import Deadline
from archives_enforcement.workdays.models.deadlines import OPEN
from archives_enforcement.workflow import Act
from inspections.models import Lead
from inspections.workflow import LEAD_FLOW
from penalties import limitation_guards
from penalties.models import Case
from penalties.queries import gate, papers
from penalties.queries.acts import SIGNED
from penalties.queries.papers import DECISION, DISPOSAL, SUMMARY
from penalties.workflow import CASE_FLOW

LATE = {  # an open clock that has run out → its lamp
    "D-P03": "L0401", "D-P10": "L0901", "D-P11": "L0903", "D-P04": "L1001", "D-P15": "L1101",
    "D-P16": "L1101", "D-P17": "L2101", "D-G01": "L2101", "D-P29": "L1502", "D-P30": "L1502",
    "D-R10": "L1701",
}  # fmt: skip
STILL_OPEN = {"D-P03": "L0402", "D-P18": "L1301", "D-P19": "L1301"}  # lit from the first day
ENDING = ("L0402", "L0401", "L0903", "L1101", "L1502", "L1701", "L2101")
STANDS = {
    "approve_filing": ("L1001", "L1301"),
    "reject_filing": ("L1001", "L1003", "L1301", "L1901"),
    "end_investigation": ("L0401",),
    "propose": ("L0401", "L0902", "L1301"),
    "notify": ("L0401", "L0901", "L0902"),
    "submit_review": ("L0401", "L0901", "L0902"),
    "pass_review": ("L0901", "L0902"),
    "decide": ("L0401", "L0901", "L0902", "L1301"),
    "propose_closing": ENDING,
    "close": ENDING,
    "end": ("L0402", "L0401", "L1301", "L1502"),
    "decide_on_the_spot": ("L0902", "L1001", "L1301"),
}  # fmt: skip
BESIDE = {  # acts that are no step of a case, by the name that the trail has for them
    "pay": ("L1101",),
    "report": ("L2101",),
    "decide_recusal": ("L1502",),
    "report_correction": ("L1701",),
    "dispose_preserved": ("L0401",),
    "deliver": ("L0903",),
}
OVER_PAPERS = {
    "dispose_preserved": DISPOSAL,
    "decide_on_the_spot": SUMMARY,
}
OF_LEAD = {"propose_settling": ("L1001", "L1301"), "settle": ("L1001", "L1301")}


def facts(case: Case, act: Act) -> dict[str, str]:
    """Which lamps are lit on the day of the act, each with its fact, in a few queries."""
    found = lit_by(clocks_of(case), act)
    proposal = case.assessment
    if proposal and proposal.snapshot.get("benchmark", {}).get("is_sample"):
        found["L0902"] = f"拟处罚意见依据“{proposal.snapshot['benchmark']['title']}”（示例）"
    return found | to_be_filed(case, act)


def to_be_filed(case: Case, act: Act) -> dict[str, str]:
    """What 不予立案 would pass over: facts that meet the standard (行政处罚法第五十四条第二款)."""
    if case.state != Case.State.PENDING or not case.in_jurisdiction:
        return {}
    if gate.why_clause_is_closed(case) or limitation_guards.within_limitation(case, act):
        return {}
    fact = f"对{case.party}认定的事实符合处罚依据，没有超过追责期限"
    service_firm = case.party.kind == Party.Kind.SERVICE_ENTERPRISE
    return {"L1003": fact} | (
        {"L1901": f"{fact}，{case.party}是档案服务企业"} if service_firm else {}
    )


def lit_by(clocks: Iterable[Deadline], act: Act) -> dict[str, str]:
    """The lamps that open clocks light: some from their first day, most when they have run out."""
    found = {}
    for clock in clocks:
        if code := STILL_OPEN.get(clock.code):
            found[code] = f"“{clock.name}”还没有办结（{cn_date(clock.due_on)}届满）"
        if (code := LATE.get(clock.code)) and clock.due_on < act.on:
            days = (act.on - clock.due_on).days
            found[code] = f"“{clock.name}”已于{cn_date(clock.due_on)}届满，逾期{days}天"
    return found


def clocks_of(case: Case) -> list[Deadline]:
    """The open clocks on the case, its lead, its papers and what the party brought or asked."""
    if on_a_page():
        found = [row for row in papers.clocks_around(case) if row.is_open]
        return sorted(found, key=lambda row: (row.due_on, row.pk))
    kind = ContentType.objects.get_for_model
    on_case = Q(content_type=kind(Case), object_id=case.pk)
    theirs = Document.objects.filter(on_case).values("pk")
    where = on_case | Q(content_type=kind(Document), object_id__in=theirs)
    where |= Q(content_type=kind(type(case.lead)), object_id=case.lead_id)
    for rows in (case.recusals, case.payment_requests, case.challenges):
        where |= Q(content_type=kind(rows.model), object_id__in=rows.values("pk"))
    return list(Deadline.objects.filter(where, OPEN).order_by("due_on", "pk"))


def of_lead(lead: Lead, act: Act) -> dict[str, str]:
    """The same of a lead that ends without a case."""
    return lit_by(deadlines.for_subject(lead).filter(OPEN), act)


def on_paper(step: str):
    """The lamps over the signature under a paper that takes a step of its case."""
    return lambda document, act: CASE_FLOW.lit(document.subject, step, act)


CASE_FLOW.watch(facts, STANDS | BESIDE)
LEAD_FLOW.watch(of_lead, OF_LEAD)
for _step, _kind in SIGNED.items():
    papers_lamps.stand_over(_kind, on_paper(_step))
for _step, _kind in OVER_PAPERS.items():
    papers_lamps.stand_over(_kind, on_paper(_step))
papers_lamps.stand_over_delivery(DECISION, on_paper("deliver"))
