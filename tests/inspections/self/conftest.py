"""A bureau with units of several kinds; the clock stands on the day the reports are asked for."""

import pytest

from archives_enforcement.accounts.models import Party
from tests import factories
from tests.inspections import self_inspecting


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(self_inspecting.OPENED)
    return time_machine


@pytest.fixture
def school(bureau):
    return factories.make_unit(bureau, "示例学校一", Party.Kind.INSTITUTION)


@pytest.fixture
def firm(bureau):
    """Whom no article binds."""
    return factories.make_unit(bureau, "示例民企一", Party.Kind.PRIVATE_ENTERPRISE)


@pytest.fixture
def contact(unit):
    return factories.make_contact("contact", unit.party)


@pytest.fixture
def asked(clerk, head, unit, school, firm):
    return self_inspecting.opened(clerk, head)


@pytest.fixture
def report(asked, unit):
    return self_inspecting.report_of(asked, unit)


@pytest.fixture
def filed(report, contact, clock):
    clock.move_to(self_inspecting.FILED)
    self_inspecting.submitted(report, contact)
    return self_inspecting.report_of(report.self_inspection, report.unit)
