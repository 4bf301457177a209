"""终结整改: where nobody is left to put it right, one proposes, another decides, and it stands."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction

from archives_enforcement.workflow import Refused
from inspections.queries import terminations
from inspections.services import terminations as services
from tests import factories
from tests.inspections.rectifying import days
from tests.inspections.terminating import TODAY, TOLD, propose
from units import services as register
from units.models import Unit


def test_a_unit_of_the_register_puts_right_itself(unit, open_one, officer, clerk):
    with pytest.raises(Refused, match="还在册，没有整改的问题应当由它整改"):
        propose(unit, officer)
    register.dissolve(unit, actor=clerk, on=TODAY, **TOLD)
    assert propose(unit, officer).state == "proposed"


def test_an_heir_puts_right_what_the_unit_left(unit, open_one, bureau, officer, clerk, head):
    heir = factories.make_unit(bureau, "示例新街道")
    register.merge(unit, heir, actor=clerk, on=TODAY, **TOLD)
    unit.refresh_from_db()
    with pytest.raises(Refused, match="由示例新街道承继，没有整改的问题由承继单位整改"):
        propose(unit, officer)
    register.dissolve(heir, actor=clerk, on=TODAY, **TOLD)  # then nobody is left for either
    unit.refresh_from_db()
    assert unit.left_no_heir and terminations.card(unit, officer).left.findings == [open_one]
    assert services.decide(propose(unit, officer), actor=head, on=TODAY).state == "decided"


def test_one_heir_of_a_division_is_enough(unit, open_one, bureau, officer, clerk):
    heirs = [factories.make_unit(bureau, name) for name in ("示例甲街道", "示例乙街道")]
    register.split(unit, heirs, actor=clerk, on=TODAY, remains=False, **TOLD)
    register.dissolve(heirs[0], actor=clerk, on=TODAY, **TOLD)
    assert set(Unit.objects.filter(left_no_heir=True)) == {heirs[0]}


def test_nobody_decides_what_he_proposed(gone, officer, head, bureau):
    both = factories.make_user("both", "officer", "head", bureau=bureau)
    row = propose(gone, both)
    with pytest.raises(Refused, match="不能由您自己决定"):
        services.decide(row, actor=both, on=TODAY)
    with pytest.raises(PermissionDenied):
        services.decide(row, actor=officer, on=TODAY)
    assert services.decide(row, actor=head, on=TODAY).decided_by == head


def test_what_is_missing_is_named(gone, officer):
    for wrong, said in (
        ({"reason": " "}, "请写明终结的理由"), ({"paper": ""}, "撤销文件的名称"),
        ({"paper_on": days(1)}, "不能晚于办理日期"),
    ):  # fmt: skip
        with pytest.raises(Refused, match=said):
            propose(gone, officer, **wrong)


def test_what_was_not_agreed_to_is_proposed_anew(proposed, gone, officer, head, open_one):
    with pytest.raises(Refused, match="已经提出终结整改"):
        propose(gone, officer)
    with pytest.raises(Refused, match="请写明不同意的原因"):
        services.decline(proposed, actor=head, on=TODAY, note=" ")
    services.decline(proposed, actor=head, on=TODAY, note="请补充撤销文件")
    open_one.refresh_from_db()
    assert open_one.state == "open"
    assert services.decide(propose(gone, officer), actor=head, on=TODAY).state == "decided"
    with pytest.raises(Refused, match="没有需要终结的事项"):
        propose(gone, officer)


def test_a_decision_stays_as_it_is(proposed, head):
    row = services.decide(proposed, actor=head, on=TODAY)
    row.reason = "另一个理由"
    with pytest.raises(DatabaseError), transaction.atomic():
        row.save()
    with pytest.raises(DatabaseError), transaction.atomic():
        type(row).objects.filter(pk=row.pk).delete()
