"""Many cases from few beginnings: from certain states on a case goes on in several ways.

What came before is shared on savepoints; each ending is a case of its own to the judge.
"""

from collections.abc import Callable

from django.db import transaction

from penalties.models import Case
from tests.unlawful.drifting import ENDS, Drift, S

FORKS = ((S.INVESTIGATED, 2), (S.PROPOSED, 2), (S.NOTIFIED, 3), (S.REVIEWED, 4))


def endings(drift: Drift, judge: Callable[[Case | None], list], forks=FORKS) -> list:
    """What `judge` says of each ending; nothing of them stays."""
    (until, ways), *later = forks or (("", 0),)
    case = drift.drift(until)
    if not ways or case is None or case.state in ENDS or drift.steps <= 0:
        return [judge(case)]
    found = []
    for way in range(ways):
        with transaction.atomic():
            found += endings(drift.another(way), judge, later)
            transaction.set_rollback(True)
    return found
