"""A number that no column holds is told beside its field."""

from django.urls import reverse
from django.utils import timezone


def test_more_archivists_than_a_column_holds(client, clerk, unit):
    client.force_login(clerk)
    typed = {"as_of": timezone.localdate().isoformat(), "archivists": 2**15}
    page = client.post(reverse("units:unit-holdings", args=[unit.pk]), typed)
    assert page.status_code == 422
    assert "archivists" in page.context["form"].errors
    typed["archivists"] -= 1
    page = client.post(reverse("units:unit-holdings", args=[unit.pk]), typed)
    assert page.status_code == 302 or "archivists" not in page.context["form"].errors


def test_a_year_that_is_none_finds_nothing(client, clerk):
    client.force_login(clerk)
    for name in ("reports:past-check-list", "documents:document-list"):
        assert client.get(reverse(name), {"year": "999999999999.99"}).status_code == 200
