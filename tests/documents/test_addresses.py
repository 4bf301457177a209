"""送达地址确认书: only what the party has signed counts, from the day it says."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from archives_enforcement.accounts.models import Party
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import services
from archives_enforcement.documents.delivery_guards import confirmation_on
from archives_enforcement.documents.models import AddressConfirmation
from archives_enforcement.files.queries import files_of
from archives_enforcement.workflow import Refused
from tests import factories
from tests.documents.conftest import ON
from tests.documents.delivering import agree

LATER = date(2024, 8, 1)


def test_it_is_entered_for_the_party_with_its_scan(unit, clerk, contact):
    agreed = agree(unit.party, clerk, ON)
    entry = AuditEntry.objects.about(agreed).get()
    assert (entry.on_behalf_of, entry.backfilled) == ("示例街道一", True)
    assert [file.name for file in files_of(agreed, contact)] == ["确认书.pdf"]
    assert agreed.electronic == "本系统、电子邮箱 unit@example.test"


@pytest.mark.parametrize(
    ("terms", "why"),
    [
        ({"files": []}, "扫描件.*第六十一条第二款"),
        ({"signed_on": LATER, "valid_from": LATER}, "不能晚于登记日期"),
        ({"valid_from": date(2024, 7, 3)}, "不能早于签署日期.*第六十一条第二款"),
    ],
)
def test_what_was_not_signed_does_not_bind(unit, clerk, terms, why):
    with pytest.raises(Refused, match=why):
        agree(unit.party, clerk, ON, **terms)
    assert not AddressConfirmation.objects.exists()


def test_the_latest_in_force_counts(unit, clerk):
    first = agree(unit.party, clerk, ON)
    second = agree(unit.party, clerk, LATER, portal=False, email="")
    assert confirmation_on(unit.party, date(2024, 7, 31)) == first
    assert confirmation_on(unit.party, LATER) == second
    assert confirmation_on(unit.party, date(2024, 7, 3)) is None


def test_from_the_day_it_is_revoked_it_counts_no_more(unit, clerk):
    agreed = agree(unit.party, clerk, ON)
    with pytest.raises(Refused, match="撤回或者变更的情况"):
        services.revoke_address(agreed, actor=clerk, on=LATER, note=" ")
    with pytest.raises(Refused, match="不能早于生效日期"):
        services.revoke_address(agreed, actor=clerk, on=date(2024, 7, 3), note="撤回")
    services.revoke_address(agreed, actor=clerk, on=LATER, note="当事人书面撤回")
    assert confirmation_on(unit.party, LATER) is None
    assert confirmation_on(unit.party, date(2024, 7, 31)) == agreed
    with pytest.raises(Refused, match="已于2024年8月1日撤回"):
        services.revoke_address(agreed, actor=clerk, on=LATER, note="再次撤回")


def test_only_who_delivers_and_may_enter_for_a_party_does_so(unit, head, bureau):
    with pytest.raises(PermissionDenied):
        agree(unit.party, head, ON)
    clerk = factories.make_user("clerk_only", "clerk", bureau=bureau)
    group = clerk.groups.get()
    group.permissions.remove(*group.permissions.filter(codename="act_for_party"))
    with pytest.raises(PermissionDenied):
        agree(unit.party, clerk, ON)


def test_another_bureau_finds_no_party_to_enter_it_for(unit, other_bureau):
    there = factories.make_user("there", "clerk", bureau=other_bureau)
    with pytest.raises(Party.DoesNotExist):
        agree(unit.party, there, ON)
