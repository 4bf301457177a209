"""Telling many parties: each its own message, for whoever acts for it on that day."""

from datetime import date

from archives_enforcement.accounts.models import Grant
from archives_enforcement.notifications.models import Message
from archives_enforcement.notifications.services import Word, tell_each
from tests import factories

ON = date(2026, 3, 9)


def test_each_party_s_people_get_the_page_of_their_own(
    bureau, contact, unit, django_assert_num_queries
):
    both = factories.make_unit(bureau, "示例街道二")
    Grant.objects.create(user=contact, party=both.party, valid_from=date(2021, 1, 1))
    ended = factories.make_user("ended", "unit_contact")
    Grant.objects.create(
        user=ended, party=unit.party, valid_from=date(2021, 1, 1), valid_to=date(2026, 3, 8)
    )
    factories.make_contact("elsewhere", factories.make_party(bureau, "别的单位"))
    gone = factories.make_contact("gone", unit.party)
    gone.is_active = False
    gone.save()
    words = [Word(row.party_id, "请报送", f"/{row.pk}/") for row in (unit, both)]
    with django_assert_num_queries(2):
        assert tell_each(words, on=ON) == 2
    told = set(Message.objects.values_list("recipient", "url"))
    assert told == {(contact.pk, f"/{unit.pk}/"), (contact.pk, f"/{both.pk}/")}
