"""企业年度检查频次上限: it blocks, but for the lawful exceptions with their reason."""

from datetime import date, time

import pytest
from django.urls import reverse

from archives_enforcement.accounts.models import Party
from archives_enforcement.workflow import Refused
from inspections.models import CoverageRule, Inspection, Lead
from inspections.services import teams, urgent, visit_decisions, visits
from tests import factories
from tests.inspections import arranging
from tests.inspections.ruling import make_cap, make_rule

pytestmark = pytest.mark.django_db
TODAY = date(2026, 5, 6)
DAY = date(2026, 6, 4)  # a Thursday


@pytest.fixture(autouse=True)
def clock(time_machine):
    time_machine.move_to(TODAY)


@pytest.fixture
def firm(bureau):
    return factories.make_unit(bureau, "示例公司", Party.Kind.PRIVATE_ENTERPRISE)


@pytest.fixture
def capped(clerk, officer, firm):
    """The firm has been checked as often as it may be."""
    make_cap(clerk, on=TODAY)
    draft(officer, firm)
    return firm


def draft(officer, unit, **values):
    return arranging.draft_visit(officer, unit, on=TODAY, **{"scheduled_on": DAY, **values})


def test_a_second_check_is_refused_with_number_and_source(officer, capped):
    with pytest.raises(Refused, match="2026 年已安排检查 1 次，达到上限 1 次.*54号"):
        draft(officer, capped)
    assert Inspection.objects.count() == 1


@pytest.mark.parametrize("difference", ["next year", "cancelled", "higher", "none", "no firm"])
def test_what_the_ceiling_does_not_forbid(officer, clerk, bureau, firm, difference):
    unit = factories.make_unit(bureau) if difference == "no firm" else firm
    if difference != "none":
        make_cap(clerk, 2 if difference == "higher" else 1, on=TODAY)
    first = draft(officer, unit)
    if difference == "cancelled":
        visit_decisions.cancel_inspection(first, actor=officer, on=TODAY, note="停业")
    later = {"scheduled_on": date(2027, 3, 4)} if difference == "next year" else {}
    assert draft(officer, unit, **later).pk


@pytest.mark.parametrize(
    ("kind", "exception"), [("case", "clue"), ("daily", "request"), ("special", "superior")]
)
def test_a_lawful_exception_needs_its_reason(officer, capped, kind, exception):
    asked = {"kind": kind, "cap_exception": exception}
    with pytest.raises(Refused, match="检查事由|写明事由") as refused:
        draft(officer, capped, **asked)
    assert "达到上限" not in str(refused.value)
    visit = draft(officer, capped, **asked, reason="区应急局转来数据异常线索")
    assert visit.cap_exception == exception


@pytest.mark.parametrize(
    ("kind", "exception"), [("daily", "clue"), ("daily", "superior"), ("case", ""), ("daily", "")]
)
def test_an_exception_fits_the_kind_of_check(officer, capped, kind, exception):
    with pytest.raises(Refused, match="达到上限"):
        draft(officer, capped, kind=kind, cap_exception=exception, reason="事由")


def test_a_registered_lead_is_reason_enough(officer, capped, bureau):
    lead = Lead.objects.create(
        bureau=bureau, party=capped.party, source="tip", text="反映", received_on=TODAY,
        registered_by=officer,
    )  # fmt: skip
    assert draft(officer, capped, kind="case", lead=lead).pk


def test_a_visit_is_not_moved_into_a_full_year(officer, capped):
    visit = draft(officer, capped, scheduled_on=date(2027, 3, 4))
    values = {"checklist": arranging.checklist(), "session": "afternoon", "place": ""}
    with pytest.raises(Refused, match="达到上限"):
        visits.revise_inspection(visit, actor=officer, on=TODAY, scheduled_on=DAY, **values)
    visits.revise_inspection(
        visit, actor=officer, on=TODAY, scheduled_on=DAY, cap_exception="request",
        reason="企业申请复查", **values,
    )  # fmt: skip
    assert Inspection.objects.get(pk=visit.pk).scheduled_on == DAY


def test_submitting_and_approving_count_anew(officer, second_officer, head, clerk, firm):
    """The ceiling was set after the checks were drafted."""
    arranging.make_public(clerk, TODAY)
    visit, other = draft(officer, firm), draft(officer, firm)
    for each in (visit, other):
        each.team.create(user=officer, part="lead")
        each.team.create(user=second_officer, part="officer")
    visit_decisions.submit_inspection(visit, actor=officer, on=TODAY)
    make_cap(clerk, on=TODAY)
    with pytest.raises(Refused, match="达到上限"):
        visit_decisions.approve_inspection(visit, actor=head, on=TODAY)
    with pytest.raises(Refused, match="达到上限"):
        visit_decisions.submit_inspection(other, actor=officer, on=TODAY)
    visit_decisions.cancel_inspection(other, actor=officer, on=TODAY, note="合并")
    assert visit_decisions.approve_inspection(visit, actor=head, on=TODAY).state == "approved"


def test_urgency_spares_neither_the_ceiling_nor_the_published_list(
    officer, second_officer, head, clerk, firm
):
    visit, other = draft(officer, firm), draft(officer, firm)
    teams.set_team(visit, actor=officer, on=TODAY, lead=officer, officers=[second_officer])
    make_cap(clerk, on=TODAY)

    def go():
        return urgent.go_urgently(
            visit, actor=officer, on=TODAY, arrived_at=time(9), reason="库房进水，档案受淹"
        )

    with pytest.raises(Refused, match="达到上限 1 次.*依据"):
        go()
    visit_decisions.cancel_inspection(other, actor=officer, on=TODAY, note="合并")
    with pytest.raises(Refused, match="还没有公布.*国办发〔2024〕54号"):
        go()
    arranging.make_public(clerk, TODAY)
    assert go().state == "on_site"


def test_a_look_back_is_no_check_of_its_own(officer, capped):
    Inspection.objects.update(kind="look_back")
    assert draft(officer, capped).pk


def test_a_ceiling_for_others_binds_no_enterprise(officer, clerk, firm):
    make_rule(clerk, on=TODAY, unit_max=1, population="organ")
    make_rule(clerk, on=TODAY, unit_max=1, population="enterprise", kind="special")
    draft(officer, firm)
    assert draft(officer, firm).pk
    assert CoverageRule.objects.count() == 2


def test_the_page_offers_the_exceptions_to_enterprises_alone(client, officer, firm, bureau):
    client.force_login(officer)

    def fields(unit):
        page = client.get(reverse("inspections:inspection-create"), {"unit": unit.pk})
        return page.context["form"].fields

    assert "cap_exception" in fields(firm)
    assert "cap_exception" not in fields(factories.make_unit(bureau))


def test_the_page_shows_the_refusal_and_takes_the_exception(client, officer, capped):
    client.force_login(officer)
    address = f"{reverse('inspections:inspection-create')}?unit={capped.pk}"
    filled = {
        "kind": "daily", "slot": "other", "scheduled_on": DAY.isoformat(), "session": "afternoon",
        "checklist": arranging.checklist().pk, "on": TODAY.isoformat(),
    }  # fmt: skip
    refused = client.post(address, filled)
    assert (refused.status_code, "达到上限 1 次" in refused.content.decode()) == (422, True)
    client.post(address, filled | {"cap_exception": "request", "reason": "企业申请指导"})
    visit = Inspection.objects.get(cap_exception="request")
    said = client.get(visit.get_absolute_url()).content.decode()
    assert "不受限制：企业申请" in said
