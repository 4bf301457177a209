"""文书样式: administrators write new versions; what is issued stays as it is."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction

from archives_enforcement.audit import trail
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import reference, rendering, services
from archives_enforcement.documents import wording_versions as versions
from archives_enforcement.documents.models import Wording
from archives_enforcement.workflow import Refused
from tests.documents.rewording import KIND, NEW, TODAY, TOMORROW


# New versions.
def test_a_new_version_is_used_from_its_day_on(write, make_draft, time_machine):
    made = write()
    assert (made.version, made.effective_from) == (2, TOMORROW)
    assert make_draft(on=TODAY).wording.version == 1
    time_machine.move_to(f"{TOMORROW} 12:00+08:00")
    assert make_draft(on=TOMORROW).wording == made


@pytest.mark.papers
def test_an_issued_paper_is_set_again_byte_for_byte(write, submitted, head, time_machine):
    paper = services.sign(submitted, actor=head, on=TODAY)
    before = rendering.make_pdf(paper)
    write()
    time_machine.move_to(f"{TOMORROW} 12:00+08:00")
    again = type(paper).objects.get(pk=paper.pk)
    assert versions.by_phase(TOMORROW)[0]  # the new one is in force
    assert Wording.objects.get(kind=KIND, version=2).effective_from <= TOMORROW
    assert (again.wording.version, rendering.make_pdf(again)) == (1, before)


@pytest.mark.parametrize(
    ("day", "lawful"), [(TODAY - timedelta(days=1), False), (TODAY, False), (TOMORROW, True)]
)
def test_a_version_begins_tomorrow_at_the_earliest(write, day, lawful):
    if lawful:
        assert write(effective_from=day).effective_from == day
        return
    with pytest.raises(Refused, match="最早是明天"):
        write(effective_from=day)


def test_a_version_begins_after_the_last_one(write):
    write(effective_from=TOMORROW)
    with pytest.raises(Refused, match="晚于第2版"):
        write(f"{NEW}此致\n", effective_from=TOMORROW)
    later = TOMORROW + timedelta(days=1)
    assert write(f"{NEW}此致\n", effective_from=later).version == 3


def test_a_reason_is_given(write):
    with pytest.raises(Refused, match="改了什么"):
        write(note=" ")


def test_the_same_text_is_no_new_version(write):
    with pytest.raises(Refused, match="一样，不用新编"):
        write(reference.read(KIND).replace("\n", "\r\n\r\n "))


def test_a_paper_that_its_act_lays_out_has_no_text_to_write(write):
    with pytest.raises(Refused, match="由办理页面逐项排定"):
        write("{blocks}\n说明\n", kind="site_record")


@pytest.mark.papers
def test_a_text_that_cannot_be_printed_is_not_kept(write):
    with pytest.raises(Refused, match="不能排版"):
        write(f"{NEW}\U0001f600\n")
    assert not Wording.objects.filter(version=2).exists()


def test_only_administrators_write_and_withdraw(write, head):
    with pytest.raises(PermissionDenied):
        write(actor=head)
    with pytest.raises(PermissionDenied):
        services.withdraw_wording(write(), actor=head, on=TODAY)


def test_a_version_is_withdrawn_before_its_day_and_never_after(write, keeper, time_machine):
    services.withdraw_wording(write(), actor=keeper, on=TODAY)
    assert not Wording.objects.filter(kind=KIND, version=2).exists()
    kept = write()
    with pytest.raises(Refused, match="不能撤回或者修改"):
        services.withdraw_wording(kept, actor=keeper, on=TOMORROW)


def test_the_database_refuses_to_change_a_wording(write):
    made = write()
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        Wording.objects.filter(pk=made.pk).update(text="别的")


def test_the_trail_of_the_platform_keeps_both_acts(write, keeper):
    made = write()
    entries = AuditEntry.objects.about(made)
    services.withdraw_wording(made, actor=keeper, on=TODAY)
    found = list(entries.values_list("action", "bureau_code", "note"))
    assert found == [
        ("withdraw_wording", trail.PLATFORM, "按新的函件要求精简"),
        ("add_wording", trail.PLATFORM, "按新的函件要求精简"),
    ]
    assert entries.get(action="withdraw_wording").details["text"] == NEW
