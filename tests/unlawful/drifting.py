"""A case that is handled by chance: mostly the next lawful step, else whatever comes to mind.

Everybody holds posts enough to be let in, so that nothing but the guards stands in the way. What
is refused is let go; what was written in the end is for the judge (`judging`).
"""

import copy
import random
from datetime import date, timedelta
from functools import partial

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.db import transaction

from archives_enforcement.accounts.models import Party
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import services as documents
from archives_enforcement.reading import remembering
from penalties.discretion import DiscretionError
from penalties.models import Case
from penalties.queries import discretion as weighing
from penalties.queries import papers
from penalties.services import discretion, filing, hearing, investigation
from tests import factories
from tests.penalties import discussing
from tests.penalties.walk import CORRECTION, FILED, HELD, Walk, clause_of
from tests.unlawful.drifting_ends import Ends

REFUSED = (ValidationError, PermissionDenied, ObjectDoesNotExist, DiscretionError)
S = Case.State
KINDS = (  # kind of party, act, clause, category, what opens it
    ("service_enterprise", "V01", "service_firm", "service_firm", {}),
    ("service_enterprise", "V04", "service_firm", "service_firm", {}),
    ("organ", "V01", "user", "organisation", {"hall_holdings": "yes"}),
    ("person", "V02", "user", "individual", {"hall_holdings": "yes"}),
    ("person", "V05", "anyone", "individual", {"foreign": "yes", "state_owned": "no",
                                               "serious": "no"}),
)  # fmt: skip
ENDED = (date(2024, 6, 20), date(2024, 2, 29), date(2023, 11, 1), date(2022, 8, 1))
TURNED = {"crime": "crime", "state_owned": "no", "in_jurisdiction": "no"}
STEPS = 80
ENDS = (S.CLOSED, S.NOT_FILED)


class Everybody(Walk):
    """The people of a bureau, each with the post of another beside his own."""

    def __init__(self, bureau):
        super().__init__(bureau)
        self.chair = factories.make_user("chair", "hearing_chair", "backfiller", bureau=bureau)
        for person in (self.officer, self.second, self.head, self.reviewer, self.chair):
            person.groups.add(*map(factories.post_of, ("head", "reviewer", "hearing_chair")))
        self.people = [self.officer, self.second, self.head, self.reviewer, self.chair]


