"""执法监督 of one side, in the states in which somebody may act, through the services."""

from tests.access.sides import Side
from tests.access.visits import DAY
from tests.supervision.papers import Paper


def supervision(side: Side) -> dict:
    team = side.team

    def paper() -> Paper:
        return Paper(team.desk, team.lawyer, team.chief, team.lead)

    said = {"on": DAY, "receiver": side.mark("watch")}
    drafted, issued, opened, reported, asked, received = (paper() for _ in range(6))
    drafted.draft(**said)
    issued.draft(**said)
    issued.sign(DAY)
    opened.open(**said)
    reported.open(**said)
    reported.report(DAY)
    asked.open(**said)
    asked.ask(DAY)
    received.enter(**said, issued_on=DAY)
    received.ask(DAY)
    return {
        "watch_draft": drafted.notice,
        "watch_issued": issued.fresh(),
        "watch_open": opened.notice,
        "watch_reported": reported.notice,
        "watch_asked": asked.notice,
        "watch_received": received.notice,
    }
