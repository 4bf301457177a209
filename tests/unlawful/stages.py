"""The states in which attempts are made, each brought about through the services."""

from archives_enforcement.accounts.models import Party
from tests import factories
from tests.penalties import persons
from tests.penalties.spot import SpotWalk, local_clause
from tests.penalties.walk import Walk
from tests.unlawful import supervising, tips, visiting


def _case(stage):
    def build(bureau):
        walk = Walk(bureau)
        getattr(walk, stage)()
        return walk

    return build


def lead(bureau):
    """A lead with its facts, on which a case may be proposed."""
    walk = Walk(bureau)
    walk.tip = walk.lead()
    walk.determine(walk.tip)
    return walk


def lead_hall(bureau):
    """A lead about a 国家档案馆; its facts are not recorded yet."""
    walk = Walk(bureau)
    walk.firm = factories.make_party(bureau, "示例区档案馆", Party.Kind.ARCHIVES)
    walk.tip = walk.lead(party=walk.firm)
    return walk


def pending(bureau):
    walk = Walk(bureau)
    walk.propose()
    return walk


def submit_review(bureau):
    walk = Walk(bureau)
    walk.hear()
    walk.submit_review()
    return walk


def chosen(bureau):
    """A case that may go on the spot."""
    walk = SpotWalk(bureau)
    walk.proposed()
    return walk


def spot(bureau):
    walk = SpotWalk(bureau)
    walk.ready()
    return walk


def spot_citizen(bureau):
    """A citizen, under a clause of 50 to 3,000 yuan."""
    walk = SpotWalk(bureau)
    walk.firm = factories.make_party(bureau, "当事人甲", Party.Kind.PERSON, address="示例路3号")
    walk.begin(local_clause(minimum=50, category="individual"))
    walk.find()
    return walk


def person(bureau):
    return persons.begin(Walk(bureau))


STAGES = {
    "person": person,
    "spot_citizen": spot_citizen,
    **{
        f"visit_{name}": getattr(visiting, name)
        for name in ("drafted", "pending", "approved", "failed")
    },
    "tips": tips.Tips,
    "tips_accepted": tips.accepted,
    "supervising": supervising.Office,
    "fault_proposed": supervising.proposed,
    "fault_decided": supervising.decided,
    "lead": lead,
    "lead_hall": lead_hall,
    "pending": pending,
    "submit_review": submit_review,
    "chosen": chosen,
    "spot": spot,
    **{
        stage: _case(stage)
        for stage in (
            "file", "investigate", "weigh", "notify", "hear", "review", "decide",
            "serve",
        )
    },
}  # fmt: skip
