"""The states in which attempts are made, each brought about through the services."""

from tests.penalties.spot import SpotWalk
from tests.penalties.walk import Walk


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


def pending(bureau):
    walk = Walk(bureau)
    walk.propose()
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


STAGES = {
    "lead": lead,
    "pending": pending,
    "chosen": chosen,
    "spot": spot,
    **{
        stage: _case(stage)
        for stage in (
            "file", "investigate", "weigh", "notify", "hear", "submit_review", "review", "decide",
            "serve",
        )
    },
}  # fmt: skip
