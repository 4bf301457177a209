"""How a case that is handled by chance comes to its end, lawfully or not."""

from datetime import date, timedelta

from archives_enforcement.documents import services as documents
from archives_enforcement.documents.drafting import known_facts
from penalties.queries import papers
from penalties.services import discretion, execution, filing
from tests.documents.delivering import hand_over
from tests.penalties import discussing
from tests.unlawful.papers import reported, suspected, words

OUTCOMES = ("slight", "slight", "not_established", "no_fine", "time_barred", "transferred")
EDUCATION = "当面讲解档案法第四十八条。"
TOO_OLD = (date(2022, 8, 9), date(2022, 8, 10), date(2022, 8, 12), date(2021, 5, 1))


def referred(walk):
    """移送书, reviewed and signed."""
    paper = documents.draft_about(
        "case", walk.fresh(), "crime_referral", actor=walk.officer, on=walk.day,
        **words("crime_referral")(walk),
    )  # fmt: skip
    documents.submit_review(paper, actor=walk.officer, on=walk.day)
    documents.pass_review(paper, actor=walk.reviewer, on=walk.day)
    return documents.sign(paper, actor=walk.head, on=walk.day)


class Ends:
    """What `Drift` does to end its case: 不予立案, without a penalty, or paid and closed."""

    def reject(self, actor) -> None:
        if self.chance.random() < 0.7:  # else hardly a case would be filed
            return
        note = self.chance.choice(("不属实。", " "))
        filing.reject(self.walk.case, actor=actor, on=self.walk.day, note=note)

    def finish(self, actor) -> None:
        """结束案件 on any ground, fitting or not."""
        outcome, chance = self.chance.choice(OUTCOMES), self.chance
        if outcome == "slight" and chance.random() < 0.7:
            self.attempt(self.spare)
        when = {"act_ended_on": chance.choice(TOO_OLD)} if outcome == "time_barred" else {}
        taught = outcome == "slight" and chance.random() < 0.9
        self.end(self.walk.fresh(), actor, outcome, **when, education=EDUCATION if taught else "")

    def spare(self) -> None:
        """A fact that lets the act go, with minutes where the heads have to choose."""
        factor = self.chance.choice(("L03", "L04", "L05"))
        self.walk.spare(factor, f"事实{self.chance.random()}")
        if self.chance.random() < 0.6:
            discussing.discuss(self.walk, no_penalty=True)

    def let_go(self, actor) -> None:
        """不予行政处罚决定书, as the page would draft it."""
        self.attempt(self.spare)
        case, kind = self.walk.fresh(), "no_penalty_decision"
        known = known_facts("case", case, kind, self.walk.day)
        fields = {name: value or "已查明。" for name, value in known.items()}
        paper = documents.draft_about(
            "case", case, kind, actor=self.walk.officer, on=self.walk.day, title="",
            fields={**fields, "education": EDUCATION},
        )  # fmt: skip
        self.sign(paper, actor)

    def refer(self, actor) -> None:
        """移送 on a suspicion of crime, after a report or without."""
        case = self.walk.fresh()
        if self.chance.random() < 0.7:
            suspected(self.walk)
        if self.chance.random() < 0.8:
            reported(self.walk)
        paper = referred(self.walk)
        if self.chance.random() < 0.8:
            hand_over(paper, self.walk.officer, self.walk.day)
        self.attempt(lambda: self.end(case, actor, "transferred"))

    def end(self, case, actor, outcome, **values) -> None:
        execution.end_without_penalty(
            case, actor=actor, on=self.walk.day, outcome=outcome,
            note=f"结束案件的理由{self.chance.random()}", **values,
        )  # fmt: skip

    def when_decided(self) -> None:
        """Delivered, paid, reported and closed; one of them at a time."""
        case, paper = self.walk.case, papers.decision(self.walk.case)
        if papers.delivered_on(paper) is None:
            return self.deliver(paper)
        owed = case.decision.assessment.fine - sum(row.amount for row in case.payments.all())
        if owed > 0:
            self.walk.day += timedelta(self.chance.randrange(9))
            return self.pay(owed)
        if not case.outcome_note:
            return self.report_end()
        return execution.close(case, actor=self.walk.head, on=self.walk.day)

    def pay(self, amount: int) -> None:
        execution.record_payment(
            self.walk.case, actor=self.walk.officer, on=self.walk.day, amount=amount,
            paid_on=self.walk.day, receipt=f"票据{self.chance.random()}",
        )  # fmt: skip

    def pay_part(self) -> None:
        self.pay(self.chance.randrange(1, 30_000))

    def report_end(self) -> None:
        execution.propose_closing(
            self.walk.fresh(), actor=self.walk.officer, on=self.walk.day, note="已履行，建议结案。"
        )

    def close(self, actor) -> None:
        execution.close(self.walk.fresh(), actor=actor, on=self.walk.day)

    def tries_to_end(self, anyone) -> list:
        """What one tries wherever the case stands before its decision."""
        ways = (
            lambda: self.finish(anyone), lambda: self.let_go(anyone), self.spare,
            lambda: self.refer(anyone),
        )  # fmt: skip
        return [self.chance.choice(ways)]

    def tries_after(self, anyone) -> list:
        """What one tries once it is decided."""
        return [
            self.pay_part, self.report_end, lambda: self.close(anyone), lambda: self.finish(anyone),
            lambda: self.adjust(discretion.adjust),
        ]  # fmt: skip
