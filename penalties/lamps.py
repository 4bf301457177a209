"""过错灯 over the steps of a case: the facts of its record that would make an act a fault."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q

from archives_enforcement.documents import lamps as papers_lamps
from archives_enforcement.documents.models import Document
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays.models import Deadline
from archives_enforcement.workdays.models.deadlines import OPEN
from archives_enforcement.workflow import Act
from penalties.models import Case
from penalties.queries.acts import SIGNED
from penalties.workflow import CASE_FLOW

LATE = {  # an open clock that has run out → its lamp
    "D-P03": "L0401", "D-P10": "L0901", "D-P11": "L0903", "D-P04": "L1001", "D-P15": "L1101",
    "D-P16": "L1101", "D-P17": "L2101", "D-G01": "L2101",
}  # fmt: skip
STILL_OPEN = {"D-P03": "L0402", "D-P18": "L1301", "D-P19": "L1301"}  # lit from the first day
ENDING = ("L0402", "L0401", "L0903", "L1101", "L2101")
STANDS = {
    "approve_filing": ("L1001", "L1301"),
    "reject_filing": ("L1001", "L1301"),
    "end_investigation": ("L0401",),
    "propose": ("L0401", "L0902", "L1301"),
    "notify": ("L0401", "L0901", "L0902"),
    "submit_review": ("L0401", "L0901", "L0902"),
    "pass_review": ("L0901", "L0902"),
    "decide": ("L0401", "L0901", "L0902", "L1301"),
    "propose_closing": ENDING,
    "close": ENDING,
    "end": ("L0402", "L0401", "L1301"),
}  # fmt: skip


def facts(case: Case, act: Act) -> dict[str, str]:
    """Which lamps are lit on the day of the act, each with its fact, in two queries."""
    found = {}
    for clock in clocks_of(case):
        if code := STILL_OPEN.get(clock.code):
            found[code] = f"“{clock.name}”还没有办结（{cn_date(clock.due_on)}届满）"
        if (code := LATE.get(clock.code)) and clock.due_on < act.on:
            days = (act.on - clock.due_on).days
            found[code] = f"“{clock.name}”已于{cn_date(clock.due_on)}届满，逾期{days}天"
    proposal = case.assessment
    if proposal and proposal.snapshot.get("benchmark", {}).get("is_sample"):
        found["L0902"] = f"拟处罚意见依据“{proposal.snapshot['benchmark']['title']}”（示例）"
    return found


def clocks_of(case: Case) -> list[Deadline]:
    """The open clocks on the case, its lead and its papers."""
    kind = ContentType.objects.get_for_model
    on_case = Q(content_type=kind(Case), object_id=case.pk)
    papers = Document.objects.filter(on_case).values("pk")
    where = on_case | Q(content_type=kind(Document), object_id__in=papers)
    where |= Q(content_type=kind(type(case.lead)), object_id=case.lead_id)
    return list(Deadline.objects.filter(where, OPEN).order_by("due_on", "pk"))


def on_paper(step: str):
    """The lamps over the signature under a paper that takes a step of its case."""
    return lambda document, act: CASE_FLOW.lit(document.subject, step, act)


CASE_FLOW.watch(facts, STANDS)
for _step, _kind in SIGNED.items():
    papers_lamps.stand_over(_kind, on_paper(_step))
