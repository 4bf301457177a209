"""Who asks to act for a unit sees nothing of it until the unit or the bureau says so."""

import pytest
from django.urls import reverse

from archives_enforcement.accounts import services
from archives_enforcement.accounts.models import Grant
from archives_enforcement.notifications.models import Message
from archives_enforcement.workflow import Refused
from tests.accounts.inviting import asking, fresh, invite, today


def test_who_asks_sees_nothing_until_the_unit_or_the_bureau_says_so(client, party, manager, clerk):
    first, second = asking(party, "first"), asking(party, "second")
    assert [fresh(grant.user).party_ids for grant in (first, second)] == [(), ()]
    told = set(Message.objects.values_list("recipient__username", flat=True))
    assert told == {"manager", "clerk"}
    client.force_login(first.user)
    assert "正在等确认" in client.get(reverse("reports:portal")).text
    services.confirm(first, actor=manager, on=today())
    services.confirm(second, actor=clerk, on=today())
    assert [fresh(grant.user).party_ids for grant in (first, second)] == [(party.pk,)] * 2


def test_a_request_that_is_not_confirmed_opens_nothing_and_says_why(party, manager):
    grant = asking(party)
    with pytest.raises(Refused, match="为什么"):
        services.refuse(grant, actor=manager, on=today(), note=" ")
    services.refuse(grant, actor=manager, on=today(), note="不是本单位的人")
    assert fresh(grant.user).party_ids == ()
    assert Message.objects.get(recipient=grant.user).text.endswith("不是本单位的人")


def test_nobody_asks_twice_and_nobody_confirms_himself(party, manager):
    grant = asking(party)
    with pytest.raises(Refused, match="正在等确认"):
        services.apply(party, on=today(), post="archivist", user=grant.user)
    with pytest.raises(Grant.DoesNotExist):
        services.confirm(grant, actor=grant.user, on=today())


def test_who_was_invited_meanwhile_is_not_confirmed_once_more(party, manager):
    grant = asking(party)
    services.accept_invitation(invite(party, manager)[1], on=today(), user=grant.user)
    with pytest.raises(Refused, match="不用再确认"):
        services.confirm(grant, actor=manager, on=today())
    assert services.refuse(grant, actor=manager, on=today(), note="已邀请").state == "refused"
