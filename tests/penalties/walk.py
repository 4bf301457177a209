"""Brings one case of an 档案服务企业 forward, a stage at a time, through the services alone."""

from datetime import date

from penalties.models import Case
from penalties.services import filing
from tests import factories
from tests.penalties.case_acts import Acts
from tests.penalties.case_facts import (
    DELIVERED,
    FILED,
    INVESTIGATED,
    WEIGHED,
    clause_of,
    make_answering_contact,
    make_firm,
    qualify,
    working_days_after,
)

STAGES = ("propose", "file", "investigate", "weigh", "notify", "hear", "review", "decide", "serve")


class Walk(Acts):
    """One case and its people; a stage that is behind it is not walked again."""

    def __init__(self, bureau):
        self.bureau = bureau
        self.officer = factories.make_officer("officer", bureau, "backfiller")
        self.second = factories.make_officer("second_officer", bureau, "backfiller")
        self.head = factories.make_user("head", "head", "backfiller", bureau=bureau)
        self.reviewer = factories.make_user("reviewer", "reviewer", "backfiller", bureau=bureau)
        qualify(self.reviewer)
        self.clerk = factories.make_user("clerk", "clerk", bureau=bureau)
        self.firm = make_firm(bureau)
        self.contact = make_answering_contact("firm_contact", self.firm)
        self.case = None
        self.stage = ""
        self.day = FILED

    def fresh(self):
        self.case = Case.objects.get(pk=self.case.pk)
        return self.case

    def reach(self, stage):
        """Walk up to `stage`; True when it has to be walked itself now."""
        if self.stage and STAGES.index(self.stage) >= STAGES.index(stage):
            return False
        before = STAGES.index(stage) - 1
        if before >= 0:
            getattr(self, STAGES[before])()
        self.stage = stage
        return True

    def propose(self, lead=None, **values):
        if not values and lead is None and not self.reach("propose"):
            return self.case
        clause = values.pop("clause", None) or clause_of()
        lead = lead or self.lead()
        if not lead.determinations.exists():
            self.determine(lead, code=clause.violation.code)
        return self.file_under(lead, clause, **values)

    def file(self):
        if self.reach("file"):
            self.case = filing.approve(self.case, actor=self.head, on=FILED)
            self.day = INVESTIGATED
        return self.case

    def investigate(self, results=("met", "met", "met")):
        if self.reach("investigate"):
            self.evidence()
            self.establish(results)
            self.end()
            self.day = WEIGHED
        return self.case

    def weigh(self, fine=47_000):
        if self.reach("weigh"):
            self.circumstance("丢失永久档案 3 件、三十年档案 5 件", tier="T4", criterion=1)
            self.circumstance("次日主动报告，十日内追回 5 件", factor="L09")
            self.fix(fine)
        return self.case.assessment

    def notify(self):
        """The notice is delivered; the next day has come."""
        if self.reach("notify"):
            self.paper = self.deliver(self.sign(self.draft_notice()), DELIVERED)
            self.day = date(2024, 9, 30)
        return self.paper

    def terms_end(self):
        """The day after both terms have run out."""
        self.day = working_days_after(DELIVERED, 6)

    def hear(self):
        """A statement and its answer; both terms have run out afterwards."""
        if self.reach("hear"):
            self.answer(self.enter("statement"))
            self.terms_end()
        return self.case

    def review(self):
        if self.reach("review"):
            self.submit_review()
            self.give_review()
        return self.case

    def decide(self):
        if self.reach("decide"):
            self.paper = self.sign(self.draft_decision())
        return self.paper

    def serve(self):
        """The decision is delivered."""
        if self.reach("serve"):
            self.deliver(self.paper, self.day)
        return self.paper
