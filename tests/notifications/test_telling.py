"""Telling many parties: one message a person, whoever acts for them on that day."""

from datetime import date

from archives_enforcement.accounts.models import Grant, Party
from archives_enforcement.notifications.models import Message
from archives_enforcement.notifications.services import tell_parties
from tests import factories

ON = date(2026, 3, 9)


def test_each_person_is_told_once(bureau, contact, unit, head):
    both = factories.make_unit(bureau, "示例街道二")
    Grant.objects.create(user=contact, party=both.party, valid_from=date(2021, 1, 1))
    ended = factories.make_user("ended", "unit_contact")
    Grant.objects.create(
        user=ended, party=unit.party, valid_from=date(2021, 1, 1), valid_to=date(2026, 3, 8)
    )
    elsewhere = factories.make_contact("elsewhere", factories.make_party(bureau, "别的单位"))
    parties = Party.objects.filter(unit__in=[unit, both])
    assert tell_parties(parties.values("pk"), "请报送", on=ON, url="/") == 1
    assert [row.recipient for row in Message.objects.all()] == [contact]
    assert elsewhere not in {row.recipient for row in Message.objects.all()}
