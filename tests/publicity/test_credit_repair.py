"""信用修复: the publicity of a penalty ends before its longest time, never before its shortest."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from archives_enforcement.workdays.limits import compute
from archives_enforcement.workflow import Refused
from penalties.services import execution
from publicity.models import Notice
from publicity.services import notices

NOTE = "信用中国信用修复决定（示例〔2026〕1号）"


def published(flow, walk, credit_class, decided_on):
    """A notice on a decision of that day, as the clock of publicity sees it."""
    notice = flow.published()
    rows = Notice.objects.filter(pk=notice.pk)
    rows.update(credit_class=credit_class, decided_on=decided_on, expires_on=None)
    return rows.get()


def repair(notice, walk, **given):
    asked = {"actor": walk.clerk, "on": notice.published_on, "note": NOTE}
    return notices.repair(notice, **asked | given)


@pytest.mark.parametrize(("credit_class", "code"), [("general", "D-G12-2"), ("serious", "D-G13-2")])
def test_repair_waits_for_the_shortest_time_and_ends_publicity_at_once(
    flow, walk, client, credit_class, code
):
    last_day = flow.today - timedelta(1)  # of the shortest time, for the lawful twin
    decided_on = next(
        day for day in (last_day - timedelta(back) for back in range(400))
        if compute(code, day).last <= last_day
    )  # fmt: skip
    notice = published(flow, walk, credit_class, decided_on + timedelta(5))
    with pytest.raises(Refused, match="最短公示期到"):
        repair(notice, walk)
    Notice.objects.filter(pk=notice.pk).update(decided_on=decided_on)
    page = reverse("publicity:public-detail", args=[notice.pk])
    assert client.get(page).status_code == 200
    repaired = repair(notice, walk)
    assert (repaired.state, repaired.repaired_on) == ("published", flow.today)
    assert client.get(page).status_code == 404
    assert notice.title not in client.get(reverse("publicity:public-data-export")).text
    with pytest.raises(Refused, match="还没有修复的"):
        repair(repaired, walk)


def test_what_is_slight_is_repaired_as_soon_as_the_fine_is_paid(flow, walk):
    notice = published(flow, walk, "minor", flow.today)
    with pytest.raises(Refused, match="还没有履行义务"):
        repair(notice, walk)
    execution.record_payment(
        walk.case, actor=walk.officer, on=walk.day, amount=47_000, paid_on=walk.day, receipt="票1"
    )
    assert repair(notice, walk).repaired_on == flow.today


def test_repair_is_for_credit_information_entered_today_by_who_publishes(flow, walk):
    notice = published(flow, walk, "none", flow.today)
    with pytest.raises(Refused, match="属于信用信息"):
        repair(notice, walk)
    notice = Notice.objects.get(pk=notice.pk)
    old = flow.today - timedelta(400)
    Notice.objects.filter(pk=notice.pk).update(credit_class="general", decided_on=old)
    with pytest.raises(PermissionDenied):
        repair(notice, walk, actor=walk.officer)
    with pytest.raises(Refused, match="请写明信用修复的决定"):
        repair(notice, walk, note=" ")
    with pytest.raises(Refused, match="当天为准"):
        repair(notice, walk, on=flow.today - timedelta(1))
    assert repair(notice, walk).repair_note == NOTE
