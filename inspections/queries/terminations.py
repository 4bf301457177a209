"""Reads of 终结整改: what a unit without an heir leaves open, and what was decided on it."""

from datetime import date
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q

from archives_enforcement.files.models import StoredFile
from archives_enforcement.workdays.models import Deadline
from archives_enforcement.workdays.models.deadlines import OPEN
from inspections.models import Commitment, Finding, Inspection, Interview, Question, Termination
from units.models import Succession, Unit

S = Inspection.State
UNTOLD, ORDERS = ("D-I06", "D-I15"), "D-I07"  # letters and orders nobody is left to take
ASKED = ("D-I08", "D-I09", "D-I20")  # of the unit, or of the bureau about what the unit answers
CLOCKS = (*UNTOLD, ORDERS, *ASKED)


class Left(NamedTuple):
    """What a unit leaves open that nobody can bring to its end any more."""

    findings: list[Finding]
    untold: list[Inspection]  # held, and nobody is left to take the letter
    talks: list[Interview]
    commitments: list[Commitment]
    questions: int
    clocks: list[Deadline]

    @property
    def lines(self) -> list[str]:
        """The same in words, what there is none of left out."""
        counted = (
            (len(self.findings), "项没有整改的问题"),
            (len(self.untold), "次检查的反馈意见书没有送出"),
            (len(self.talks), "次还没有举行的约谈"),
            (len(self.commitments), "项没有核实的约谈承诺"),
            (self.questions, "个没有答复的提问"),
            (len(self.clocks), "个还在计算的期限（责令、整改、复核、函询、催报或者反馈）"),
        )
        return [f"{number} {what}" for number, what in counted if number]


def left_by(unit: Unit) -> Left:
    """Problems of a check that was never approved are no matter of this: a lead follows them."""
    findings = Finding.objects.filter(inspection__unit=unit, state__in=Finding.UNFIXED)
    findings = findings.exclude(inspection__state=S.UNAPPROVED).select_related("inspection")
    untold = Inspection.objects.filter(unit=unit, state=S.RECORDED, origin=None)
    unheld = (Interview.State.DRAFT, Interview.State.NOTIFIED)
    talks = Interview.objects.filter(unit=unit, state__in=unheld)
    promised = Commitment.objects.filter(interview__unit=unit, outcome="")
    asked = Question.objects.filter(finding__inspection__unit=unit, answered_on=None)
    done = decided_for(unit)
    return Left(
        list(findings.order_by("inspection", "position")),
        [] if done else list(untold.order_by("pk")),
        list(talks.order_by("pk")),
        list(promised.select_related("interview").order_by("pk")),
        asked.filter(finding__in=findings).count(),
        list(_clocks(unit)),
    )


def _clocks(unit: Unit):
    visits = Inspection.objects.filter(unit=unit).values("pk")
    about = Q(content_type=ContentType.objects.get_for_model(Inspection), object_id__in=visits)
    theirs = Q(party=unit.party_id, code__in=CLOCKS) | Q(about, code__in=UNTOLD)
    return Deadline.objects.filter(OPEN, theirs).order_by("pk")


def decided_for(unit: Unit) -> bool:
    """Whether what the unit left open was ended by decision."""
    return unit.terminations.filter(state=Termination.State.DECIDED).exists()


def ended_on(unit: Unit) -> date | None:
    """The day on which nobody was left to go on with it; None for a unit of the register."""
    if unit.is_active:
        return None
    last = Succession.objects.filter(predecessor=unit).order_by("on", "pk").last()
    return last.on if last else None


class Alone(NamedTuple):
    """A unit without an heir as its page shows it: each open check with how it ends."""

    unit: Unit
    left: Left
    waiting: Termination | None
    over: list[Termination]
    checks: list[tuple[Inspection, str]]
    archives_to: str


CANCEL, WAIT, CLOSE = "还没有开始：请取消检查，写明单位已撤销", "先终结整改，再办结", "可以办结"
HOW = {
    S.DRAFT: CANCEL,
    S.PENDING: "等待审批：请退回后取消，或者直接取消，写明单位已撤销",
    S.APPROVED: CANCEL,
    S.ON_SITE: "已经到现场：请按当时的情况结束检查，再终结整改、办结",
}


def card(unit: Unit, user) -> Alone | None:
    """None for a unit of the register, and for one that somebody goes on with."""
    if not unit.left_no_heir:
        return None
    left = left_by(unit)
    open_ones = {row.inspection_id for row in left.findings} | {row.pk for row in left.untold}
    visits = (
        Inspection.objects.visible_to(user).filter(unit=unit).exclude(state__in=Inspection.ENDED)
    )
    checks = [
        (row, HOW.get(row.state) or (WAIT if row.pk in open_ones else CLOSE))
        for row in visits.order_by("pk")
    ]
    rows = list(unit.terminations.all())
    last = unit.successions.order_by("on", "pk").last()
    return Alone(
        unit,
        left,
        next((row for row in rows if row.state == Termination.State.PROPOSED), None),
        [row for row in rows if row.state != Termination.State.PROPOSED],
        checks,
        last.archives_to if last else "",
    )


def waits_for_decision(unit: Unit) -> Termination | None:
    return unit.terminations.filter(state=Termination.State.PROPOSED).first()


def scans_of(termination: Termination, user):
    kind = ContentType.objects.get_for_model(Termination)
    rows = StoredFile.objects.visible_to(user).filter(content_type=kind, object_id=termination.pk)
    return rows.order_by("pk")
