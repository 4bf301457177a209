"""登记变更: a unit is divided, dissolved, or goes on under another name or on other rolls."""

from datetime import date

import pytest
from django.urls import reverse

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import services as documents
from archives_enforcement.workflow import Refused
from inspections.queries.search import unit_like
from tests import factories
from tests.documents.issuing import FIELDS
from tests.inspections.rectifying import make_visit
from tests.units.changing import ARCHIVES, BASIS, TOLD
from units import open_matters, queries, services
from units.models import Listing, Unit


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


def test_what_still_runs_is_told_before_a_unit_ends(client, unit, clerk, officer, on):
    make_visit(unit, officer, state="rectifying")
    assert open_matters.of(unit, officer, on)[0] == "1 次检查没有办结"
    client.force_login(officer)
    assert client.get(reverse("units:unit-dissolve", args=[unit.pk])).status_code == 403
    client.force_login(clerk)
    assert "1 次检查没有办结" in client.get(reverse("units:unit-dissolve", args=[unit.pk])).text


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
