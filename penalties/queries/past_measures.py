"""Reads of 历史强制措施记录: with what was scanned, for the list and a unit."""

from penalties.models import PastMeasure
from penalties.queries.cases import with_files


def of_party(party, user) -> list[PastMeasure] | None:
    """For the page of a unit; None where there is nothing to show."""
    rows = PastMeasure.objects.visible_to(user).filter(party=party).select_related("case")
    return with_files(rows, user) or None
