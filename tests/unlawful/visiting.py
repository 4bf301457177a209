"""Visits at an enterprise on which everything is in order, brought as far as a stage needs."""

from datetime import date

from archives_enforcement.accounts.models import Party
from inspections.services import publishing, teams, visit_decisions
from tests import factories
from tests.inspections import arranging, rectifying

ASKED, DAY = date(2025, 8, 6), date(2025, 9, 4)  # when it is arranged; a Thursday


class Visits:
    """The bureau's people, a private enterprise, and one visit there."""

    case = None

    def __init__(self, bureau):
        self.bureau, self.day = bureau, ASKED
        self.unit = factories.make_unit(bureau, "示例公司", Party.Kind.PRIVATE_ENTERPRISE)
        self.head = factories.make_user("head", "head", "backfiller", bureau=bureau)
        self.clerk = factories.make_user("clerk", "clerk", bureau=bureau)
        self.officer = factories.make_officer("officer", bureau, "backfiller")
        self.second = factories.make_officer("second_officer", bureau, "backfiller")

    def publish(self):
        publishing.publish_list(
            arranging.checklist(), actor=self.clerk, on=ASKED, published_on=ASKED,
            place="区政府网站",
        )  # fmt: skip


def drafted(bureau) -> Visits:
    walk = Visits(bureau)
    walk.publish()
    draft = arranging.draft_visit(
        walk.officer, walk.unit, on=ASKED, scheduled_on=DAY, unannounced="防止补造材料"
    )
    walk.visit = teams.set_team(
        draft, actor=walk.officer, on=ASKED, lead=walk.officer, officers=[walk.second]
    )
    return walk


def pending(bureau) -> Visits:
    walk = drafted(bureau)
    visit_decisions.submit_inspection(walk.visit, actor=walk.officer, on=ASKED)
    return walk


def approved(bureau) -> Visits:
    walk = pending(bureau)
    visit_decisions.approve_inspection(walk.visit, actor=walk.head, on=ASKED)
    walk.day = DAY
    return walk


def failed(bureau) -> Visits:
    """A grave hazard whose day to be put right has passed: its ladder is open to the end."""
    walk = Visits(bureau)
    walk.day = rectifying.days(0)
    walk.visit = rectifying.make_visit(walk.unit, walk.officer, walk.second)
    rectifying.make_finding(walk.visit, due=-1, severity="A", item=rectifying.endangering())
    return walk
