"""An annual plan in each of its states."""

import pytest

from inspections.services import planning
from tests import factories
from tests.inspections import arranging

ON = arranging.PLANNED_ON


@pytest.fixture
def clerk(bureau):
    return factories.make_user("clerk", "clerk", "backfiller", bureau=bureau)


@pytest.fixture
def plan(clerk):
    return arranging.make_plan(clerk)


@pytest.fixture
def filled(plan, clerk, unit):
    arranging.add_units(plan, clerk, unit)
    return plan


@pytest.fixture
def submitted(filled, clerk):
    return planning.submit_plan(filled, actor=clerk, on=ON)


@pytest.fixture
def checked(submitted):
    return arranging.check_plan(submitted)


@pytest.fixture
def published(checked, submitted, head, clerk):
    planning.approve_plan(submitted, actor=head, on=ON)
    return planning.publish_plan(submitted, actor=clerk, on=ON)
