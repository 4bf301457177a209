"""Each act on one case, by the one who does it, with the least it needs."""

from datetime import date

from archives_enforcement.accounts.models import Party
from archives_enforcement.documents import services as documents
from inspections.services import leads
from penalties.fitness import questions
from penalties.queries import discretion as weighing
from penalties.queries import hearings
from penalties.queries.earlier_fines import unanswered
from penalties.services import (
    accountability,
    circumstances,
    decision,
    determination,
    discretion,
    earlier_fines,
    execution,
    filing,
    investigation,
    notice,
    review,
    statements,
)
from tests.penalties import ordering
from tests.penalties.case_facts import (
    ASPECTS,
    CLOSING,
    CORRECTION,
    FACTS,
    FILED,
    GROUNDS,
    IN_SERVICE,
    RECEIVED,
    make_scan,
    qualify,
    violation,
)
from tests.penalties.grading import adopted


class Acts:
    """The acts; `Walk` says who does them, on which case and day."""

    def lead(self, **values):
        facts = {
            "party": self.firm,
            "source": "tip",
            "text": "反映示例档案服务公司丢失档案。",
            "received_on": RECEIVED,
        }
        return leads.register(actor=self.clerk, on=RECEIVED, **{**facts, **values})

    def determine(self, lead, code="V01", on=FILED, grounds=GROUNDS, order_paper=None, **answers):
        """The facts that open the clause of a firm at its service, but for `answers`."""
        asked = questions(code, lead.party.kind)
        known = {name: value for name, value in IN_SERVICE.items() if name in asked}
        answers = {**known, **answers}
        order = {"order_paper": order_paper} if order_paper else {}
        return determination.determine(
            lead, actor=self.officer, on=on, violation=violation(code), answers=answers,
            grounds=grounds, **(order or ordering.of_answers(lead, self.officer, answers)),
        )  # fmt: skip

    def file_under(self, lead, clause, **values):
        """提请立案 on a lead whose facts are recorded, or not."""
        facts = {
            "summary": "受托整理期间丢失国有档案。",
            "act_place": "示例区示例路",
            "in_jurisdiction": True,
            "act_ended_on": date(2024, 6, 20),
            "officers": [self.officer, self.second],
        }
        self.case = filing.propose(
            lead, actor=self.officer, on=FILED, clause=clause, **{**facts, **values}
        )
        return self.case

    def evidence(self, **values):
        facts = {
            "kind": "document",
            "title": "档案交接清单",
            "proves": "接收档案 120 件、交还 112 件",
            "source": "从当事人处调取",
            "obtained_on": self.day,
        }
        return investigation.add_evidence(
            self.case, actor=self.officer, on=self.day, **{**facts, **values}
        )

    def establish(self, results=("met", "met", "met")):
        proof = list(self.case.evidence.filter(excluded_on=None))
        findings = {
            place: (result, "", proof if result == "met" else [])
            for place, result in enumerate(results, start=1)
        }
        return investigation.establish(
            self.case, actor=self.officer, on=self.day, facts=FACTS, findings=findings
        )

    def refute(self, place=1):
        """One element was not met after all."""
        self.case.elements.filter(position=place).update(result="missing")

    def record_accountability(self, born_on=date(1990, 5, 1), mind="sound", **values):
        """Who the natural person is: grown up and of sound mind, but for what is said."""
        facts = {"grounds": "身份证载明", "evidence": list(self.case.evidence.all())}
        return accountability.record(
            self.case, actor=self.officer, on=self.day, born_on=born_on, mind=mind,
            **{**facts, **values},
        )  # fmt: skip

    def other_act(self, made, same_act=False, reason="时间、对象不同", **values):
        """An earlier fine, and whether it was for this act."""
        return earlier_fines.record(
            self.case, actor=self.officer, on=self.day, decision=made, same_act=same_act,
            reason=reason, **values,
        )  # fmt: skip

    def end(self):
        for made in unanswered(self.case):
            self.other_act(made)
        if self.firm.kind == Party.Kind.PERSON and not hasattr(self.case, "accountability"):
            self.record_accountability()
        self.case = investigation.end(
            self.case, actor=self.officer, on=self.day, report="事实清楚，建议处罚。"
        )
        return self.case

    def weight(self, text, title, level):
        """A fact that counts as a level of a weight."""
        self.adopt()
        return circumstances.add(
            self.case,
            actor=self.officer,
            on=self.day,
            text=text,
            weight=title,
            weight_level=level,
            evidence=self.case.evidence.all(),
        )

    def adopt(self):
        """The bureau has made the content of the sample its own, and published it."""
        return adopted(self.bureau, self.day)

    def circumstance(self, text, *, tier="", criterion=0, factor="", **values):
        self.adopt()
        named = {}
        benchmark = weighing.row_for(self.case, self.day).benchmark
        if tier:
            row = benchmark.tiers.get(code=tier)
            named = {"tier": row, "criterion": row.criteria[criterion]}
        if factor:
            named["factor"] = benchmark.factors.get(code=factor)
        proof = {"evidence": list(self.case.evidence.filter(excluded_on=None)[:1])}
        return circumstances.add(
            self.case, actor=self.officer, on=self.day, text=text, **{**proof, **named, **values}
        )

    def spare(self, factor="L03", text="丢失的档案次日全部追回，没有扩散"):
        """A fact by which the law lets the act go without a penalty."""
        return self.circumstance(text, factor=factor)

    def fix(self, fine=47_000, **values):
        self.adopt()
        made = discretion.propose(
            self.case,
            actor=self.officer,
            on=self.day,
            fine=fine,
            **{"correction": CORRECTION, **values},
        )
        self.fresh()
        return made

    def draft_notice(self):
        return notice.draft(self.case, actor=self.officer, on=self.day, phone="000-00000000")

    def sign(self, paper, on=None):
        paper = documents.submit(paper, actor=self.officer, on=on or self.day)
        paper = documents.sign(paper, actor=self.head, on=on or self.day)
        self.fresh()
        return paper

    def deliver(self, paper, on, capacity="representative"):
        """Entered from the receipt, so that it may lie in the past."""
        documents.record_delivery(
            paper.deliveries.get(),
            actor=self.clerk,
            on=on,
            method="direct",
            received_by="法定代表人甲",
            capacity=capacity,
            files=[make_scan()],
        )
        return paper

    def enter(self, kind, text="请从轻处理。", *, on=None):
        made = statements.enter(
            self.case,
            actor=self.clerk,
            on=on or self.day,
            kind=kind,
            text=text,
            files=[make_scan()],
        )
        self.fresh()
        return made

    def announce(self, on=None):
        """听证通知书 of the hearing that is arranged, delivered on the day it is signed."""
        day = on or self.day
        words = hearings.words(self.fresh())
        paper = documents.draft_about(
            "case", self.case, hearings.HEARING_NOTICE, title="", actor=self.officer, on=day,
            fields={"party": str(self.firm), "cause": "丢失档案", **words},
        )  # fmt: skip
        own = ("self",) if self.firm.kind == Party.Kind.PERSON else ()
        return self.deliver(self.sign(paper, day), day, *own)

    def answer(self, statement, on=None, answer="not_adopted"):
        return statements.answer(
            statement,
            actor=self.officer,
            on=on or self.day,
            answer=answer,
            reexamination="复核了交接清单和询问笔录",
            reason="已按从轻档确定数额",
        )

    def submit_review(self):
        self.case = review.submit(self.case, actor=self.officer, on=self.day)
        return self.case

    def give_review(self, outcome="passed", actor=None):
        actor = actor or self.reviewer
        if not actor.review_qualifications.exists():
            qualify(actor)
        made = review.give(
            self.case,
            actor=actor,
            on=self.day,
            outcome=outcome,
            opinion="同意。",
            **ASPECTS,
        )
        self.fresh()
        return made

    def draft_decision(self):
        return decision.draft(
            self.case, actor=self.officer, on=self.day, payment_account="指定银行示例支行"
        )

    def close(self):
        """The officer proposes the closing with his report, the head approves it."""
        execution.propose_closing(self.fresh(), actor=self.officer, on=self.day, note=CLOSING)
        self.case = execution.close(self.fresh(), actor=self.head, on=self.day)
        return self.case
