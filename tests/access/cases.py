"""Penalty cases of one side, in each state in which somebody may act, through the services."""

from datetime import date

from django.utils import timezone

from archives_enforcement.archiving import services as archiving
from archives_enforcement.archiving import tasks
from archives_enforcement.archiving.arranging import arrange
from archives_enforcement.documents.models import Rendition
from archives_enforcement.documents.queries import documents_about
from archives_enforcement.files import store
from inspections.models import Lead
from penalties.services import execution, hearing, investigation
from publicity.services import notices
from supervision.services import file_reviews
from tests.access.books import REPORTED, draft_notice
from tests.access.sides import Side
from tests.penalties.spot import SpotWalk
from tests.penalties.walk import FILED, Walk

HEARING_ON = date(2024, 10, 25)


class SideWalk(Walk):
    """A walk by the people of one side."""

    def __init__(self, side: Side, firm):
        self.bureau, self.firm, self.contact = side.bureau, firm, side.contact
        self.officer, self.second, self.head, self.clerk, self.reviewer, _ = side.team
        self.case, self.stage, self.day = None, "", FILED

    def lead(self, **values):
        """Each case begins with a tip of its own; the same one is not registered twice."""
        return super().lead(text=f"第{Lead.objects.count() + 1}条线索。", **values)


class SideSpotWalk(SideWalk, SpotWalk):
    """The same on the spot."""


def first_case(side: Side) -> dict:
    """A case under investigation, with a piece of evidence that is on file."""
    firm = side.firm("firm")
    walk = SideWalk(side, firm)
    walk.file()
    evidence = walk.evidence(title=side.mark("proof"), files=[side.upload("prooffile")])
    return {
        "firm": firm,
        "case_open": walk.case,
        "evidence": evidence,
        "file_proof": side.uploaded("prooffile"),
    }


def later_cases(side: Side, firm) -> dict:
    """One case for each later stage; the last is decided, and its notice is published."""
    pending, weighing, proposed, told, asked, heard, sent, reviewed, again = (
        SideWalk(side, firm) for _ in range(9)
    )
    pending.propose(lead=pending.lead(), summary=side.mark("case"))
    weighing.investigate()
    circumstance = weighing.circumstance(side.mark("weight"), tier="T4", criterion=1)
    proposed.weigh()
    told.notify()
    statement = told.enter("statement", side.mark("plea"))
    heard.hear()
    sent.hear()
    return {
        "case_pending": pending.case,
        "case_weighing": weighing.case,
        "circumstance": circumstance,
        "case_proposed": proposed.case,
        "case_notified": told.case,
        "statement": statement,
        "hearing_request": told.enter("hearing"),
        "hearing": _arranged(side, asked),
        "case_heard": heard.case,
        "case_in_review": sent.submit_review(),
        "case_reviewed": reviewed.review(),
        "case_reopened": _reopened(side, again),
        **_decided(side),
        **_compiled(side, firm),
        **_on_the_spot(side, firm),
    }


def _on_the_spot(side: Side, firm) -> dict:
    """A case that goes on on the spot, and one that was decided there."""
    going, decided = SideSpotWalk(side, firm), SideSpotWalk(side, firm)
    going.begin(summary=side.mark("spot"))
    decided.begin(summary=side.mark("spot"))
    decided.find()
    paper = decided.decide_there()
    return {
        "case_on_the_spot": going.case,
        "case_spot_decided": decided.case,
        "delivery_on_site": paper.deliveries.get(),
    }


def _reopened(side: Side, walk: SideWalk):
    walk.notify()
    walk.enter("statement", side.mark("plea"))
    return investigation.reopen(walk.fresh(), actor=walk.officer, on=walk.day, note="补充调查")


def _arranged(side: Side, walk: SideWalk):
    walk.notify()
    return hearing.arrange(
        walk.enter("hearing"),
        actor=walk.officer,
        on=walk.day,
        chair=side.chair,
        scheduled_on=HEARING_ON,
        place="示例路1号",
    )


def _decided(side: Side) -> dict:
    walk = SideWalk(side, side.firm("openfirm"))
    decision = walk.deliver(walk.decide(), walk.day)
    notice = draft_notice(side, decision, "public")
    notices.approve(notice, actor=side.team.chief, on=REPORTED)
    notices.publish(notice, actor=side.team.desk, on=timezone.localdate())
    return {"case_decided": walk.case, "notice_published": notice}


def _compiled(side: Side, firm) -> dict:
    """A closed case whose case file is compiled, and what was made of it."""
    walk = SideWalk(side, firm)
    walk.deliver(walk.decide(), walk.day)
    who = {"actor": walk.officer, "on": walk.day}
    execution.record_payment(walk.case, **who, amount=47_000, paid_on=walk.day, receipt="票1")
    case = walk.close()
    for paper in documents_about(case, walk.officer):
        Rendition.objects.create(
            document=paper, sha256=store.put(paper.title.encode()), sm3="", size=1,
            made_at=timezone.now(),
        )  # fmt: skip
    absent = {row.what: "另存" for row in arrange("case", case).missing}
    case_file = archiving.compile_file(
        "case", case, **who, reasons=absent, condition="", retention="thirty"
    )
    for part, kind in (("main", "firm"), ("inner", "case"), ("package", "case")):
        tasks.keep(case_file, part, [side.mark(kind).encode()])
    review = file_reviews.begin(actor=side.team.desk, on=timezone.localdate(), case=case)
    return {"case_closed": case, "case_file": case_file, "file_review": review}
