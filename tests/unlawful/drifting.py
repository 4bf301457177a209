"""A case that is handled by chance: mostly the next lawful step, else whatever comes to mind.

Everybody holds posts enough to be let in, so that nothing but the guards stands in the way. What
is refused is let go; what was written in the end is for the judge (`judging`).
"""

import copy
import random
from datetime import date, timedelta

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.db import transaction

from archives_enforcement.reading import remembering
from penalties.discretion import DiscretionError
from penalties.models import Case
from penalties.queries import papers
from penalties.services import discretion, filing, hearing
from tests import factories
from tests.penalties import discussing
from tests.penalties.case_facts import CORRECTION, HELD, clause_of
from tests.penalties.walk import Walk
from tests.unlawful.drifting_ends import Ends
from tests.unlawful.drifting_papers import Papers
from tests.unlawful.drifting_tries import Tries

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
STEPS, DEAR = 80, 3  # a refused next step costs three tries more: a case that is stuck ends sooner
ENDS = (S.CLOSED, S.NOT_FILED)


class Everybody(Walk):
    """The people of a bureau, each with the post of another beside his own."""

    def __init__(self, bureau):
        super().__init__(bureau)
        self.chair = factories.make_user("chair", "hearing_chair", "backfiller", bureau=bureau)
        for person in (self.officer, self.second, self.head, self.reviewer, self.chair):
            person.groups.add(*map(factories.post_of, ("head", "reviewer", "hearing_chair")))
        self.adopt()
        self.people = [self.officer, self.second, self.head, self.reviewer, self.chair]


class Drift(Tries, Ends, Papers):
    """One case by chance; `taken` and `refused` count what became of each try."""

    def __init__(self, walk: Everybody, seed: int):
        self.walk, self.seed, self.chance = walk, seed, random.Random(seed)
        self.taken = self.refused = 0
        self.steps, self.stuck = STEPS, None

    def drift(self, until: str = "") -> Case | None:
        """Go on to the end of the case, or of the tries, or to the state `until`."""
        case = self.case
        with remembering():  # the law stays the same in all of it
            while self.steps > 0 and not (case and case.state in (*ENDS, until)):
                self.steps -= 1
                self.attempt(self.careful if self.chance.random() < 0.5 else self.whim)
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
            self.steps -= DEAR if step == self.careful else 0

    # The next step, as a careful officer takes it

    def careful(self) -> None:
        """Not again what was refused while nothing has changed since but the day."""
        since = (self.taken, self.walk.day)
        if self.stuck == since:
            self.pass_days(3)
            return self.whim()
        self.stuck = since
        return self.next_step()

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

    def pass_days(self, most: int) -> None:
        self.walk.day += timedelta(self.chance.randrange(most + 1))

    def fix(self) -> None:
        self.adjust(discretion.propose)

    def adjust(self, service) -> None:
        service(
            self.walk.fresh(), actor=self.walk.officer, on=self.walk.day, fine=self.figure(),
            correction=CORRECTION,
        )  # fmt: skip

    def arrange(self, request, chair, day) -> None:
        hearing.arrange(
            request, actor=self.walk.officer, on=self.walk.day, chair=chair, scheduled_on=day,
            place="会议室",
        )  # fmt: skip

    def discuss(self) -> None:
        discussing.discuss(self.walk)
