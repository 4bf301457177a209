"""What the holder of a slip may do: read, sign for the letter, ask to act for the unit."""

from django.utils import timezone

from archives_enforcement.accounts.models import Grant, User
from archives_enforcement.audit.models import AuditEntry
from tests import factories
from tests.documents.slips import LETTER, PERSON, REGISTER, SIGN, scan, slip_for


def test_who_holds_the_slip_signs_for_the_letter(client, issued, code):
    scan(client, code)
    assert client.post(SIGN, {"name": "王五", "post": "档案员 13900000000"}).url == LETTER
    delivery = issued.deliveries.get()
    assert (delivery.acknowledger, delivery.delivered_on) == (
        "王五（凭登录码）", timezone.localdate(),
    )  # fmt: skip
    entry = AuditEntry.objects.about(issued).get(action="acknowledge")
    assert (entry.actor, entry.actor_name, entry.note) == (
        None, "王五（凭登录码）", "档案员 13900000000",
    )  # fmt: skip
    assert "已签收" in client.get(LETTER).text
    assert client.post(SIGN, {"name": "赵六", "post": "主任"}).status_code == 422


def test_a_paper_that_affects_rights_is_only_read_by_a_code(client, rights_paper, clerk, made):
    slip_for(rights_paper, clerk)
    scan(client, made[0])
    assert "另行送达" in client.get(SIGN).text
    client.post(SIGN, {"name": "王五", "post": "档案员"})
    delivery = rights_paper.deliveries.get()
    assert (delivery.acknowledged_name, delivery.delivered_on) == ("王五", None)


def test_who_holds_the_slip_asks_to_act_for_the_unit(client, issued, code):
    scan(client, code)
    assert client.post(REGISTER, PERSON).url == LETTER
    grant = Grant.objects.get(user__username="wangwu")
    assert (grant.state, grant.party) == ("waiting", issued.party)
    assert User.objects.get(username="wangwu").party_ids == ()
    page = issued.get_absolute_url()
    client.force_login(grant.user)
    assert client.get(page).status_code == 404


def test_a_slip_makes_one_person_known_and_no_second(client, issued, code):
    scan(client, code)
    assert client.post(REGISTER, PERSON).url == LETTER
    again = client.post(REGISTER, PERSON | {"username": "zhaoliu"})
    assert (again.status_code, "已经登记了王五" in again.text) == (422, True)
    assert not User.objects.filter(username="zhaoliu").exists()
    assert REGISTER not in client.get(LETTER).text


def test_an_account_of_another_unit_asks_with_itself(client, bureau, issued, code):
    other = factories.make_contact("other", factories.make_unit(bureau, "示例街道八").party)
    client.force_login(other)
    scan(client, code)
    assert client.post(REGISTER, {"post": "archivist"}).url == LETTER
    assert other.grants.get(party=issued.party).state == "waiting"
