"""A number too large for the database is nobody's key, alone or among others."""

import pytest
from django import forms

from archives_enforcement.accounts.models import Bureau
from archives_enforcement.whole_numbers import is_key

pytestmark = pytest.mark.django_db


def test_rows_are_found_beside_numbers_that_no_row_has(bureau):
    keys = [10**30, bureau.pk, -(10**30), 2**63]
    assert list(Bureau.objects.filter(pk__in=keys)) == [bureau]
    assert not Bureau.objects.filter(pk__in=[10**30]).exists()
    assert list(Bureau.objects.exclude(pk__in=[10**30])) == [bureau]
    assert list(Bureau.objects.filter(pk__in=Bureau.objects.values("pk"))) == [bureau]


def test_a_choice_of_no_row_is_told_as_such(bureau):
    field = forms.ModelMultipleChoiceField(Bureau.objects.all())
    with pytest.raises(forms.ValidationError):
        field.clean([str(bureau.pk), "9" * 30])


def test_only_plain_digits_are_a_key():
    assert is_key("12")
    assert not any(map(is_key, ("", "²", "１２", "-1", "1.5", "9" * 19, "9" * 5_000, None)))


@pytest.mark.parametrize("page", ["/documents/?batch=²", "/units/%00", "/units/?q=%00"])
def test_what_is_no_key_and_no_text_is_answered(client, head, page):
    client.force_login(head)
    assert client.get(page).status_code in (200, 400, 404)
