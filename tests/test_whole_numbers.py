"""A number too large for the database is nobody's key, alone or among others."""

import pytest
from django import forms

from archives_enforcement.accounts.models import Bureau

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
