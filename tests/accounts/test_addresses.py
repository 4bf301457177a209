import pytest
from django.urls import reverse

WRONG = {"username": "head", "password": "wrong"}


def five_from(client, address):
    for _ in range(5):
        page = client.post(reverse("login"), WRONG, headers={"X-Forwarded-For": address})
    return page.status_code


@pytest.mark.parametrize(
    ("behind_proxy", "status"), [(True, 200), (False, 429)], ids=["proxy", "no proxy"]
)
def test_a_lockout_counts_the_address_the_proxy_saw(client, head, settings, behind_proxy, status):
    settings.AXES_ENABLED, settings.BEHIND_PROXY = True, behind_proxy
    assert five_from(client, "10.0.0.1") == 429
    other = client.post(reverse("login"), WRONG, headers={"X-Forwarded-For": "10.0.0.2"})
    assert other.status_code == status


def test_only_the_address_added_by_our_own_proxy_counts(client, head, settings):
    settings.AXES_ENABLED = settings.BEHIND_PROXY = True
    assert five_from(client, "made up, 10.0.0.1") == 429
    same = client.post(reverse("login"), WRONG, headers={"X-Forwarded-For": "other, 10.0.0.1"})
    assert same.status_code == 429
