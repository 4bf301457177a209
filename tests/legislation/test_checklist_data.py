"""The committed checklist: complete, applicable, and resting on law in force."""

from collections import Counter

import pytest

from archives_enforcement.accounts.models import Party
from archives_enforcement.legislation.models import Mark
from tests.legislation.bases import find_all, laws_of, not_in_force, read

CHECKLIST = read("inspections/data/checklist_2024.json")
ITEMS = {item["code"]: item for item in CHECKLIST["items"]}
VIOLATIONS = {entry["code"] for entry in read("penalties/data/violations.json")["violations"]}
KINDS = CHECKLIST["kinds"]
STATE_AND_GROUPS = ["机关", "团体", "事业单位", "国有企业", "档案馆", "乡镇街道"]
WORDS = ("text", "method", "evidence", "typical_problem", "suggested_fix")


def test_the_six_groups_hold_sixty_nine_items_with_codes_of_their_own():
    counts = Counter(item["group"] for item in CHECKLIST["items"])
    assert counts == {"A1": 9, "A2": 12, "A3": 6, "A4": 22, "A5": 15, "A6": 5}
    assert len(ITEMS) == 69


@pytest.mark.parametrize("item", CHECKLIST["items"], ids=lambda item: item["code"])
def test_every_item_is_complete(item):
    assert [name for name in WORDS if not item[name]] == []
    assert item["code"][0] == item["group"][1]
    assert item["applies_to"] == [kind for kind in KINDS if kind in item["applies_to"]] != []
    assert {item["severity"], *item["severity_overrides"].values()} <= {"A", "B", "C"}
    assert {*item["severity_overrides"], *item["violation_overrides"]} <= {*item["applies_to"]}
    assert item["mark"] in Mark.values
    named = {item["violation"], *item["violation_alternatives"]}
    assert {*named, *item["violation_overrides"].values()} - {""} <= VIOLATIONS


@pytest.mark.parametrize("edition", CHECKLIST["editions"], ids=lambda edition: edition["code"])
def test_in_each_edition_every_item_has_a_basis_for_every_kind_it_applies_to(edition):
    lacking = [
        (item["code"], kind)
        for item in CHECKLIST["items"]
        for kind in item["applies_to"]
        if not [
            basis
            for basis in item[edition["bases_key"]]
            if kind in basis.get("applies_to", item["applies_to"])
        ]
    ]
    assert lacking == []


@pytest.mark.parametrize(
    ("bases_key", "day"),
    [
        ("bases_before_2024_03", "2021-01-01"),
        ("bases_before_2024_03", "2024-02-29"),
        ("bases", "2024-03-01"),
    ],
)
def test_every_article_of_an_edition_is_in_force_on_its_first_and_last_day(db, bases_key, day):
    bases = [basis for item in CHECKLIST["items"] for basis in item[bases_key]]
    assert not_in_force((basis, day) for basis in laws_of(bases)) == []


def test_the_kinds_are_the_kinds_of_party_that_can_be_checked():
    assert [kind.label for kind in Party.Kind if kind != Party.Kind.PERSON] == KINDS


def test_local_practice_is_marked_and_never_marked_as_verified_law():
    bases = [
        basis
        for item in CHECKLIST["items"]
        for key in ("bases", "bases_before_2024_03")
        for basis in item[key]
        if "local_practice" in basis
    ]
    assert {basis["mark"] for basis in bases} <= set(Mark.values) - {Mark.VERIFIED}


def test_the_two_editions_meet_on_the_day_the_regulation_took_effect():
    spans = [(edition["valid_from"], edition["valid_to"]) for edition in CHECKLIST["editions"]]
    assert spans == [("2021-01-01", "2024-02-29"), ("2024-03-01", None)]


def test_no_item_checked_before_march_2024_rests_on_the_regulation():
    laws = {
        basis["law"]
        for item in CHECKLIST["items"]
        for basis in laws_of(item["bases_before_2024_03"])
    }
    assert laws == {"archives_law", "archives_measures"}


def test_each_group_stands_for_one_of_the_six_areas_of_article_42(db):
    areas = [group["area"] for group in CHECKLIST["groups"]]
    assert [(area["law"], area["article"], area["item"]) for area in areas] == [
        ("archives_law", 42, number) for number in range(1, 7)
    ]
    assert not_in_force(find_all(CHECKLIST["groups"], "2021-01-01")) == []


# 实施条例 19(2), 38(2) and 45 bind 国家档案馆、机关、群团、国有企业事业单位 only.
@pytest.mark.parametrize("code", ["1-05", "1-06", "1-08", "5-01"])
def test_duties_of_public_bodies_are_not_asked_of_others(code):
    assert ITEMS[code]["applies_to"] == STATE_AND_GROUPS


@pytest.mark.parametrize(
    ("code", "kinds"),
    [
        ("2-08", ["档案馆"]),
        ("2-10", ["档案馆"]),
        ("4-18", ["档案馆"]),
        ("6-04", ["乡镇街道"]),
        ("6-03", [kind for kind in STATE_AND_GROUPS if kind != "档案馆"]),
    ],
)
def test_items_of_one_kind_of_body_are_asked_of_it_alone(code, kinds):
    assert ITEMS[code]["applies_to"] == kinds


@pytest.mark.parametrize("code", ["5-07", "5-09"])
def test_preservation_duties_of_archives_are_grave_for_archives_only(code):
    item = ITEMS[code]
    assert (item["severity"], item["severity_overrides"]) == ("B", {"档案馆": "A"})


def test_a_private_firm_is_never_asked_about_loss_of_state_archives():
    assert ITEMS["4-08"]["applies_to"] == [
        kind for kind in KINDS if kind not in ("民营企业", "村居", "社会组织")
    ]


def test_the_failing_of_a_service_firm_is_its_own_violation_and_not_the_clients():
    assert (ITEMS["4-22"]["violation"], ITEMS["4-22"]["violation_overrides"]) == (
        "",
        {"档案服务企业": "V15"},
    )


def test_the_electronic_items_cover_the_six_matters():
    marked = [(item["code"], item["electronic"]) for item in ITEMS.values() if item["electronic"]]
    assert marked == [
        ("5-04", "E1"),
        ("5-05", "E2"),
        ("5-06", "E3"),
        ("5-07", "E4"),
        ("5-08", "E5"),
        ("5-09", "E5"),
        ("5-10", "E5"),
        ("5-11", "E5"),
        ("5-12", "E6"),
    ]
    assert [*CHECKLIST["electronic_matters"]] == ["E1", "E2", "E3", "E4", "E5", "E6"]
