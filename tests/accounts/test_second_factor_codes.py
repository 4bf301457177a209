"""两步验证: which codes count, how often, and where the secret is kept."""

import pytest
from django.utils import timezone

from archives_enforcement import sealing
from archives_enforcement.accounts import services
from archives_enforcement.accounts.models import SecondFactor
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.workflow import Refused
from tests.accounts.telephones import check, code_of, set_up


@pytest.fixture(autouse=True)
def noon(time_machine):
    time_machine.move_to("2026-11-27 12:00+08:00", tick=False)
    return time_machine


def test_a_code_counts_once_and_half_a_minute_early_or_late(head, noon):
    set_up(head)
    for ahead, right in ((0, True), (0, False), (90, False), (30, True), (-30, False)):
        assert (check(head, code_of(head, ahead)) == "") is right, ahead


@pytest.mark.parametrize("code", ["", "12345", "abcdef", "1234567", "²²²²²²"])
def test_what_is_no_code_is_refused_in_words(head, code):
    set_up(head)
    assert "验证码不对" in check(head, code)


def test_digits_of_a_chinese_keyboard_and_spaces_are_read(head):
    set_up(head)
    wide = code_of(head).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    assert check(head, f" {wide[:3]} {wide[3:]} ") == ""


def test_five_wrong_codes_close_the_second_door_for_a_while(head, noon):
    set_up(head)
    for _ in range(5):
        assert "验证码不对" in check(head, "000000")
    assert "请过 15 分钟再试" in check(head, code_of(head))
    noon.shift(15 * 60)
    assert check(head, code_of(head)) == ""
    assert AuditEntry.objects.filter(action="close_second_factor").count() == 1


def test_a_recovery_code_counts_once_and_is_kept_nowhere(head):
    first, *others = set_up(head)
    kept = str(SecondFactor.objects.values_list()) + str(AuditEntry.objects.values_list())
    assert not [code for code in (first, *others) if code in kept or code.replace("-", "") in kept]
    assert check(head, first.lower().replace("-", " ")) == ""
    assert "验证码不对" in check(head, first)
    assert AuditEntry.objects.get(action="use_recovery_code").note == "还剩 7 个"


def test_who_has_one_keeps_it_until_it_is_reset(client, head):
    set_up(head)
    with pytest.raises(Refused, match="已经开通"):
        services.begin_second_factor(head)
    with pytest.raises(Refused, match="请先点"):
        services.confirm_second_factor(head, code=code_of(head), on=timezone.localdate())


def test_the_secret_opens_for_its_owner_and_with_the_key_alone(head, clerk, settings):
    set_up(head)
    row = SecondFactor.objects.get()
    other = services.begin_second_factor(clerk)
    other.sealed = row.sealed
    with pytest.raises(sealing.Unopened):
        _ = other.secret
    before, settings.SEALING_KEY = settings.SEALING_KEY, "another key of thirty-two characters"
    assert "请联系管理员" in check(head, "123456")
    settings.SEALING_KEYS_BEFORE = [before]
    assert services.reseal_second_factors() == 2
    settings.SEALING_KEYS_BEFORE = []
    assert check(head, code_of(head)) == ""
