"""A check at an enterprise, in order but for one fact, on its way to the door."""

from datetime import date

from archives_enforcement.accounts.models import Certificate, Party
from inspections.services import publishing, recording, teams, visit_decisions
from tests import factories
from tests.inspections import arranging
from tests.inspections.ruling import make_cap

TODAY = date(2026, 5, 6)
DAY = date(2026, 6, 4)  # a Thursday


class Case:
    """A check at an enterprise on which everything is in order; one fact is changed at a time."""

    def __init__(self, bureau, clerk, officer, second, head):
        self.clerk, self.officer, self.second, self.head = clerk, officer, second, head
        self.unit = factories.make_unit(bureau, "示例公司", Party.Kind.PRIVATE_ENTERPRISE)
        self.members, self.approves, self.reason = [officer, second], True, "防止补造材料"
        self.cap, self.exception, self.publishes = 0, {}, True

    def draft(self):
        return arranging.draft_visit(
            self.officer, self.unit, on=TODAY, scheduled_on=DAY, unannounced=self.reason,
            **self.exception,
        )  # fmt: skip

    def run(self):
        """Draft, team, approval, start: the whole way until somebody stands at the door."""
        if self.publishes:
            publishing.publish_list(
                arranging.checklist(), actor=self.clerk, on=TODAY, published_on=TODAY
            )
        if self.cap:
            make_cap(self.clerk, self.cap, on=TODAY)
            other = arranging.draft_visit(self.officer, self.unit, on=TODAY, scheduled_on=DAY)
            assert other.pk
        visit = self.draft()
        lead, *others = self.members
        teams.set_team(visit, actor=self.officer, on=TODAY, lead=lead, officers=others)
        visit_decisions.submit_inspection(visit, actor=self.officer, on=TODAY)
        if self.approves:
            visit_decisions.approve_inspection(visit, actor=self.head, on=TODAY)
        visit.refresh_from_db()
        return visit

    def expire(self, day):
        Certificate.objects.filter(user=self.second).update(valid_to=day)


def start(case, visit, day=DAY):
    return recording.start(visit, actor=case.officer, on=day, arrived_at=None)
