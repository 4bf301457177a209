"""批量起草: what is not drafted together, by whom, and of which records."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from archives_enforcement.documents import services
from archives_enforcement.documents.models import Batch, Document
from archives_enforcement.documents.services import together
from archives_enforcement.documents.services.batches import MOST, run_batch
from archives_enforcement.workflow import Refused
from tests import factories
from tests.documents.conftest import ON
from tests.documents.drafting_together import KIND, WORDS, progress
from units.models import Unit


def test_nobody_drafts_what_the_catalogue_does_not_give_him(units, begin, head):
    with pytest.raises(PermissionDenied):
        begin(units[:1], actor=head)
    assert not Batch.objects.exists()


def test_a_right_that_is_lost_meanwhile_drafts_nothing(units, begin, clerk):
    batch = begin(units[:1])
    clerk.groups.clear()
    run_batch(batch.pk)
    assert "您的岗位不能办理" in progress(batch).items[0].failure
    assert not Document.objects.exists()


def test_a_record_that_has_left_the_bureau_is_refused(units, begin, other_bureau):
    batch = begin(units[:2])
    units[0].party.bureau = other_bureau
    units[0].party.save()
    run_batch(batch.pk)
    assert [item.done for item in progress(batch).items] == [False, True]
    assert "不在您能办理的范围内" in progress(batch).items[0].failure


def test_only_one_to_a_hundred_records_of_ones_own_are_taken(units, begin, other_bureau):
    foreign = factories.make_unit(other_bureau, "外区街道")
    for wrong, why in (
        ([], f"1 至 {MOST} 份"),
        ([units[0], units[0]], "重复"),
        ([units[0], foreign], "不在您能办理的范围内"),
    ):
        with pytest.raises(Refused, match=why):
            begin(wrong)
    parties = [
        factories.make_party(units[0].party.bureau, f"单位{number}") for number in range(MOST + 1)
    ]
    with pytest.raises(Refused, match=f"1 至 {MOST} 份"):
        begin(Unit.objects.bulk_create(Unit(party=party) for party in parties))


@pytest.mark.parametrize(
    ("about", "kind"),
    [
        ("inspection", "correction_order"),  # touches rights
        ("inspection", "patrol_record"),  # written down on the spot
        ("inspection", "report_to_others"),  # one letter to a third body
        ("unit", "exemplary_decision"),  # not drafted on units
        ("bureau", "joint_meeting_minutes"),  # there is one bureau
        ("unit", "nothing"),
    ],
)
def test_what_rests_on_each_case_is_drafted_one_by_one(client, officer, units, about, kind):
    with pytest.raises(Refused, match="不能批量起草"):
        services.draft_together(about, kind, units[:1], title="", fields={}, actor=officer, on=ON)
    client.force_login(officer)
    assert client.get(f"/documents/together/{about}/{kind}/").status_code == 404


def test_every_kind_that_is_offered_can_be_drafted(officer):
    found = {(about, code) for about, _, kinds in together.offered(officer) for code in kinds}
    assert ("unit", KIND) in found
    assert ("inspection", "inspection_notice") in found
    for about, code in found:
        assert together.way_of(about, code).permission in officer.get_all_permissions()


def test_dates_to_come_are_refused(units, clerk):
    with pytest.raises(Refused, match="不能晚于今天"):
        services.draft_together(
            "unit", KIND, units[:1], title="", fields=WORDS, actor=clerk,
            on=timezone.localdate() + timedelta(days=1),
        )  # fmt: skip
