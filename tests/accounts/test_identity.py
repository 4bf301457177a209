from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.accounts import services
from archives_enforcement.accounts.models import Bureau
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.workflow import Refused
from tests import factories

ON = date(2024, 1, 4)


@pytest.fixture
def fresh(db):
    return factories.make_bureau("新区档案局", "120112", confirmed=False)


@pytest.fixture
def fresh_head(fresh):
    return factories.make_user("fresh_head", "head", bureau=fresh)


def test_the_head_confirms_who_signs_seals_and_hears_appeals(fresh, fresh_head):
    services.confirm_identity(fresh, actor=fresh_head, on=ON, **factories.IDENTITY)
    fresh.refresh_from_db()
    assert (fresh.identity_confirmed_on, fresh.court) == (ON, "示例市示例区人民法院")
    assert AuditEntry.objects.get().action == "confirm_identity"


@pytest.mark.parametrize("missing", list(services.IDENTITY))
def test_no_line_of_the_identity_may_be_empty(fresh, fresh_head, missing):
    identity = {**factories.IDENTITY, missing: ""}
    with pytest.raises(Refused, match=services.IDENTITY[missing]):
        services.confirm_identity(fresh, actor=fresh_head, on=ON, **identity)


def test_a_clerk_does_not_confirm_it(bureau, clerk):
    with pytest.raises(PermissionDenied):
        services.confirm_identity(bureau, actor=clerk, on=ON, **factories.IDENTITY)


def test_nor_does_the_head_of_another_bureau(fresh, head):
    with pytest.raises(Bureau.DoesNotExist):
        services.confirm_identity(fresh, actor=head, on=ON, **factories.IDENTITY)


def test_the_page_keeps_what_was_typed_when_a_line_is_missing(client, fresh, fresh_head):
    client.force_login(fresh_head)
    url = reverse("accounts:bureau-identity")
    assert "还不能签发文书" in client.get(url).text
    typed = {**factories.IDENTITY, "court": "", "confirmed": "on"}
    page = client.post(url, typed)
    assert page.status_code == 422
    assert 'value="示例市示例区人民政府"' in page.text
    assert client.post(url, {**factories.IDENTITY, "confirmed": "on"}).status_code == 302
    fresh.refresh_from_db()
    assert fresh.identity_confirmed_on == timezone.localdate()


def test_the_first_page_of_the_head_is_the_identity_until_it_is_confirmed(
    client, fresh, fresh_head
):
    client.force_login(fresh_head)
    assert client.get(reverse("home")).url == reverse("accounts:bureau-identity")
    services.confirm_identity(fresh, actor=fresh_head, on=ON, **factories.IDENTITY)
    assert client.get(reverse("home")).url == reverse("reports:workbench")


def test_whoever_cannot_confirm_it_goes_to_his_work(client, fresh):
    client.force_login(factories.make_user("fresh_clerk", "clerk", bureau=fresh))
    assert client.get(reverse("home")).url == reverse("reports:workbench")


def test_bureaus_below_are_known_by_their_path(bureau):
    city = factories.make_bureau("市局", "120000")
    district = factories.make_bureau("区局", "120199", parent=city)
    assert district.path == f"{city.path}{district.pk}/"


def test_a_number_of_the_fonds_is_written_where_there_is_one(client, fresh, fresh_head):
    services.confirm_identity(fresh, actor=fresh_head, on=ON, **factories.IDENTITY)
    fresh.refresh_from_db()
    assert fresh.fonds_number == ""
    client.force_login(fresh_head)
    page = reverse("accounts:bureau-identity")
    sent = {**factories.IDENTITY, "fonds_number": "J012", "confirmed": "on"}
    assert client.post(page, sent).status_code == 302
    fresh.refresh_from_db()
    assert fresh.fonds_number == "J012"
    assert "J012" in client.get(page).text


def test_nothing_but_the_identity_is_changed_with_it(fresh, fresh_head):
    facts = {**factories.IDENTITY, "code": "999999"}
    services.confirm_identity(fresh, actor=fresh_head, on=ON, **facts)
    fresh.refresh_from_db()
    assert fresh.code == "120112"
