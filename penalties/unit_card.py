"""What 行政处罚 adds to the page of a unit, and knows of one that is to end."""

from datetime import date

from penalties.models import Case
from penalties.queries import past_measures
from units import open_matters
from units.card import Part, register
from units.models import Unit


def _open_cases(unit: Unit, user, today: date) -> list[str]:
    rows = Case.objects.visible_to(user).filter(party=unit.party_id, state__in=Case.OPEN)
    return [f"案件没有办结：{row}（{row.get_state_display()}）" for row in rows]


open_matters.register(_open_cases)
register(
    "past_measures",
    Part(
        "penalties.view_case",
        "penalties/_past_measures.html",
        lambda unit, user, today: past_measures.of_party(unit.party, user),
    ),
)
