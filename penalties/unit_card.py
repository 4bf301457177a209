"""What 行政处罚 knows of a unit that is to end."""

from datetime import date

from penalties.models import Case
from units import open_matters
from units.models import Unit


def _open_cases(unit: Unit, user, today: date) -> list[str]:
    rows = Case.objects.visible_to(user).filter(party=unit.party_id, state__in=Case.OPEN)
    return [f"案件没有办结：{row}（{row.get_state_display()}）" for row in rows]


open_matters.register(_open_cases)
