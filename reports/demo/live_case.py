"""Penalty cases of 档案服务企业 on today's desk: one published, one waiting at legal review."""

from dataclasses import dataclass
from datetime import date

from archives_enforcement.accounts.models import User
from archives_enforcement.documents import services as documents
from archives_enforcement.documents.models import Document
from inspections.services import leads
from penalties.models import Benchmark, Case, FineClause
from penalties.services import (
    circumstances,
    decision,
    determination,
    discretion,
    execution,
    filing,
    investigation,
    notice,
    review,
    statements,
)
from publicity.services import notices
from reports.demo import visits
from reports.demo.papers import scan

FINE = 47_000
OPINIONS = {
    "competence": "主体适格，承办人员持证",
    "evidence": "事实清楚，证据充分",
    "discretion": "依据正确，裁量适当",
    "procedure": "已告知，已听取陈述申辩，没有要求听证",
}
FACTS = "受托整理档案期间，丢失国有档案8件。\n其中永久档案3件，三十年档案5件。"
KNOWN = {  # of V01: state-owned archives, lost by a firm at its service
    "state_owned": "yes",
    "hall_holdings": "no",
    "in_service": "yes",
    "crime": "no",
    "in_jurisdiction": "yes",
}
CORRECTION = "停止违法行为，追回或者以副本补全丢失的档案，健全档案交接制度"


@dataclass(frozen=True)
class Days:
    """The days of a case, counted in working days before today."""

    received: date
    filed: date
    investigated: date
    notified: date
    stated: date
    reviewed: date


