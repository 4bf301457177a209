"""检查清单: its two versions, whom each item concerns and on what it rests."""

import pytest

from archives_enforcement.accounts.models import Party
from inspections import reference
from inspections.models import Checklist, ChecklistItem, ReportRule, SelfQuestion

KIND = Party.Kind
STATE_ONLY = ["1-05", "1-06", "1-08", "5-01", "6-03"]


def item(code, edition="2024") -> ChecklistItem:
    return ChecklistItem.objects.get(checklist__code=f"general-{edition}", code=code)


def party(kind) -> Party:
    return Party(kind=kind)


def concerned(kind) -> list[str]:
    rows = Checklist.objects.get(code="general-2024").items.all()
    return [row.code for row in rows if row.concerns(party(kind))]


@pytest.mark.django_db
def test_loading_again_changes_nothing():
    before = list(ChecklistItem.objects.order_by("pk").values())
    counts = {"检查清单": 2, "检查事项": 138, "评分规则": 1, "报送规则": 2, "自查表": 1}
    assert reference.load() == counts
    assert (ReportRule.objects.count(), SelfQuestion.objects.count()) == (2, 20)
    assert list(ChecklistItem.objects.order_by("pk").values()) == before


@pytest.mark.django_db
def test_one_version_ends_the_day_before_the_next_begins():
    found = Checklist.objects.order_by("valid_from").values_list("code", "valid_from", "valid_to")
    assert [(code, str(start), str(end)) for code, start, end in found] == [
        ("general-2021", "2021-01-01", "2024-02-29"),
        ("general-2024", "2024-03-01", "None"),
    ]


@pytest.mark.django_db
@pytest.mark.parametrize(("edition", "not_yet_or_no_more"), [("2021", "条例"), ("2024", "办法》")])
def test_no_version_cites_law_of_the_other_time(edition, not_yet_or_no_more):
    rows = ChecklistItem.objects.filter(checklist__code=f"general-{edition}")
    cited = [text for row in rows for text in (row.basis, *row.basis_by_kind.values())]
    assert [text for text in cited if f"档案法实施{not_yet_or_no_more}" in text] == []


LAW = "《中华人民共和国档案法》"
REGULATION = "《中华人民共和国档案法实施条例》"
MEASURES = "《中华人民共和国档案法实施办法》"


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("edition", "code", "kind", "basis"),
    [
        ("2024", "2-02", KIND.ORGAN, f"{LAW}第十九条第一款，{REGULATION}第二十二条第二款"),
        ("2024", "2-02", KIND.ARCHIVES,
         f"{LAW}第十九条第一款，{REGULATION}第二十二条第一款第（二）项"),
        ("2021", "2-02", KIND.ORGAN, f"{LAW}第十九条第一款，{MEASURES}第十五条第二款"),
        ("2024", "5-09", KIND.TOWNSHIP, f"{LAW}第三十五条第二款"),
        ("2024", "5-09", KIND.ARCHIVES, f"{LAW}第三十九条第三款，{REGULATION}第四十一条"),
        ("2024", "4-22", KIND.SERVICE_ENTERPRISE,
         f"{LAW}第二十四条第二款，{REGULATION}第五十一条第一款"),
        ("2024", "2-09", KIND.ORGAN,
         "工作要求：机关档案管理规定（国家档案局令第13号）关于档案用房监控的要求"),
    ],
)  # fmt: skip
def test_a_party_is_told_the_law_that_binds_its_kind(edition, code, kind, basis):
    assert item(code, edition).basis_for(party(kind)) == basis


@pytest.mark.django_db
def test_the_checklist_itself_shows_what_is_unverified():
    assert item("2-09").basis.endswith("条文序号未核对")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("code", "kind", "severity"),
    [
        ("5-07", KIND.ARCHIVES, "A"),
        ("5-07", KIND.ORGAN, "B"),
        ("5-09", KIND.ARCHIVES, "A"),
        ("5-09", KIND.STATE_ENTERPRISE, "B"),
        ("2-01", KIND.VILLAGE, "C"),
        ("2-01", KIND.ORGAN, "B"),
    ],
)
def test_an_item_weighs_differently_by_kind(code, kind, severity):
    assert item(code).severity_for(party(kind)) == severity


@pytest.mark.django_db
@pytest.mark.parametrize("kind", [KIND.PRIVATE_ENTERPRISE, KIND.SOCIAL_ORGANIZATION, KIND.VILLAGE])
def test_duties_of_state_bodies_are_not_asked_of_others(kind):
    assert [code for code in concerned(kind) if code in STATE_ONLY] == []


@pytest.mark.django_db
def test_duties_of_state_bodies_are_asked_of_an_organ():
    assert [code for code in concerned(KIND.ORGAN) if code in STATE_ONLY] == STATE_ONLY


@pytest.mark.django_db
@pytest.mark.parametrize(("code", "kinds"), [("2-10", ["archives"]), ("6-04", ["township"])])
def test_some_items_concern_one_kind_only(code, kinds):
    assert item(code).applies_to == kinds


@pytest.mark.django_db
def test_items_without_law_are_marked():
    rows = ChecklistItem.objects.filter(checklist__code="general-2024", local_practice=True)
    assert [(row.code, row.articles.count()) for row in rows] == [("2-09", 0)]


@pytest.mark.django_db
def test_the_six_electronic_matters_stand_in_the_checklist():
    rows = ChecklistItem.objects.filter(checklist__code="general-2024").exclude(electronic="")
    assert [row.electronic for row in rows] == [
        "E1", "E2", "E3", "E4", "E5", "E5", "E5", "E5", "E6",
    ]  # fmt: skip
