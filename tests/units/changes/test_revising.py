"""A unit goes on under another name, with other initials or on other rolls."""

from datetime import date

import pytest
from django.urls import reverse

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import services as documents
from archives_enforcement.workflow import Refused
from inspections.queries.search import unit_like
from tests.documents.issuing import FIELDS
from tests.units.changing import BASIS
from units import queries, services
from units.models import Listing, Unit


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
