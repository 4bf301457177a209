"""A bureau above reads what is issued or published below; it acts on none of it.

The table asks each page with an empty form; here the acts themselves, with all that they need.
"""

from datetime import date

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.utils import timezone

from inspections.services import planning
from publicity.services import notices
from reports.services import annual

pytestmark = pytest.mark.django_db

CHANGED = {"changed_on": date(2025, 2, 3), "ground": "原决定已变更"}


@pytest.fixture
def above(world):
    """Staff of the bureau above, with every post there is."""
    return {"actor": world.users["T"], "on": timezone.localdate()}


def test_it_does_not_close_a_plan(world, above):
    plan = world.records["plan_published"]
    reasons = {item.pk: "另行安排" for item in plan.items.all()}
    with pytest.raises(ObjectDoesNotExist):
        planning.close_plan(plan, deviations=reasons, **above)


def test_it_does_not_report_a_published_notice_changed(world, above):
    with pytest.raises(ObjectDoesNotExist):
        notices.report_change(world.records["notice_published"], **CHANGED, **above)


def test_it_does_not_withdraw_a_notice(world, above):
    notice = world.records["notice_published"]
    clerk = notice.drafted_by
    notices.report_change(notice, **CHANGED, actor=clerk, on=above["on"])
    with pytest.raises(ObjectDoesNotExist):
        notices.withdraw(notice, reason="原决定已变更", **above)


def test_it_does_not_publish_a_report(world, above):
    with pytest.raises(ObjectDoesNotExist):
        annual.publish_report(world.records["report_approved"], **above)
