"""Ten units that reported; at one of them a visit had seen what it says of itself."""

import pytest

from inspections.services import planning
from tests import casting, factories
from tests.inspections import self_inspecting as self_
from tests.inspections.self.spotting import rule_of, travel, visited
from tests.inspections.self_inspecting import FILED, OPENED, key_of, report_of
from tests.sharing import own

cast, bureau, unit = casting.cast, casting.bureau, casting.unit
head, clerk = casting.head, casting.clerk
officer, second_officer = casting.officer, casting.second_officer


@pytest.fixture
def plan(clerk):
    return planning.create_plan(actor=clerk, on=OPENED, year=2026, title="2026年度计划")


@pytest.fixture(scope="module")
def round_of_ten(cast):
    """Ten streets; two problems were seen at unit 一: 2-02 is grave (A), 2-06 less so (B).

    It says of 2-02 that all is well and is frank about 2-06.
    """
    others = (factories.make_unit(cast.bureau, f"示例街道{n:02d}") for n in range(2, 11))
    units = [cast.unit, *others]
    visited(cast.unit, cast, "2-02", "2-06")
    with travel(OPENED):
        asked = self_.opened(cast.clerk, cast.head, rule=rule_of(cast.head, 40))
    with travel(FILED):
        for each in units:
            changed = {key_of("2-06"): "否"} if each == cast.unit else {}
            self_.entered(report_of(asked, each), cast.clerk, **changed)
    return asked


@pytest.fixture
def reported(round_of_ten, clock, db):
    clock.move_to(FILED)
    return own(round_of_ten)
