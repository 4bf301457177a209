"""回头看 of the sample's units, and the interview where nothing had changed."""

from datetime import date, time

from archives_enforcement.documents import queries as documents_queries
from archives_enforcement.documents import services as documents
from inspections.models import Commitment, Finding, Inspection
from inspections.queries import recording as recorded
from inspections.queries import talk_candidates
from inspections.queries.look_back import candidates, ranked
from inspections.services import (
    commitment_checks,
    interview_minutes,
    interviews,
    look_back,
    recording,
    rectification,
)
from reports.demo import visits
from reports.demo.choosing import LOOK_BACK, TALK
from reports.demo.tables import day


def held_after(called: date) -> date:
    """The day of the talk to which the unit was called."""
    return visits.workday_after(called, 4)


def promised_until(called: date) -> date:
    return visits.some_days_after(held_after(called), 30)


class LookBacks:
    """The look-backs of one year; adds its acts to the year's."""

    def __init__(self, year):
        self.year = year

    def collect(self) -> None:
        for row in self.year.sample.rows("look_backs"):
            self._collect_one(row)

    def _collect_one(self, row: dict) -> None:
        on = day(row["日期"])
        before = visits.workday_before(on, 4)
        self.year.later(before, lambda: self._prepare(row, before))
        self.year.later(on, lambda: self._look_back(row))
        if row["结果"] != "fixed":
            called = visits.workday_after(on, 6)
            self.year.later(called, lambda: self._interview(row, called))
            after = visits.workday_after(promised_until(called), 1)
            self.year.later(after, lambda: self._check_promise(row, after))

    def _prepare(self, row, on) -> None:
        crew = self.year.crew(row)
        first = self.year.visit(row["原检查序号"])
        named = ranked(Inspection.objects.visible_to(crew.clerk), on)  # by the rules, on that day
        chosen = self.year.choices.take(LOOK_BACK, candidates(named, on), first, on)
        visit = look_back.create_look_back(
            chosen.inspection,
            actor=crew.clerk,
            on=on,
            scheduled_on=day(row["日期"]),
            session=Inspection.Session.AFTERNOON,
        )
        self.year.visits[f"look_back:{row['序号']}"] = visits.approve(crew, visit, on=on)

    def _look_back(self, row) -> None:
        crew, on, name = self.year.crew(row), day(row["日期"]), f"look_back:{row['序号']}"
        visit = self.year.visit(name)
        recording.start(visit, actor=crew.lead, on=on, arrived_at=visits.ARRIVED)
        visit.refresh_from_db()
        visits.take_steps(crew, visit)
        visit.refresh_from_db()
        seen = "现场核实，整改到位。" if row["结果"] == "fixed" else "现场核实，仍未整改。"
        results = {
            finding.pk: (row["结果"], seen) for finding in recorded.findings_to_look_at(visit)
        }
        recording.record_look_back(visit, actor=crew.lead, on=on, results=results)
        left = 0 if row["结果"] == "fixed" else len(results)
        visits.tell_and_finish(crew, visit, left)
        visits.report(crew, visit)
        rectification.close(self.year.visit(name), actor=crew.lead, on=on)
        self.year.close(row["原检查序号"], self.year.checks[row["原检查序号"]], on)

    def _interview(self, row, on) -> None:
        crew, origin = self.year.crew(row), self.year.visit(row["原检查序号"])
        held = held_after(on)
        listed = talk_candidates.candidates(crew.lead, on)
        chosen = self.year.choices.take(TALK, listed, origin, on)
        interview = interviews.create(
            origin,
            actor=crew.lead,
            on=on,
            kind="work",
            findings=chosen.findings,
            reason="经回头看，你单位部分问题整改成效不明显。",
            scheduled_on=held,
            scheduled_at=time(9, 30),
            place="本局会议室",
        )
        (notice,) = documents_queries.documents_about(interview, crew.lead)
        documents.submit(notice, actor=crew.lead, on=on)
        notice = documents.sign(notice, actor=crew.head, on=on)
        visits.deliver(crew, notice, on=on)
        interview.refresh_from_db()
        interview_minutes.hold(
            interview,
            actor=crew.lead,
            on=held,
            present="本局负责人、执法人员；被约谈单位分管负责人、档案工作人员",
            minutes="本局指出未整改的问题和要求，单位说明原因。",
            commitments=[
                ("一个月内完成全部整改，并书面报告。", promised_until(on)),
            ],
        )

    def _check_promise(self, row, on) -> None:
        """Kept only where by then nothing is left of what was found."""
        origin, lead = self.year.visit(row["原检查序号"]), self.year.crew(row).lead
        left = origin.findings.filter(state__in=Finding.UNFIXED).count()
        promise = Commitment.objects.get(interview__inspection=origin)
        outcome = Commitment.Outcome.BROKEN if left else Commitment.Outcome.KEPT
        note = f"核对整改台账，还有{left}个问题没有销号。" if left else "核对整改台账，全部销号。"
        commitment_checks.check_commitment(promise, actor=lead, on=on, outcome=outcome, note=note)