class LiveCase:
    """One case from its lead on; each method is a stage, in order."""

    def __init__(self, crew: visits.Crew, people: dict[str, User], firm, days: Days):
        self.crew, self.people, self.firm, self.days = crew, people, firm, days
        self.case: Case | None = None

    def _again(self) -> Case:
        self.case = Case.objects.select_related("party", "bureau").get(pk=self.case.pk)
        return self.case

    def file(self, act_ended_on: date) -> None:
        """Lead, proposal to file, the head's approval."""
        lead = leads.register(
            actor=self.crew.clerk,
            on=self.days.received,
            party=self.firm,
            source="tip",
            text=f"反映{self.firm}在受托整理期间丢失档案。",
            received_on=self.days.received,
        )
        clause = FineClause.objects.select_related("violation").get(
            violation__code="V01", code="service_firm", category="service_firm"
        )
        determination.determine(
            lead,
            actor=self.crew.lead,
            on=self.days.filed,
            violation=clause.violation,
            answers=KNOWN,
            grounds="交接清单显示接收档案120件、交还112件，当事人承认受托整理期间丢失国有档案8件。",
        )
        self.case = filing.propose(
            lead,
            actor=self.crew.lead,
            on=self.days.filed,
            clause=clause,
            summary="受托整理期间丢失国有档案。",
            act_place="示例区示例路",
            in_jurisdiction=True,
            act_ended_on=act_ended_on,
            officers=[self.crew.lead, self.crew.second],
        )
        filing.approve(self.case, actor=self.crew.head, on=self.days.filed)

    def investigate(self) -> None:
        """Evidence, facts element by element, the officers' report."""
        on = self.days.investigated
        for kind, title, proves in (
            ("document", "档案交接清单", "接收档案120件、交还112件"),
            ("party", "询问笔录", "当事人承认丢失8件，已追回5件"),
        ):
            investigation.add_evidence(
                self._again(),
                actor=self.crew.lead,
                on=on,
                kind=kind,
                title=title,
                proves=proves,
                source="从当事人处调取",
                obtained_on=on,
                certificates_shown=True,
                files=[scan(title)],
            )
        proof = list(self.case.evidence.all())
        elements = {place: ("met", "", proof) for place in (1, 2, 3)}
        investigation.establish(
            self._again(), actor=self.crew.lead, on=on, facts=FACTS, findings=elements
        )
        report = "事实清楚，证据充分，建议处罚。"
        investigation.end(self._again(), actor=self.crew.lead, on=on, report=report)

    def weigh(self) -> None:
        """Discretion by the bureau's own benchmark, with the fact behind each reason."""
        on, proof = self.days.investigated, list(self.case.evidence.all()[:1])
        benchmark = Benchmark.objects.get(bureau=self.case.bureau)
        general = benchmark.tiers.get(code="T4")
        for text, use in (
            (
                "丢失永久档案3件、三十年档案5件",
                {"tier": general, "criterion": general.criteria[1]},
            ),
            (
                "次日主动报告，十日内追回5件，其余以副本补全",
                {"factor": benchmark.factors.get(code="L09")},
            ),
        ):
            circumstances.add(
                self._again(), actor=self.crew.lead, on=on, text=text, evidence=proof, **use
            )
        discretion.propose(
            self._again(), actor=self.crew.lead, on=on, fine=FINE, correction=CORRECTION
        )

    def _issue(self, paper: Document, on: date) -> Document:
        documents.submit(paper, actor=self.crew.lead, on=on)
        paper = documents.sign(paper, actor=self.crew.head, on=on)
        visits.deliver(self.crew, paper, on=on, capacity="mailroom", files=[scan("送达回证")])
        return paper

    def notify(self) -> None:
        """Notice of penalty and hearing right; a statement comes, no hearing is asked for."""
        on = self.days.notified
        paper = notice.draft(
            self._again(), actor=self.crew.lead, on=on, phone=self.case.bureau.phone
        )
        self._issue(paper, on)
        said = statements.enter(
            self._again(),
            actor=self.crew.clerk,
            on=self.days.stated,
            kind="statement",
            text="我公司已主动报告并追回大部分档案，请从轻处理。",
            files=[scan("陈述申辩书")],
        )
        statements.answer(
            said,
            actor=self.crew.lead,
            on=self.days.stated,
            answer="not_adopted",
            reexamination="复核了交接清单、询问笔录和追回记录",
            reason="主动减轻危害后果已在裁量时从轻考虑，数额在从轻档内",
        )

    def submit_review(self) -> None:
        review.submit(self._again(), actor=self.crew.lead, on=self.days.reviewed)

    def decide(self) -> Document:
        """Passed review, decision, delivery, payment."""
        on = self.days.reviewed
        review.give(
            self._again(),
            actor=self.people["reviewer"],
            on=on,
            outcome="passed",
            opinion="同意。",
            **OPINIONS,
        )
        paper = decision.draft(
            self._again(),
            actor=self.crew.lead,
            on=on,
            payment_account="示例银行示例支行（示例账户）",
        )
        paper = self._issue(paper, on)
        execution.record_payment(
            self._again(),
            actor=self.crew.lead,
            on=visits.workday_after(on, 1),
            amount=FINE,
            paid_on=visits.workday_after(on, 1),
            receipt="示例票据0001",
        )
        return paper

    def close(self, on: date) -> None:
        report = "处罚决定已送达，罚款已缴清，文书齐全，建议结案。"
        execution.propose_closing(self._again(), actor=self.crew.lead, on=on, note=report)
        execution.close(self._again(), actor=self.crew.head, on=on)

    def publish(self, paper: Document, *, on: date) -> None:
        """Summary, check for secrets, approval and publication, within seven working days.

        Publication is dated the day it happens: a published clock is not met by backdating.
        """
        row = notices.create(
            paper,
            actor=self.crew.clerk,
            on=on,
            credit_class="general",
            credit_reason="警告并处罚款，按一般失信信息公示（示例设定）",
        )
        notices.review_secrecy(row, actor=self.crew.head, on=on, note="不涉密", redacted=True)
        notices.approve(row, actor=self.crew.head, on=on)
        notices.publish(row, actor=self.crew.clerk, on=on)