class Drift(Ends):
    """One case by chance; `taken` and `refused` count what became of each try."""

    def __init__(self, walk: Everybody, seed: int):
        self.walk, self.seed, self.chance = walk, seed, random.Random(seed)
        self.taken = self.refused = 0
        self.steps = STEPS

    def drift(self, until: str = "") -> Case | None:
        """Go on to the end of the case, or of the tries, or to the state `until`."""
        case = self.case
        with remembering():  # the law stays the same in all of it
            while self.steps and not (case and case.state in (*ENDS, until)):
                self.steps -= 1
                self.attempt(self.next_step if self.chance.random() < 0.5 else self.whim)
                case = self.case
        return case

    def another(self, way: int) -> "Drift":
        """The same case from here on, by another chance."""
        other = copy.copy(self)
        other.walk, other.seed = copy.copy(self.walk), f"{self.seed}.{way}"
        other.chance = random.Random(other.seed)
        return other

    @property
    def case(self) -> Case | None:
        return self.walk.case and Case.objects.filter(pk=self.walk.case.pk).first()

    def attempt(self, step) -> None:
        day, before = self.walk.day, self.walk.case
        try:
            with transaction.atomic():
                step()
            self.taken += 1
        except REFUSED:
            self.walk.day, self.walk.case = day, before
            self.refused += 1

    # The next step, as a careful officer takes it

    def next_step(self) -> None:
        case = self.case
        if case is None:
            return self.propose()
        self.walk.case = case
        return getattr(self, f"when_{case.state}")()

    def propose(self, **values) -> None:
        walk, chance = self.walk, self.chance
        kind, code, clause, category, opens = self.kind = chance.choice(KINDS)
        walk.firm = factories.make_party(
            walk.bureau, f"当事人{chance.random()}", kind, credit_code=factories.make_credit_code(),
            legal_representative="负责人甲", address="示例路2号",
        )  # fmt: skip
        lead = walk.lead()
        walk.determine(lead, code, **opens)
        values = {"act_ended_on": chance.choice(ENDED), **values}
        walk.file_under(lead, clause_of(code, clause, category), **values)

    def when_pending(self) -> None:
        filing.approve(self.walk.case, actor=self.walk.head, on=self.walk.day)
        self.pass_days(3)

    def when_investigating(self) -> None:
        number = self.walk.case.evidence.count()
        self.walk.evidence(title=f"证据材料{number}", obtained_on=self.walk.day)
        found = ["met"] * len(self.walk.case.violation.elements)
        self.walk.establish(found)
        self.walk.end()

    def when_investigated(self) -> None:
        for _ in range(self.chance.randrange(3)):
            self.attempt(self.weigh)
        self.fix()

    def when_proposed(self) -> None:
        if papers.latest(self.walk.case, papers.NOTICE) is None or self.chance.random() < 0.3:
            self.walk.draft_notice()
        paper = papers.latest(self.walk.case, papers.NOTICE)
        self.sign(paper)
        self.pass_days(1)
        self.deliver(papers.issued(self.walk.case, papers.NOTICE))

    def when_notified(self) -> None:
        case = self.walk.case
        if self.chance.random() < 0.4:
            self.attempt(self.speak)
        for row in case.statements.filter(kind="statement", answered_on=None):
            self.walk.answer(row, answer=self.chance.choice(("not_adopted", "partly")))
        for row in case.statements.filter(kind="hearing", hearing=None):
            self.arrange(row, self.walk.chair, self.walk.day + timedelta(20))
            self.walk.announce()
        for row in case.hearings.filter(held_on=None):
            self.walk.day = max(self.walk.day, row.scheduled_on)
            hearing.hold(row, actor=row.chair, on=self.walk.day, **HELD)
        self.pass_days(8)
        self.walk.submit_review()

    def when_in_review(self) -> None:
        self.walk.give_review(self.chance.choice(("passed", "passed", "passed", "returned")))

    def when_reviewed(self) -> None:
        if "集体讨论" in self.walk.case.assessment.snapshot["requires"]:
            self.discuss()
        if papers.latest(self.walk.case, papers.DECISION) is None:
            self.walk.draft_decision()
        self.sign(papers.latest(self.walk.case, papers.DECISION))

    # What is done with any hand, on any day, with any figure

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

    def pass_days(self, most: int) -> None:
        self.walk.day += timedelta(self.chance.randrange(most + 1))

    def go_back(self) -> None:
        """A later act is dated before the one that stands."""
        self.walk.day -= timedelta(self.chance.randrange(1, 6))
        self.next_step()

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

    def fix(self) -> None:
        self.adjust(discretion.propose)

    def adjust(self, service) -> None:
        service(
            self.walk.fresh(), actor=self.walk.officer, on=self.walk.day, fine=self.figure(),
            correction=CORRECTION,
        )  # fmt: skip

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

    def speak(self) -> None:
        kind = self.chance.choice(("statement", "statement", "hearing", "waiver"))
        self.walk.enter(kind, text=f"意见{self.chance.random()}")

    def arrange(self, request, chair, day) -> None:
        hearing.arrange(
            request, actor=self.walk.officer, on=self.walk.day, chair=chair, scheduled_on=day,
            place="会议室",
        )  # fmt: skip

    def discuss(self) -> None:
        discussing.discuss(self.walk)

    def sign(self, paper, actor=None) -> None:
        if paper is None:
            raise ObjectDoesNotExist
        if paper.state == paper.State.DRAFT:
            paper = documents.submit(paper, actor=self.walk.officer, on=self.walk.day)
        documents.sign(paper, actor=actor or self.walk.head, on=self.walk.day)
        self.walk.fresh()

    def sign_last(self, kind, actor) -> None:
        self.sign(papers.latest(self.walk.case, kind), actor)

    def deliver_last(self, kind) -> None:
        self.deliver(papers.latest(self.walk.case, kind))

    def deliver(self, paper) -> None:
        if paper is None:
            raise ObjectDoesNotExist
        capacity = "self" if self.walk.firm.kind == Party.Kind.PERSON else "representative"
        self.walk.deliver(paper, self.walk.day, capacity=capacity)
