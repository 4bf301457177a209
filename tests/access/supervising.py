"""执法监督 of one side, in the states in which somebody may act, through the services."""

from datetime import date
from types import SimpleNamespace

from django.conf import settings

from archives_enforcement.archiving.lines import DOCUMENT
from archives_enforcement.documents import services as documents
from archives_enforcement.documents.models import Document
from supervision.models import Content, Rating, Round
from supervision.models.ratings import QUESTIONS
from supervision.queries import invitations as queries
from supervision.services import complaints, faults, invitations, remedies, rounds
from tests.access.books import REPORTED
from tests.access.sides import Side
from tests.access.visits import DAY
from tests.supervision.papers import Paper


def supervision(side: Side) -> dict:
    team = side.team

    def paper() -> Paper:
        return Paper(team.desk, team.lawyer, team.chief, team.lead)

    said = {"on": DAY, "receiver": side.mark("watch")}
    drafted, issued, opened, reported, asked, received = (paper() for _ in range(6))
    drafted.draft(**said)
    issued.draft(**said)
    issued.sign(DAY)
    opened.open(**said)
    reported.open(**said)
    reported.report(DAY)
    asked.open(**said)
    asked.ask(DAY)
    received.enter(**said, issued_on=DAY)
    received.ask(DAY)
    _ratings(side)
    return {
        "watch_draft": drafted.notice,
        "watch_issued": issued.fresh(),
        "watch_open": opened.notice,
        "watch_reported": reported.notice,
        "watch_asked": asked.notice,
        "watch_received": received.notice,
        **_complaints(side),
        **_faults(side),
        **_remedies(side),
        **_rounds(side),
    }


def _ratings(side: Side) -> None:
    """Enough of a quarter long over, so that they may be read."""
    marks = dict.fromkeys((asked.field for asked in QUESTIONS), 4)
    for _ in range(settings.RATINGS_SHOWN_FROM):
        Rating.objects.create(
            bureau=side.bureau, quarter=date(2024, 7, 1), text=side.mark("rating"), **marks
        )


def _complaints(side: Side) -> dict:
    """One to be given to somebody, one that is looked into, one that waits to be answered."""
    team = side.team

    def made(assigned=False, found=False):
        row = complaints.register(
            actor=team.desk, on=DAY, received_on=DAY, kind="report", source="person",
            complainant=side.mark("griper"), contact=side.mark("griperto"),
            text=side.mark("gripe"), against=[team.lead], inspection=None, case=None,
        )  # fmt: skip
        if assigned:
            row = complaints.assign(row, actor=team.chief, on=DAY, investigator=team.lawyer)
        if found:
            said = {"outcome": "untrue", "findings": "查明。", "handling": "说明。"}
            row = complaints.find(row, actor=team.lawyer, on=DAY, **said)
        return row

    return {
        "gripe_new": made(),
        "gripe_assigned": made(assigned=True),
        "gripe_found": made(assigned=True, found=True),
    }


def _faults(side: Side) -> dict:
    """One in each state in which somebody may act, and one of which the chair was told."""
    team, who = side.team, {"on": DAY}

    def made(officer=team.lead, kind="fault"):
        return faults.register(
            actor=team.desk, **who, officer=officer, forms=[10], facts=side.mark(kind),
            origin="other",
        )  # fmt: skip

    def assigned(**given):
        return faults.assign(made(**given), actor=team.chief, **who, investigator=team.lawyer)

    def told(**given):
        return faults.tell(assigned(**given), actor=team.lawyer, **who)

    def proposed():
        row = faults.state(told(), actor=team.lead, **who, text="申辩。")
        said = {"findings": side.mark("fault"), "harm": "有。", "opinion": "追究。"}
        return faults.propose(row, actor=team.lawyer, **who, **said, measures=["written"])

    decided = faults.decide(
        proposed(), actor=team.chief, **who, measures=["written", "warning"], reasons="属实。"
    )
    faults.draft_paper(decided, actor=team.desk, **who)
    measure, proposal = decided.handlings.all()
    return {
        "fault_new": made(),
        "fault_assigned": assigned(),
        "fault_told": told(),
        "fault_proposed": proposed(),
        "fault_decided": decided,
        "fault_measure": measure,
        "fault_proposal": proposal,
        "fault_own": told(officer=side.chair, kind="ownfault"),
    }


def _remedies(side: Side) -> dict:
    row = remedies.register(
        actor=side.team.desk, on=DAY, kind="review", simple=False, applicant=side.mark("remedy"),
        body="示例区人民政府", number="", received_on=DAY, claims="撤销。", case=None,
        inspection=None,
    )  # fmt: skip
    return {"remedy_open": row}


def invited(side: Side, guest, visit) -> dict:
    """互查: one item that somebody may still be invited to, and `visit`, to which `guest` is."""
    team, who = side.team, {"on": REPORTED}
    row = rounds.prepare(
        actor=team.desk, **who, title=side.mark("round"), method="mutual",
        since=date(2024, 1, 1), until=REPORTED, wanted_checks=None, wanted_cases=0,
    )  # fmt: skip
    row = rounds.draw(row, actor=team.lawyer, **who, contribution="7281")
    told = row.items.get(inspection=visit)
    invitation = invitations.invite(told, actor=team.desk, **who, guest=guest)
    lines = queries.lines_shown(invitation)
    letter = next(each for each in lines if each.line.source == DOCUMENT)
    return {
        "mutual_item": row.items.exclude(pk=told.pk).first(),
        "invitation": invitation,
        "guest_line": SimpleNamespace(pk=letter.number),
    }


def _rounds(side: Side) -> dict:
    """A round in each state in which somebody may act, over what was done in 2024."""
    team, who = side.team, {"on": REPORTED}

    def frozen() -> Round:
        return rounds.prepare(
            actor=team.desk, **who, title=side.mark("round"), method="sample",
            since=date(2024, 1, 1), until=REPORTED, wanted_checks=1, wanted_cases=0,
        )  # fmt: skip

    def drawn() -> Round:
        return rounds.draw(frozen(), actor=team.lawyer, **who, contribution="7281")

    def summed() -> tuple[Round, Document]:
        row = drawn()
        seen = {content.code: ("good", "") for content in Content.objects.all()}
        rounds.review(row.items.get(), actor=team.desk, **who, verdicts=seen)
        said = {"receiver": "执法科", "problems": "没有发现。", "requirements": "保持。"}
        paper = rounds.sum_up(row, actor=team.desk, **who, **said, term=10, unit="workday")
        return row, paper

    row, paper = summed()
    documents.submit_review(paper, actor=team.desk, **who)
    documents.pass_review(paper, actor=team.lawyer, **who)
    documents.sign(paper, actor=team.chief, **who)
    going = drawn()
    return {
        "round_frozen": frozen(),
        "round_drawn": going,
        "round_item": going.items.get(),
        "round_summed": summed()[0],
        "round_circulated": row,
    }
