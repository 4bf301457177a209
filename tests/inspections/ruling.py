"""Rules of coverage, set through the service."""

from datetime import date

from inspections.models import CoverageRule
from inspections.services import coverage

SINCE = date(2024, 1, 1)
NOTHING = dict.fromkeys(CoverageRule.NUMBERS)


def stated(**values) -> dict:
    """What the service takes: a patrol of every unit once a year, unless said otherwise."""
    numbers = {name: values.pop(name) for name in CoverageRule.NUMBERS if name in values}
    return {
        "title": "日常巡查",
        "kind": "any",
        "population": "all",
        "effective_from": SINCE,
        "source": "示例区档案局工作制度",
        "mark": "LOCAL",
        **NOTHING,
        **(numbers or {"unit_min": 1}),
        **values,
    }


def make_rule(actor, *, on: date, **values) -> CoverageRule:
    return coverage.set_rule(actor=actor, on=on, **stated(**values))


def make_cap(actor, times: int = 1, *, on: date, **values) -> CoverageRule:
    """How often an enterprise may be checked in a year."""
    cap = {
        "title": "企业检查频次上限",
        "population": "enterprise",
        "source": "国办发〔2024〕54号",
        "mark": "V2",
        "effective_from": date(2025, 7, 1),
    }
    return make_rule(actor, on=on, unit_max=times, **cap | values)
