"""Sealed facts open with their key, for their record, unaltered, and in no other way."""

import pytest

from archives_enforcement import sealing

FACTS = {"name": "反映人甲", "contact": "000"}


def test_what_is_sealed_tells_nothing_and_opens_for_its_record():
    one, other = (sealing.seal(FACTS, "inspections.tip:1") for _ in range(2))
    assert one != other
    assert "反映人甲" not in one
    assert sealing.unseal(one, "inspections.tip:1") == FACTS
    with pytest.raises(sealing.Unopened):
        sealing.unseal(one, "inspections.tip:2")
    with pytest.raises(sealing.Unopened):
        sealing.unseal(one[:-6] + "AAAAA=", "inspections.tip:1")


def test_an_earlier_key_opens_what_it_sealed_as_long_as_it_is_named(settings):
    sealed, before = sealing.seal(FACTS, "a:1"), settings.SEALING_KEY
    settings.SEALING_KEY = "n" * 40
    with pytest.raises(sealing.Unopened, match="SEALING_KEYS_BEFORE"):
        sealing.unseal(sealed, "a:1")
    settings.SEALING_KEYS_BEFORE = [before]
    assert sealing.unseal(sealed, "a:1") == FACTS
    assert not sealing.is_current(sealed)


@pytest.mark.parametrize(("key", "wrong"), [("", 1), ("audit", 1), ("n" * 40, 0)])
def test_a_site_has_a_long_key_that_serves_nothing_else(settings, key, wrong):
    settings.AUDIT_KEY = "a" * 40
    settings.SEALING_KEY = settings.AUDIT_KEY if key == "audit" else key
    assert len(sealing.key_of_its_own(None)) == wrong
