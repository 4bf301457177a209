"""登记变更: a unit is renamed, merged, split or dissolved; nothing of its past is lost."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.accounts.services import unit_people as people
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import services as documents
from archives_enforcement.workflow import Refused
from inspections.queries.search import unit_like
from tests import factories
from tests.documents.issuing import FIELDS
from tests.inspections import arranging
from tests.inspections.rectifying import make_visit
from units import open_matters, queries, services
from units.models import Listing, Unit

BASIS = "示编〔2026〕1号"
ARCHIVES = "移交示例区档案馆"
TOLD = {"basis": BASIS, "archives_to": ARCHIVES}


@pytest.fixture
def on():
    return timezone.localdate()


@pytest.fixture
def heir(bureau):
    return factories.make_unit(bureau, "示例新街道")


def merge(unit, heir, clerk, on, **changed):
    return services.merge(unit, heir, actor=clerk, on=on, **{**TOLD, **changed})


def by_text(user, text):
    return set(queries.matching(Unit.objects.visible_to(user), text))


def test_a_renamed_unit_is_found_by_both_names_and_its_papers_keep_the_old(
    unit, clerk, officer, head, on
):
    paper = documents.draft(
        unit, "inquiry_letter", bureau=unit.party.bureau, party=unit.party, title="函询函",
        fields=FIELDS, actor=officer, on=on,
    )  # fmt: skip
    documents.sign(documents.submit(paper, actor=officer, on=on), actor=head, on=on)
    paper.refresh_from_db()
    frozen = paper.content
    old = unit.party.name
    Unit.objects.filter(pk=unit.pk).update(initials=services.initials(old))
    renamed = services.rename(unit, actor=clerk, on=on, name="示例新城街道", basis=BASIS)
    assert (renamed.party.name, renamed.initials) == ("示例新城街道", "slxcjd")
    assert by_text(clerk, old) == by_text(clerk, "新城") == {unit}
    assert set(Unit.objects.filter(unit_like(old))) == {unit}
    paper.refresh_from_db()
    assert paper.content == frozen
    entry = AuditEntry.objects.get(action="rename")
    assert (entry.details, entry.note) == ({"before": old, "after": "示例新城街道"}, BASIS)


def test_initials_that_a_person_corrected_survive_the_new_name(unit, clerk, on):
    Unit.objects.filter(pk=unit.pk).update(initials="cqjd")
    assert (
        services.rename(unit, actor=clerk, on=on, name="重庆街道", basis=BASIS).initials == "cqjd"
    )


@pytest.mark.parametrize(
    ("name", "basis", "why"),
    [
        ("示例街道一", BASIS, "没有变化"),
        ("示例新街道", BASIS, "已登记过同名"),
        ("示例街道九", " ", "依据"),
    ],
)
def test_a_name_must_be_new_its_own_and_founded(unit, heir, clerk, on, name, basis, why):
    with pytest.raises(Refused, match=why):
        services.rename(unit, actor=clerk, on=on, name=name, basis=basis)
    services.rename(unit, actor=clerk, on=on, name="示例街道九", basis=BASIS)


def test_the_one_that_goes_on_has_the_children_and_the_people_of_both(
    unit, heir, clerk, bureau, contact, on
):
    child = factories.make_unit(bureau, "示例社区", parent=unit)
    person = factories.make_contact("heir_contact", heir.party)
    assert merge(unit, heir, clerk, on) == heir
    unit.refresh_from_db()
    child.refresh_from_db()
    assert (unit.state, child.parent) == ("closed", heir)
    acting = {grant.user for grant in unit.party.grants.valid_on(on)}
    assert acting == {contact, person}
    assert services.succession_in_words(unit).endswith("合并，由示例新街道承继")


def test_a_unit_under_the_one_that_ends_stands_by_itself_afterwards(unit, heir, clerk, on):
    Unit.objects.filter(pk=heir.pk).update(parent=unit)
    merge(unit, heir, clerk, on)
    heir.refresh_from_db()
    assert heir.parent is None


def test_a_unit_merged_into_one_far_below_leaves_it_its_place(unit, heir, clerk, bureau, on):
    top = factories.make_unit(bureau, "示例区")
    Unit.objects.filter(pk=unit.pk).update(parent=top)
    child = factories.make_unit(bureau, "示例社区", parent=unit)
    Unit.objects.filter(pk=heir.pk).update(parent=child)
    merge(unit, heir, clerk, on)
    child.refresh_from_db()
    heir.refresh_from_db()
    assert (heir.parent, child.parent) == (top, heir)


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


def test_no_check_is_arranged_at_a_unit_that_ended(unit, heir, clerk, officer):
    merge(unit, heir, clerk, arranging.ON)
    with pytest.raises(Refused, match="合并，由示例新街道承继，不能安排检查"):
        arranging.draft_visit(officer, unit)
    arranging.draft_visit(officer, heir)


def test_where_the_archives_went_is_told_but_for_what_stood_there_twice(unit, heir, clerk, on):
    with pytest.raises(Refused, match="档案法》第十六条"):
        merge(unit, heir, clerk, on, archives_to=" ")
    services.drop_duplicate(unit, heir, actor=clerk, on=on, basis="核对营业执照")
    row = unit.successions.get()
    assert (row.kind, row.successor, row.archives_to) == ("duplicate", heir, "")


def test_a_unit_is_not_merged_into_itself_nor_twice(unit, heir, clerk, on):
    with pytest.raises(Refused, match="不能并入自己"):
        merge(unit, unit, clerk, on)
    merge(unit, heir, clerk, on)
    with pytest.raises(Refused, match="已经不在册"):
        merge(unit, heir, clerk, on)


def test_nothing_is_merged_across_bureaus(unit, clerk, other_bureau, on, heir):
    foreign = factories.make_unit(other_bureau, "别处街道")
    with pytest.raises(Unit.DoesNotExist):
        merge(unit, foreign, clerk, on)
    merge(unit, heir, clerk, on)


def test_a_divided_unit_goes_on_or_ends(unit, heir, clerk, bureau, on):
    def split(successors, **values):
        services.split(unit, successors, actor=clerk, on=on, **TOLD, **values)
        unit.refresh_from_db()
        return unit.state

    with pytest.raises(Refused, match="至少选择两个"):
        split([heir], remains=False)
    with pytest.raises(Refused, match="不能是原单位"):
        split([unit, heir], remains=False)
    assert split([heir], remains=True) == "active"
    assert split([heir, factories.make_unit(bureau, "示例东街道")], remains=False) == "closed"
    assert [row.kind for row in heir.origins.all()] == ["split", "split"]


def test_the_first_heir_of_a_division_has_the_units_under_the_old_one(
    unit, heir, clerk, bureau, on
):
    child = factories.make_unit(bureau, "示例社区", parent=unit)
    east = factories.make_unit(bureau, "示例东街道", parent=unit)

    def above(**values):
        services.split(unit, [heir, east], actor=clerk, on=on, **TOLD, **values)
        return [Unit.objects.get(pk=row.pk).parent for row in (child, east)]

    assert above(remains=True) == [unit, unit]
    assert above(remains=False) == [heir, None]


def test_a_dissolved_unit_leaves_its_children_to_its_own_parent(unit, heir, clerk, bureau, on):
    Unit.objects.filter(pk=unit.pk).update(parent=heir)
    child = factories.make_unit(bureau, "示例社区", parent=unit)
    services.dissolve(unit, actor=clerk, on=on, **TOLD)
    unit.refresh_from_db()
    child.refresh_from_db()
    assert (unit.state, child.parent) == ("closed", heir)
    assert unit.successions.get().archives_to == ARCHIVES


def test_officers_change_no_register(unit, heir, officer, clerk, on):
    with pytest.raises(PermissionDenied):
        merge(unit, heir, officer, on)
    merge(unit, heir, clerk, on)


def test_what_still_runs_is_told_before_a_unit_ends(client, unit, clerk, officer, on):
    make_visit(unit, officer, state="rectifying")
    assert open_matters.of(unit, officer, on)[0] == "1 次检查没有办结"
    client.force_login(officer)
    assert client.get(reverse("units:unit-dissolve", args=[unit.pk])).status_code == 403
    client.force_login(clerk)
    assert "1 次检查没有办结" in client.get(reverse("units:unit-dissolve", args=[unit.pk])).text


@pytest.mark.parametrize(
    ("page", "values", "state"),
    [
        ("rename", {"name": "示例新城街道"}, "active"),
        ("merge", {"successor": "heir", "archives_to": ARCHIVES, "confirmed": "on"}, "closed"),
        ("duplicate", {"kept": "heir", "confirmed": "on"}, "closed"),
        ("dissolve", {"archives_to": ARCHIVES, "confirmed": "on"}, "closed"),
        (
            "split",
            {"first": "heir", "remains": "on", "archives_to": ARCHIVES, "confirmed": "on"},
            "active",
        ),
    ],
)
def test_each_change_has_its_page(client, unit, heir, clerk, on, page, values, state):
    client.force_login(clerk)
    sent = {name: heir.pk if value == "heir" else value for name, value in values.items()}
    address = reverse(f"units:unit-{page}", args=[unit.pk])
    assert client.post(address, {}).status_code == 422
    done = client.post(address, {**sent, "basis": BASIS, "on": f"{on}"}, follow=True)
    unit.refresh_from_db()
    assert (done.status_code, unit.state) == (200, state)
    assert BASIS in client.get(unit.get_absolute_url()).text
    again = client.get(address).text
    assert ("现在不能办理" in again) == (state == "closed")


def test_a_division_into_one_is_refused_on_the_page(client, unit, heir, clerk, on):
    client.force_login(clerk)
    sent = {"first": heir.pk, "confirmed": "on", "on": f"{on}", **TOLD}
    page = client.post(reverse("units:unit-split", args=[unit.pk]), sent)
    assert (page.status_code, "至少选择两个承继单位" in page.text) == (422, True)


def test_the_list_can_show_those_that_ended(client, unit, heir, clerk, on):
    merge(unit, heir, clerk, on)
    client.force_login(clerk)
    shown = client.get(reverse("units:unit-list"), {"state": "closed"}).text
    assert ("不在册" in shown, str(unit) in shown, str(heir) in shown) == (True, True, False)


def test_rolls_keep_the_days_on_which_a_unit_stood_on_them(unit, clerk, bureau):
    facts = {"name": unit.party.name, "kind": "township", "parent": None, "is_offline": False}
    facts |= {name: "" for name in (*services.PARTY_FIELDS, *services.UNIT_FIELDS)} | facts
    for day, key in ((date(2026, 3, 2), True), (date(2026, 5, 6), False), (date(2026, 9, 1), True)):
        services.revise(
            unit,
            actor=clerk,
            on=day,
            **facts | {"is_key_monitored": key, "is_backup_registered": False},
        )
    held = [
        Listing.objects.on_list("key", day).exists()
        for day in (date(2026, 3, 1), date(2026, 3, 2), date(2026, 5, 6), date(2026, 9, 1))
    ]
    assert held == [False, True, False, True]


def test_the_initials_of_a_unit_can_be_corrected(client, unit, clerk):
    client.force_login(clerk)
    address = reverse("units:unit-edit", args=[unit.pk])
    typed = {"initials": "SLJDY", "pinyin": "Shili Jiedao"}
    client.post(address, {"name": unit.party.name, "kind": "township", **typed})
    unit.refresh_from_db()
    assert (unit.initials, unit.pinyin) == ("sljdy", "shilijiedao")
    client.post(address, {"name": unit.party.name, "kind": "township", "initials": ""})
    unit.refresh_from_db()
    assert unit.initials == services.initials(unit.party.name)
    assert unit.pinyin == "shilijiedaoyi"
