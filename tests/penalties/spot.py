"""Brings one case to a decision on the spot, under a clause as a local regulation may set it."""

from archives_enforcement.accounts.models import Party
from archives_enforcement.documents import services as documents
from penalties.models import FineClause, Violation
from penalties.services import execution, on_the_spot
from tests.penalties.case_facts import CLOSING, FILED
from tests.penalties.walk import Walk

TOLD = {
    "correction": "立即停止违法行为，补办登记",
    "reasons": "初次违法，当场改正",
    "time": "2024年8月15日10时20分",
    "place": "示例区示例路",
    "told": True,
    "statement": "当事人没有陈述、申辩",
    "collection": "bank",
    "payment_account": "指定银行示例支行",
}


def local_clause(*kinds, minimum=500, maximum=3_000, category="service_firm"):
    """What a 地方性法规 may add (第十二条第三款): national clauses begin above the limit."""
    kinds = kinds or ("警告", "罚款")
    return FineClause.objects.create(
        violation=Violation.objects.get(code="V01"),
        code=f"local-{FineClause.objects.count()}",
        category=category,
        offender="档案服务企业",
        bases=[{"law": "archives_law", "article": 49, "paragraph": 2, "item": None}],
        kinds=list(kinds),
        confiscate_gains=False,
        minimum=minimum,
        maximum=maximum,
    )


class SpotWalk(Walk):
    """The acts of the officers on the spot, all on one day."""

    def proposed(self, clause=None, **values):
        self.propose(clause=clause or local_clause(), **values)
        return self.case

    def begin(self, clause=None, **values):
        self.proposed(clause, **values)
        self.case = on_the_spot.begin(self.case, actor=self.officer, on=FILED)
        self.day = FILED
        return self.case

    def find(self, results=("met", "met", "met")):
        self.evidence(obtained_on=FILED)
        self.establish(results)
        if self.firm.kind == Party.Kind.PERSON:
            self.record_accountability()
        return self.fresh()

    def ready(self):
        """The facts are found; all that is left is to decide."""
        self.begin()
        return self.find()

    def draft(self, fine=1_000, **changes):
        facts = {**TOLD, **changes}
        return on_the_spot.draft(self.fresh(), actor=self.officer, on=self.day, fine=fine, **facts)

    def decide_there(self, fine=1_000, **changes):
        paper = self.draft(fine, **changes)
        self.paper = documents.complete(paper, actor=self.officer, on=self.day)
        self.fresh()
        return self.paper

    def report(self):
        self.case = on_the_spot.report(
            self.fresh(), actor=self.officer, on=self.day, note="执法科登记第1号"
        )

    def pay(self, amount=1_000):
        return execution.record_payment(
            self.fresh(), actor=self.officer, on=self.day, amount=amount, paid_on=self.day,
            receipt="票1",
        )  # fmt: skip

    def propose_closing(self):
        return execution.propose_closing(
            self.fresh(), actor=self.officer, on=self.day, note=CLOSING
        )
