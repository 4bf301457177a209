"""检查评价: taken in without its giver; see `supervision.models.ratings` for what is not kept."""

import random
import uuid
from datetime import date

from archives_enforcement.accounts.models import Bureau
from archives_enforcement.audit import trail
from archives_enforcement.workflow import Refused, act, check_permission, lock
from inspections.models import Inspection
from supervision import rating_guards as guards
from supervision.models import RatedVisit, Rating
from supervision.models.ratings import GIVE
from supervision.queries.ratings import quarter_of


@act
def rate(visit: Inspection, *, actor, on: date, text: str = "", **marks: int) -> None:
    """评价一次检查, once for each visit by anybody of its unit; marks are 1 to 5, 5 is good.

    Nothing is returned and no entry is left in the trail: either would tell who said what. It
    counts in the quarter of today, since a quarter that is over is read already.
    Raises Refused for a second rating, a mark left out and a text that names unit or officer.
    """
    visit = lock(visit, actor)
    check_permission(actor, GIVE, "评价检查")
    if on != trail.today():
        raise Refused("评价按提交当天计入季度，不能补录。")
    text = text.strip()
    why = guards.why_not_rated(visit) or guards.why_not_marked(marks)
    if why := why or guards.why_not_said(visit, text):
        raise Refused(why)
    RatedVisit.objects.create(inspection=visit)
    _mix_in(Rating(bureau=visit.bureau, quarter=quarter_of(on), text=text, **marks))


def _mix_in(rating: Rating) -> None:
    """Write the ratings of the quarter anew in random order, so that none is the last one."""
    Bureau.objects.select_for_update(no_key=True).get(pk=rating.bureau_id)
    before = Rating.objects.filter(bureau=rating.bureau_id, quarter=rating.quarter)
    rows = [*before, rating]
    before.delete()
    for row in rows:
        row.pk = uuid.uuid4()
    random.SystemRandom().shuffle(rows)
    Rating.objects.bulk_create(rows)
