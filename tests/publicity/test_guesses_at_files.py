"""Whoever guesses the addresses of photos finds those that are public, and nothing else."""

from itertools import product

import pytest
from django.core import signing
from django.urls import reverse
from django.utils import timezone

from tests.publicity import test_exemplaries as exemplaries


@pytest.fixture
def cases(unit, officer, clerk, head, contact):
    """Two model cases with photos: the first is public, the second waits to be."""
    return [
        exemplaries.carried(unit, officer, clerk, head, contact, public=public)
        for public in (True, False)
    ]


@pytest.mark.whole_set
@pytest.mark.django_db
def test_guesses_at_photos_find_those_of_the_public_case_alone(client, cases):
    shown, hidden = (notice.document.subject.pairs.get().pk for notice in cases)
    numbers, pairs = ({*range(12), *keys} for keys in ({one.pk for one in cases}, {shown, hidden}))
    found = {
        (number, pair, side)
        for number, pair, side in product(numbers, pairs, ("before", "after", "other"))
        if client.get(reverse("publicity:public-photo-export", args=[number, pair, side]))
        .status_code == 200
    }  # fmt: skip
    assert found == {(cases[0].pk, shown, "before"), (cases[0].pk, shown, "after")}


@pytest.mark.django_db
def test_guesses_at_the_codes_of_officers_find_no_photo(client, officer):
    card = officer.certificates.get()
    day = timezone.localdate().isoformat()
    guesses = [*map(str, range(1, 40)), card.number, signing.dumps([card.pk, 1, day]),
               signing.dumps([1, card.pk, day], salt="publicity")]  # fmt: skip
    for code in guesses:
        assert client.get(reverse("officer:photo-export", args=[code])).status_code == 404, code
        assert card.number not in client.get(reverse("officer:code", args=[code])).text or (
            code == card.number
        )
