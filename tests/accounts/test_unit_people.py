"""The people of a unit: invited, managed by the unit itself, gone at once when ended."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.accounts import services
from archives_enforcement.accounts.models import UnitInvitation, User
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.workflow import Refused
from tests import factories
from tests.accounts.inviting import ACCOUNT, asking, fresh, invite, join, today

TYPED = ACCOUNT | {"again": ACCOUNT["password"]}


def test_the_link_of_an_invitation_makes_an_account_once(client, party, manager):
    client.force_login(manager)
    said = {"name": "王五", "post": "archivist", "phone": "13900000000"}
    page = client.post(reverse("accounts:person-invite", args=[party.pk]), said)
    token = page.context["link"].rstrip("/").rsplit("/", 1)[-1]
    assert token not in str(UnitInvitation.objects.values_list())
    client.logout()
    assert "示例街道一" in client.get(join(token)).text
    assert client.post(join(token), TYPED).status_code == 302
    person = User.objects.get(username="13900000000")
    assert (person.name, person.phone, person.party_ids) == ("王五", "13900000000", (party.pk,))
    assert person.check_password(ACCOUNT["password"])
    assert "链接不能用" in client.get(join(token)).text
    with pytest.raises(Refused, match="已经用过"):
        services.accept_invitation(token, on=today(), username="other", password="di-er-ge-ren-24")


@pytest.mark.parametrize("how", ["expired", "revoked", "wrong"])
def test_a_link_that_does_not_hold_opens_and_tells_nothing(client, party, manager, how):
    invitation, token = invite(party, manager)
    if how == "expired":
        UnitInvitation.objects.update(expires_at=timezone.now())
    elif how == "revoked":
        services.revoke_invitation(invitation, actor=manager, on=today())
    else:
        token = token[:-1] + ("a" if token[-1] != "a" else "b")
    page = client.get(join(token))
    assert "链接不能用" in page.text
    assert "示例街道一" not in page.text
    assert client.post(join(token), TYPED).status_code == 422
    assert not User.objects.filter(username=ACCOUNT["username"]).exists()


def test_links_tried_out_are_counted(client, db, settings):
    settings.REQUESTS_PER_MINUTE = {"joining": 2, "": 100}
    tried = [client.get(join(f"MADEUP{one}"), REMOTE_ADDR="10.3.0.1") for one in range(3)]
    assert [page.status_code for page in tried] == [200, 200, 429]


def test_a_weak_password_is_refused_and_the_link_still_holds(party, manager):
    _, token = invite(party, manager)
    with pytest.raises(ValidationError):
        services.accept_invitation(token, on=today(), username="w", password="123456789012")
    assert services.accept_invitation(token, on=today(), **ACCOUNT).party == party


def test_one_person_comes_to_act_for_a_second_unit_and_may_look_at_one(
    client, bureau, party, manager
):
    second = factories.make_unit(bureau, "示例街道二").party
    other = factories.make_contact("other", second)
    _, token = invite(second, other)
    client.force_login(manager)
    assert client.post(join(token)).status_code == 302
    home = client.get(reverse("reports:portal"))
    assert [tab["label"] for tab in home.context["tabs"]] == [
        "全部单位",
        "示例街道一",
        "示例街道二",
    ]
    one = client.get(reverse("reports:portal"), {"unit": second.pk})
    assert one.context["parties"] == [second]
    strange = factories.make_unit(bureau, "示例街道三").party
    assert client.get(reverse("reports:portal"), {"unit": strange.pk}).context["parties"] == [
        party, second,
    ]  # fmt: skip


def test_staff_do_not_become_people_of_a_unit(client, party, manager, officer):
    _, token = invite(party, manager)
    client.force_login(officer)
    page = client.post(join(token))
    assert (page.status_code, "工作人员的账号" in page.text) == (422, True)
    assert services.invitation_of(token) is not None


def test_only_a_manager_or_the_clerk_manages(party, manager, archivist, clerk, officer):
    with pytest.raises(Refused, match="负责人"):
        invite(party, archivist)
    with pytest.raises(Refused, match="负责人"):
        services.end(manager.grants.get(), actor=archivist, on=today())
    with pytest.raises(PermissionDenied):
        invite(party, officer)
    assert invite(party, clerk)[0].party == party
    assert services.end(archivist.grants.get(), actor=manager, on=today()).state == "ended"


def test_the_page_offers_acts_to_the_manager_alone(client, party, manager, archivist):
    page = reverse("accounts:people", args=[party.pk])
    end = reverse("accounts:grant-end", args=[archivist.grants.get().pk])
    client.force_login(archivist)
    text = client.get(page).text
    assert ("manager" in text, end in text, "邀请人员" in text) == (True, False, False)
    client.force_login(manager)
    assert end in client.get(page).text


def test_who_is_ended_is_out_at_once(client, party, manager, archivist):
    client.force_login(archivist)
    page = reverse("accounts:people", args=[party.pk])
    assert client.get(page).status_code == 200
    services.end(archivist.grants.get(), actor=manager, on=today())
    assert client.get(page).url.startswith("/login/")
    client.force_login(fresh(archivist))
    assert client.get(page).status_code == 404
    assert fresh(archivist).party_ids == ()
    before = today() - timedelta(days=1)
    assert party.grants.valid_on(before).filter(user=archivist).exists()


def test_the_last_manager_stays_until_there_is_another(party, manager, archivist, clerk):
    own = manager.grants.get()
    with pytest.raises(Refused, match="最后一名负责人.*联系档案局"):
        services.end(own, actor=manager, on=today())
    with pytest.raises(Refused, match="最后一名负责人"):
        services.change_post(own, actor=manager, on=today(), post="archivist")
    services.change_post(archivist.grants.get(), actor=manager, on=today(), post="manager")
    assert services.end(own, actor=manager, on=today()).state == "ended"
    last = archivist.grants.get()
    with pytest.raises(Refused, match="最后一名负责人"):
        services.end(last, actor=archivist, on=today())
    assert services.end(last, actor=clerk, on=today()).state == "ended"


def test_every_act_stands_in_the_trail(party, manager, archivist):
    invitation, _ = invite(party, manager)
    services.revoke_invitation(invitation, actor=manager, on=today())
    services.accept_invitation(invite(party, manager)[1], on=today(), **ACCOUNT)
    grant = asking(party)
    services.confirm(grant, actor=manager, on=today())
    services.change_post(grant, actor=manager, on=today(), post="manager")
    services.end(grant, actor=manager, on=today())
    services.refuse(asking(party, "no"), actor=manager, on=today(), note="不是")
    kept = AuditEntry.objects.filter(bureau_code=party.bureau.code)
    assert list(kept.order_by("sequence").values_list("action", flat=True)) == [
        "invite", "revoke_invitation", "invite", "accept_invitation", "apply", "confirm",
        "change_post", "end", "apply", "refuse",
    ]  # fmt: skip
