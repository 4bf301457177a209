"""What is tried on a case by chance: with any hand, on any day, with any figure."""

from datetime import date, timedelta
from functools import partial

from archives_enforcement.audit.models import AuditEntry
from penalties.models import Case
from penalties.queries import discretion as weighing
from penalties.queries import papers
from penalties.services import discretion, filing, hearing, investigation
from tests.penalties.case_facts import FILED, HELD

S = Case.State
TURNED = {"crime": "crime", "state_owned": "no", "in_jurisdiction": "no"}


class Tries:
    """What `Drift` tries though the law may not allow it yet, or not to him."""

    def whim(self) -> None:
        self.walk.case = self.case
        if self.walk.case is None:
            wrong = self.chance.choice((
                {"officers": [self.walk.officer]}, {"in_jurisdiction": False},
                {"act_ended_on": date(2022, 8, 9)}, {"act_ended_on": FILED + timedelta(1)},
            ))  # fmt: skip
            return self.propose(**wrong)
        tries = self.tries()
        state = self.walk.case.state if self.chance.random() < 0.7 else ""
        return self.chance.choice(tries.get(state) or self.chance.choice(list(tries.values())))()

    def tries(self) -> dict[str, list]:
        """What one tries in each state, though the law may not allow it yet, or not to him."""
        walk, case = self.walk, self.walk.case
        anyone = self.chance.choice(walk.people)
        told, paper = papers.NOTICE, papers.DECISION
        return {
            S.PENDING: [
                partial(filing.approve, case, actor=anyone, on=walk.day), self.turn,
                partial(self.reject, anyone),
            ],
            S.INVESTIGATING: [
                partial(walk.establish, ["missing"]), walk.end, self.expire,
                *self.tries_to_end(anyone),
            ],
            S.INVESTIGATED: [self.weigh, self.fix, self.turn, *self.tries_to_end(anyone)],
            S.PROPOSED: [
                self.fix, walk.draft_notice, partial(self.sign_last, told, anyone),
                partial(self.deliver_last, told), walk.submit_review, self.turn,
                *self.tries_to_end(anyone),
            ],
            S.NOTIFIED: [
                self.speak, self.speak, partial(self.adjust, discretion.adjust), self.reopen,
                walk.submit_review, partial(self.soon, anyone), partial(self.preside, anyone),
                walk.draft_decision, partial(self.pass_days, 4), self.go_back,
                *self.tries_to_end(anyone),
            ],
            S.IN_REVIEW: [
                *[partial(walk.give_review, "passed", actor=anyone)] * 4, self.speak, self.reopen,
                walk.draft_decision, self.turn,
            ],
            S.REVIEWED: [
                *[partial(self.sign_last, paper, anyone)] * 4, walk.draft_decision, self.speak,
                self.reopen,
                self.discuss, self.turn, self.go_back, partial(self.adjust, discretion.adjust),
                *self.tries_to_end(anyone),
            ],
            S.DECIDED: self.tries_after(anyone),
        }  # fmt: skip

    def expire(self) -> None:
        """One of the two certificates ends today, or holds again."""
        done = AuditEntry.objects.about(self.walk.case).order_by("-on").values_list("on", flat=True)
        today = max(self.walk.day, *done[:1])
        last = today if self.chance.random() < 0.3 else date(2030, 12, 31)
        self.walk.second.certificates.update(valid_to=last)

    def soon(self, chair) -> None:
        asked = self.walk.case.statements.filter(kind="hearing").latest("pk")
        self.arrange(asked, chair, self.walk.day + timedelta(self.chance.randrange(14)))

    def preside(self, chair) -> None:
        row = self.walk.case.hearings.latest("pk")
        hearing.hold(row, actor=chair, on=self.walk.day, **HELD)

    def go_back(self) -> None:
        """A later act is dated before the one that stands."""
        self.walk.day -= timedelta(self.chance.randrange(1, 6))
        self.next_step()

    def reopen(self) -> None:
        """补充调查, with new evidence or without, and a figure of its own."""
        walk = self.walk
        investigation.reopen(walk.case, actor=walk.officer, on=walk.day, note="补充调查")
        walk.fresh()
        if self.chance.random() < 0.5:
            self.pass_days(5)
            walk.evidence(title=f"新材料{self.chance.random()}", obtained_on=walk.day)
        walk.end()
        self.attempt(self.weigh)
        self.fix()

    def turn(self) -> None:
        """What is known of the act proves otherwise."""
        if self.chance.random() < 0.3:
            name, value = self.chance.choice(list(TURNED.items()))
            _, code, _, _, opens = self.kind
            self.walk.determine(
                self.walk.case.lead, code, on=self.walk.day,
                grounds=f"补充核查{self.chance.random()}",
                **{**opens, name: value},
            )  # fmt: skip

    def weigh(self) -> None:
        walk, chance = self.walk, self.chance
        benchmark = weighing.row_for(walk.case, walk.day).benchmark
        text = f"事实{chance.random()}"
        if chance.random() < 0.6:
            tier = chance.choice(("T3", "T4", "T4", "T5", "T5", "T6"))
            place = chance.randrange(len(benchmark.tiers.get(code=tier).criteria))
            shown = tier != "T3" or chance.random() < 0.5
            walk.circumstance(text, tier=tier, criterion=place, shown=shown)
        else:
            code = chance.choice(("L04", "L08", "L09", "L10", "L12", "H02"))
            walk.circumstance(text, factor=code, decisive=chance.random() < 0.3)

    def figure(self) -> int:
        """The suggestion, or any figure between nothing and far too much."""
        row = weighing.row_for(self.walk.case, self.walk.day)
        found = weighing.result_of(self.walk.case, row, self.walk.day).suggestion
        if found is not None and self.chance.random() < 0.5:
            return found
        return self.chance.randrange(0, row.clause.maximum * 6 // 5)

    def speak(self) -> None:
        kind = self.chance.choice(("statement", "statement", "hearing", "waiver"))
        self.walk.enter(kind, text=f"意见{self.chance.random()}")
