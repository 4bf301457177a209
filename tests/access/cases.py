"""Penalty cases of one side, in each state in which somebody may act, through the services."""

from datetime import date

from django.utils import timezone

from archives_enforcement.accounts.models import User
from archives_enforcement.archiving import services as archiving
from archives_enforcement.archiving import tasks
from archives_enforcement.archiving.arranging import arrange
from archives_enforcement.documents import services as documents
from archives_enforcement.documents.kinds import KINDS
from archives_enforcement.documents.models import Rendition
from archives_enforcement.documents.queries import documents_about
from archives_enforcement.files import store
from archives_enforcement.workdays import services
from inspections.models import Lead
from penalties.queries.papers import DECISION_CLOCK, HEARING_CLOCK, NOTICE, clock_on, issued
from penalties.services import (
    execution,
    filing_returns,
    hearing,
    investigation,
    past_measures,
    recusals,
    settling,
)
from penalties.services.discussions import Said
from publicity.services import corrections, notices
from supervision.services import file_reviews
from tests.access.books import REPORTED
from tests.access.disclosing import draft_notice
from tests.access.sides import Side
from tests.penalties.case_facts import FILED, make_scan
from tests.penalties.discussing import discuss
from tests.penalties.spot import SpotWalk
from tests.penalties.walk import Walk

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
    recusal = recusals.enter(
        walk.case, actor=walk.clerk, on=walk.day, person=walk.officer, raised_by="bureau",
        raised_on=walk.day, reason=side.mark("case"),
    )  # fmt: skip
    past_measures.enter(
        actor=walk.clerk, on=walk.day, party=firm, case=walk.case, kind="seizure",
        taken_on=FILED.replace(year=2019), taken_by="执法人员", what=side.mark("case"),
        claimed="没有写", reason="旧案卷", files=[make_scan()],
    )  # fmt: skip
    return _clocks(side, walk) | {
        "paper_questioning": _questioning(side, walk),
        "recusal": recusal,
        "firm": firm,
        "case_open": walk.case,
        "evidence": evidence,
        "file_proof": side.uploaded("prooffile"),
    }


def _questioning(side: Side, walk: SideWalk):
    """A record of a questioning, with the identity card of who was questioned."""
    kind = KINDS["questioning_record"]
    fields = dict.fromkeys(kind.fields, "见笔录。") | {"identity": side.mark("idnumber")}
    return documents.draft_about(
        "case", walk.case, "questioning_record", title="", fields=fields, actor=walk.officer,
        on=walk.day,
    )  # fmt: skip


def _clocks(side: Side, walk: SideWalk) -> dict:
    """The term of the decision, from which days are left out and for which more time is asked."""
    clock = clock_on(walk.case, DECISION_CLOCK)
    who = {"actor": walk.officer, "on": walk.day}
    excluded = services.exclude(
        clock, **who, ground="hearing", first_day=walk.day, last_day=walk.day,
        reason=side.mark("proof"), cited="某规定第一条",
    )  # fmt: skip
    clock.refresh_from_db()
    asked = services.ask(
        clock, **who, until=date(2024, 12, 20), basis="某规定第二条", reason=side.mark("proof")
    )
    return {"clock": clock, "clock_exclusion": excluded, "clock_extension": asked}


def later_cases(side: Side, firm) -> dict:
    """One case for each later stage; the last is decided, and its notice is published."""
    pending, weighing, proposed, told, asked, heard, sent, reviewed, again = (
        SideWalk(side, firm) for _ in range(9)
    )
    pending.propose(lead=pending.lead(), summary=side.mark("case"))
    back = SideWalk(side, firm)
    back.propose(lead=back.lead(), summary=side.mark("case"))
    filing_returns.send_back(back.case, actor=back.head, on=FILED, note=side.mark("case"))
    weighing.investigate()
    circumstance = weighing.circumstance(side.mark("weight"), tier="T4", criterion=1)
    proposed.weigh()
    told.notify()
    statement = told.enter("statement", side.mark("plea"))
    heard.hear()
    sent.hear()
    case = reviewed.review()
    said = Said("负责人甲", "局长", True, side.mark("voice"))
    discuss(reviewed, members=(said, Said("负责人乙", "副局长", True, "同意。")))
    return {
        "lead_settling": _settling(side, firm),
        "case_pending": pending.case,
        "case_returned": back.case,
        "case_weighing": weighing.case,
        "circumstance": circumstance,
        "case_proposed": proposed.case,
        "case_notified": told.case,
        "clock_of_party": clock_on(issued(told.case, NOTICE), HEARING_CLOCK),
        "statement": statement,
        "hearing_request": told.enter("hearing"),
        "hearing": _arranged(side, asked),
        "case_heard": heard.case,
        "case_in_review": sent.submit_review(),
        "case_reviewed": case,
        "case_reopened": _reopened(side, again),
        **_decided(side),
        **_compiled(side, firm),
        **_on_the_spot(side, firm),
    }


def _settling(side: Side, firm) -> Lead:
    """A lead without a case that waits for the head."""
    walk = SideWalk(side, firm)
    lead = walk.lead()
    settling.propose(
        lead, actor=walk.officer, on=FILED, result="unfounded", report=side.mark("settling")
    )
    return lead


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
    who = {"on": timezone.localdate(), "request": side.mark("correction")}
    asked = corrections.ask(notice, actor=_party(side), **who)
    return {
        "case_decided": walk.case,
        "notice_published": notice,
        "correction_asked": asked,
        "correction_said": _proposed(side),
    }


def _party(side: Side):
    """The contact as he is now: whom he acts for was read before the firm was his."""
    return User.objects.get(pk=side.contact.pk)


def _proposed(side: Side):
    """A request about another notice, looked into and not decided."""
    walk = SideWalk(side, side.firm("openfirm"))
    notice = draft_notice(side, walk.deliver(walk.decide(), walk.day), "public")
    notices.approve(notice, actor=side.team.chief, on=REPORTED)
    notices.publish(notice, actor=side.team.desk, on=timezone.localdate())
    who = {"on": timezone.localdate()}
    request = side.mark("correction")
    row = corrections.ask(notice, actor=_party(side), **who, request=request)
    return corrections.propose(row, actor=side.team.desk, **who, opinion=side.mark("tip"))


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
