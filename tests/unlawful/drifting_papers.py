"""How a case that is handled by chance gets its papers signed and delivered."""

from django.core.exceptions import ObjectDoesNotExist

from archives_enforcement.accounts.models import Party
from archives_enforcement.documents import services as documents
from penalties.queries import papers


class Papers:
    """What `Drift` does with the letters and decisions of its case."""

    def sign(self, paper, actor=None) -> None:
        if paper is None:
            raise ObjectDoesNotExist
        if paper.state == paper.State.DRAFT:
            paper = documents.submit(paper, actor=self.walk.officer, on=self.walk.day)
        documents.sign(paper, actor=actor or self.leader(), on=self.walk.day)
        self.walk.fresh()

    def leader(self):
        """Who signs: mostly one who has not reviewed the case."""
        reviewers = [row.reviewed_by for row in self.walk.case.reviews.all()]
        ways = [who for who in (self.walk.head, self.walk.chair) if who not in reviewers]
        return self.chance.choice(ways or [self.walk.head])

    def sign_last(self, kind, actor) -> None:
        self.sign(papers.latest(self.walk.case, kind), actor)

    def deliver_last(self, kind) -> None:
        self.deliver(papers.latest(self.walk.case, kind))

    def deliver(self, paper) -> None:
        if paper is None:
            raise ObjectDoesNotExist
        capacity = "self" if self.walk.firm.kind == Party.Kind.PERSON else "representative"
        self.walk.deliver(paper, self.walk.day, capacity=capacity)
