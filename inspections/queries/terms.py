"""How long a unit has for a problem: the term of the limit, or the days set for its kind."""

from datetime import date

from archives_enforcement.workdays import limits
from archives_enforcement.workdays.arithmetic import Unit
from archives_enforcement.workdays.counting import Computation
from inspections.models import Inspection, RectificationRule

REPORT, ORDER = "D-I08", "D-I07"


def rule_of(inspection: Inspection, on: date) -> RectificationRule:
    """The 整改规则 of the day of the visit: what is set later changes no letter."""
    return RectificationRule.objects.on(inspection.bureau_id, inspection.inspected_on or on)


class Terms:
    """The terms of the problems of one visit as a letter of the day `on` names them."""

    def __init__(self, inspection: Inspection, on: date):
        self.bureau, self.on = inspection.bureau, on
        self.rule = rule_of(inspection, on)
        self._computed: dict[tuple, Computation] = {}

    def order(self) -> str:
        """How long the unit has for what it is ordered to do."""
        return self._words(ORDER, None)

    def of(self, kind: str) -> str:
        """How long the unit has for a problem of this kind (`reminders.KINDS`; else D-I08)."""
        return self._words(REPORT, self.rule.days_for(kind))

    def longest(self, kinds) -> str:
        """How long it has for the report on all its problems, and whether some are due earlier."""
        lengths = {self.rule.days_for(kind) for kind in kinds}
        last = max(lengths, key=lambda length: self._compute(REPORT, length).due_on)
        first = "按各项的整改期限逐项回复，并" if len(lengths) > 1 else "并"
        return f"{first}{self._words(REPORT, last)}"

    def _words(self, code: str, length: int | None) -> str:
        trigger = f"{limits.find(code).trigger}后"
        return f"自收到本意见书之日起{self._compute(code, length).rule.removeprefix(trigger)}"

    def _compute(self, code: str, length: int | None) -> Computation:
        if (code, length) not in self._computed:
            unit = Unit.WORKDAY if length else ""
            self._computed[code, length] = limits.compute(
                code, self.on, bureau=self.bureau, length=length, unit=unit
            )
        return self._computed[code, length]
