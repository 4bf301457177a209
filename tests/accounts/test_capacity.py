"""In every guard that keeps persons apart, a deputy and the one he stands in for are one."""

from datetime import date
from types import SimpleNamespace

import pytest

from archives_enforcement.accounts.rights import Capacity
from archives_enforcement.documents import workflow as documents
from archives_enforcement.documents.kinds import KINDS
from archives_enforcement.workflow import Act
from inspections import approval_guards as inspections
from inspections import exemplary_guards, plan_guards
from publicity import guards as publicity
from reports import workflow as reports

DAY, DEPUTY, PRINCIPAL = date(2026, 3, 9), 1, 2
GUARDS = [
    (documents.signed_by_another, "drafted_by_id"),
    (documents.signed_by_a_third, "reviewed_by_id"),
    (documents.reviewed_by_another, "drafted_by_id"),
    (inspections.approved_by_another, "drafted_by_id"),
    (plan_guards.plan_approved_by_another, "drafted_by_id"),
    (plan_guards.plan_approved_by_another, "checked_by_id"),
    (exemplary_guards.decided_by_another, "nominated_by_id"),
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
def test_a_deputy_is_kept_apart_like_his_principal(guard, field, monkeypatch):
    kind = KINDS["inquiry_letter"]
    monkeypatch.setattr(documents, "kind_of", lambda paper: kind)

    def refused(person, permission):
        paper = {"right_to_sign": permission, "signed_by": kind.signed_by}
        return guard(SimpleNamespace(**{**NOBODY, field: person, **paper}), acting(permission))

    assert refused(PRINCIPAL, FOR_ANOTHER) and refused(PRINCIPAL, BY_HIMSELF) is None
    assert refused(DEPUTY, FOR_ANOTHER) and refused(DEPUTY, BY_HIMSELF)
    assert refused(3, FOR_ANOTHER) is None
