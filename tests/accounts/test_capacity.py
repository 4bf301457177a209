"""In every guard that keeps persons apart, a deputy and the one he stands in for are one."""

from datetime import date
from types import SimpleNamespace

import pytest

from archives_enforcement.accounts.rights import Capacity
from archives_enforcement.documents import workflow as documents
from archives_enforcement.workflow import Act
from inspections import guards as inspections
from publicity import guards as publicity
from reports import workflow as reports

DAY, DEPUTY, PRINCIPAL = date(2026, 3, 9), 1, 2
GUARDS = [
    (documents.signed_by_another, "drafted_by_id"),
    (documents.signed_by_a_third, "reviewed_by_id"),
    (documents.reviewed_by_another, "drafted_by_id"),
    (inspections.approved_by_another, "drafted_by_id"),
    (inspections.plan_approved_by_another, "drafted_by_id"),
    (inspections.plan_approved_by_another, "checked_by_id"),
    (inspections.decided_by_another, "nominated_by_id"),
    (publicity.approved_by_another, "drafted_by_id"),
    (reports.approved_by_another, "drafted_by_id"),
]
NOBODY = dict.fromkeys(field for _, field in GUARDS)
FOR_ANOTHER, BY_HIMSELF = "post.of_another", "post.of_his_own"


def acting(permission: str) -> Act:
    capacity = Capacity(9, PRINCIPAL, "乙", "机关负责人甲", DAY)
    rights = SimpleNamespace(deputised={FOR_ANOTHER: capacity})
    return Act(SimpleNamespace(pk=DEPUTY, rights=rights), DAY, permission)


@pytest.mark.parametrize(("guard", "field"), GUARDS, ids=range(len(GUARDS)))
def test_a_deputy_is_kept_apart_like_his_principal(guard, field):
    by_principal = SimpleNamespace(**{**NOBODY, field: PRINCIPAL})
    by_deputy = SimpleNamespace(**{**NOBODY, field: DEPUTY})
    by_another = SimpleNamespace(**{**NOBODY, field: 3})
    assert guard(by_principal, acting(FOR_ANOTHER))
    assert guard(by_principal, acting(BY_HIMSELF)) is None
    assert guard(by_deputy, acting(FOR_ANOTHER)) and guard(by_deputy, acting(BY_HIMSELF))
    assert guard(by_another, acting(FOR_ANOTHER)) is None
