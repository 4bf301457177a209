"""Who acts for a unit that ended: the people of its heir, of the heir's heir, and nobody else."""

from datetime import timedelta

from django.urls import reverse

from archives_enforcement.accounts.services import unit_people as people
from archives_enforcement.audit.models import AuditEntry
from tests import factories
from tests.inspections.rectifying import make_visit
from tests.units.changing import TOLD, merge
from units import services


def test_the_people_of_the_heir_answer_what_was_open(unit, heir, clerk, officer, on):
    visit = make_visit(unit, officer, state="rectifying")
    person = factories.make_contact("heir_contact", heir.party)
    assert visit not in type(visit).objects.visible_to(person)
    merge(unit, heir, clerk, on)
    person = type(person).objects.get(pk=person.pk)
    assert visit in type(visit).objects.visible_to(person)


def test_the_people_of_the_heir_read_why_the_old_unit_stands_on_their_page(
    client, unit, heir, clerk, on
):
    client.force_login(factories.make_contact("heir_contact", heir.party))
    said = "合并，由示例新街道承继"
    assert said not in client.get(reverse("reports:portal")).text
    merge(unit, heir, clerk, on)
    assert said in client.get(reverse("reports:portal")).text


def test_who_is_ended_at_the_heir_sees_no_more_of_the_unit_before_it(
    client, unit, heir, clerk, contact, on
):
    person, other = (factories.make_contact(name, heir.party) for name in ("heir_1", "heir_2"))
    merge(unit, heir, clerk, on)
    people.change_post(person.grants.get(party=heir.party), actor=clerk, on=on, post="archivist")
    assert person.grants.get(party=unit.party).post == "archivist"
    late = factories.make_contact("late", heir.party)  # manages at the heir, is nobody before it
    people.end(person.grants.get(party=heir.party), actor=late, on=on)
    acting = {grant.user for grant in unit.party.grants.valid_on(on)}
    assert acting == {contact, other}
    assert type(person).objects.get(pk=person.pk).party_ids == ()
    client.force_login(clerk)
    shown = client.get(reverse("accounts:people", args=[unit.party_id])).context["people"]
    assert {grant.user for grant in shown} == acting
    assert AuditEntry.objects.filter(action="end", note="随示例新街道的授权停用").count() == 1


def test_what_he_has_by_himself_or_through_another_heir_stays(unit, heir, clerk, bureau, on):
    east = factories.make_unit(bureau, "示例东街道")
    both = factories.make_contact("both", heir.party, east.party)
    own = factories.make_contact("own", unit.party, heir.party)
    services.split(unit, [heir, east], actor=clerk, on=on, remains=False, **TOLD)
    for person in (both, own):
        people.end(person.grants.get(party=heir.party), actor=clerk, on=on)
    assert {grant.user for grant in unit.party.grants.valid_on(on)} == {both, own}
    people.end(both.grants.get(party=east.party), actor=clerk, on=on)
    assert {grant.user for grant in unit.party.grants.valid_on(on)} == {own}


def test_what_an_heir_had_taken_over_goes_on_to_its_own_heir(unit, heir, clerk, bureau, on):
    east, last = (factories.make_unit(bureau, name) for name in ("示例东街道", "示例大街道"))
    person = factories.make_contact("person", last.party)
    services.split(
        unit, [heir, east], actor=clerk, on=on - timedelta(days=9), remains=False, **TOLD
    )
    merge(heir, last, clerk, on)
    assert set(type(person).objects.get(pk=person.pk).party_ids) == {
        one.party_id for one in (unit, heir, last)
    }
    people.end(person.grants.get(party=last.party), actor=clerk, on=on)
    assert type(person).objects.get(pk=person.pk).party_ids == ()


def test_what_another_unit_had_given_up_without_ending_does_not_go_on(
    unit, heir, clerk, bureau, on
):
    other = factories.make_unit(bureau, "示例东街道")
    factories.make_contact("person", other.party)
    services.split(unit, [heir], actor=clerk, on=on - timedelta(days=9), remains=True, **TOLD)
    services.dissolve(unit, actor=clerk, on=on - timedelta(days=5), **TOLD)
    merge(heir, other, clerk, on)
    assert not unit.party.grants.exists()


def test_a_change_entered_late_lets_nobody_in_who_was_ended_meanwhile(
    unit, heir, clerk, bureau, on
):
    gone, there = (factories.make_contact(name, heir.party) for name in ("gone", "there"))
    people.end(gone.grants.get(), actor=clerk, on=on)
    late = factories.make_user("late", "clerk", "backfiller", bureau=bureau)
    merge(unit, heir, late, on - timedelta(days=1))
    assert {grant.user for grant in unit.party.grants.valid_on(on)} == {there}


def test_a_unit_that_goes_on_after_a_division_acts_for_itself(unit, heir, clerk, contact, on):
    factories.make_contact("heir_contact", heir.party)
    services.split(unit, [heir], actor=clerk, on=on, remains=True, **TOLD)
    assert [grant.user for grant in unit.party.grants.valid_on(on)] == [contact]
