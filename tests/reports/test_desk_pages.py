"""The pages of 工作台 and of the unit's home."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.documents.models import Delivery
from archives_enforcement.workdays import deadlines
from inspections.models import Checklist, Lead
from publicity.models import Notice
from reports.models import LedgerTask
from tests import factories
from tests.reports.counting import counted
from tests.reports.years import YearMaker

ON = date(2025, 1, 6)
WORDS = {"problems": "力度不够。", "next_steps": "加强培训。"}
WORKBENCH, PORTAL = "reports:workbench", "reports:portal"
LEDGER, LIST = "reports:ledger-list", "reports:annual-report-list"


def fill_desk(bureau, officer, day, place):
    maker = YearMaker.__new__(YearMaker)
    maker.bureau, maker.year, maker.officer, maker.units = bureau, day.year, officer, []
    maker.checklist = Checklist.objects.first()
    unit = factories.make_unit(bureau, f"示例单位{place}")
    for state in ("pending", "draft", "recorded", "rectifying", "approved"):
        check = maker.check(state=state, unit=unit)
        type(check).objects.filter(pk=check.pk).update(scheduled_on=day, inspected_on=day)
        check.team.create(user=officer, part="lead")
    finding = maker.finding(check)
    finding.state = "replied"
    finding.save()
    paper = maker.paper(check, party=unit.party)
    Delivery.objects.create(document=paper, party=unit.party, sent_on=day - timedelta(days=9))
    LedgerTask.objects.create(bureau=bureau, year=day.year, title="任务", owner="科", due_on=day)
    lead = Lead.objects.create(
        bureau=bureau, party=unit.party, source="tip", text="反映", received_on=day,
        registered_by=officer,
    )  # fmt: skip
    deadlines.start(lead, "D-P04", bureau=bureau, on=day)
    decision = maker.paper(lead, "penalty_decision", party=unit.party)
    deadlines.start(decision, "D-G01", bureau=bureau, on=day)
    for state in ("draft", "approved"):
        told = maker.paper(lead, "penalty_decision", party=unit.party)
        notice(told, officer, day, state)


def notice(decision, officer, day, state):
    """A notice that waits for the head, or for publication."""
    Notice.objects.create(
        bureau=decision.bureau, document=decision, number=decision.number, title="公示",
        issuer="示例区档案局", decided_on=day, credit_class="none", credit_reason="设定",
        state=state, drafted_by=officer, drafted_on=day, secrecy_checked=True,
        secrecy_reviewer=officer,
    )  # fmt: skip


@pytest.mark.parametrize("person", ["officer", "clerk", "head"])
def test_the_workbench_costs_the_same_queries_with_one_row_and_with_three(
    client, request, bureau, officer, person
):
    today = timezone.localdate()
    client.force_login(request.getfixturevalue(person))
    fill_desk(bureau, officer, today, 1)
    address = reverse(WORKBENCH)
    client.get(address)
    one = counted(client, address)
    for place in (2, 3):
        fill_desk(bureau, officer, today, place)

    assert counted(client, address) == one


def test_a_free_person_is_told_so(client, reviewer):
    client.force_login(reviewer)

    page = client.get(reverse(WORKBENCH)).content.decode()
    assert page.count("现在没有要您办的事") == 1


def test_the_unit_reads_its_papers_problems_and_finished_visits(client, bureau, unit, contact):
    maker = YearMaker(bureau, 2024)
    check = maker.check(unit=unit)
    paper = maker.paper(check, party=unit.party)
    Delivery.objects.create(document=paper, party=unit.party, sent_on=date(2024, 4, 1))
    finding = maker.finding(check)
    maker.check(unit=unit, state="closed")
    maker.check(unit=unit, state="recorded")
    client.force_login(contact)

    page = client.get(reverse(PORTAL))
    said = page.content.decode()
    assert (page.context["unsigned"], page.context["finished_total"]) == (1, 1)
    assert said.count(reverse("inspections:portal-finding-reply", args=[finding.pk])) == 1
    assert (
        said.count(reverse("documents:delivery-acknowledge", args=[paper.deliveries.get().pk])) == 1
    )
    assert said.count("示例街道一，您好") == 1


def test_a_person_of_two_units_reads_whose_paper_is_whose(client, bureau):
    maker = YearMaker(bureau, 2024)
    units = [maker.unit(), maker.unit()]
    for unit in units:
        paper = maker.paper(maker.check(unit=unit), party=unit.party)
        Delivery.objects.create(document=paper, party=unit.party, sent_on=date(2024, 4, 1))
    client.force_login(factories.make_contact("two", *(unit.party for unit in units)))

    page = client.get(reverse(PORTAL))
    assert [name for name, _ in page.context["letters"]] == [str(unit) for unit in units]


def test_the_unit_sees_nothing_of_another(client, bureau, contact):
    maker = YearMaker(bureau, 2024)
    check = maker.check()
    maker.finding(check)
    paper = maker.paper(check, party=check.unit.party)
    Delivery.objects.create(document=paper, party=check.unit.party, sent_on=date(2024, 4, 1))
    client.force_login(contact)

    page = client.get(reverse(PORTAL))
    assert (page.context["unsigned"], page.context["findings"].total) == (0, 0)


def test_the_home_of_a_unit_costs_the_same_queries_with_one_row_and_with_three(
    client, bureau, unit, contact
):
    client.force_login(contact)
    maker = YearMaker(bureau, 2024)

    def fill():
        check = maker.check(unit=unit)
        maker.finding(check)
        maker.check(unit=unit, state="closed")
        paper = maker.paper(check, party=unit.party)
        Delivery.objects.create(document=paper, party=unit.party, sent_on=date(2024, 4, 1))

    fill()
    client.get(reverse(PORTAL))
    one = counted(client, reverse(PORTAL))
    fill()
    fill()
    assert counted(client, reverse(PORTAL)) == one
