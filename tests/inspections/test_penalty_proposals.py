"""A proposal to punish is no rung: its facts are recorded of the lead."""

import pytest

from archives_enforcement.documents import services as documents
from archives_enforcement.documents.kinds import KINDS
from archives_enforcement.workflow import Refused
from inspections.models import Escalation
from inspections.services import escalation as services
from tests.inspections.pressing import TODAY, item_of_hazard, take
from tests.inspections.rectifying import make_finding, make_visit


@pytest.fixture
def visit(unit, officer, second_officer):
    return make_visit(unit, officer, second_officer)


@pytest.fixture
def late(visit):
    return make_finding(visit, due=-5)


def test_a_proposal_is_no_rung_and_its_facts_are_recorded_of_the_lead(client, visit, officer):
    hazard = make_finding(visit, due=-1, severity="A", item=item_of_hazard())
    with pytest.raises(Refused, match="先转为线索，认定事实.*第四十八条"):
        services.take_step(
            visit, actor=officer, on=TODAY, step="proposal", findings=[hazard], reason="逾期",
            basis="law-48",
        )  # fmt: skip
    assert not Escalation.objects.exists()
    client.force_login(officer)
    assert "转为线索，认定事实后提出处理建议或者立案" in client.get(visit.get_absolute_url()).text
    rung = take(visit, "lead", officer)
    assert list(rung.findings.all()) == [hazard]
    with pytest.raises(Refused, match="还没有认定事实"):
        _propose("lead", rung.lead, officer)


def test_no_proposal_is_drafted_on_a_visit(visit, officer):
    with pytest.raises(Refused, match="先转为线索，认定事实.*第四十八条"):
        _propose("inspection", visit, officer)


def _propose(about, record, officer):
    fields = dict.fromkeys(KINDS["handling_proposal"].fields, "内容")
    return documents.draft_about(
        about, record, "handling_proposal", title="", fields=fields, actor=officer, on=TODAY
    )
