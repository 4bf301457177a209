"""The committed laws: which is in force when, and that loading may be repeated."""

from datetime import date

import pytest

from archives_enforcement.legislation import citations, reference
from archives_enforcement.legislation.models import Article, Law, LawVersion, Mark
from tests import factories

VALIDITY = [
    ("archives_law", "2021-01-01", None),
    ("archives_regulation", "2024-03-01", None),
    ("archives_measures", "2017-03-01", "2024-02-29"),
    ("penalty_law", "2021-07-15", None),
    ("compulsion_law", "2012-01-01", None),
    ("reconsideration_law", "2024-01-01", None),
    ("litigation_law", "2017-07-01", None),
    ("civil_procedure_law", "2024-01-01", None),
    ("archives_penalty_procedure", "2023-04-01", None),
    ("electronic_archives_measures", "2024-11-01", None),
    ("enforcement_disclosure_opinion", "2019-01-03", None),
    ("enterprise_inspection_opinion", "2025-01-03", None),
    ("enforcement_supervision_regulation", "2026-02-01", None),
    ("credit_repair_measures", "2026-04-01", None),
]


@pytest.mark.parametrize(("code", "start", "end"), VALIDITY)
def test_each_law_is_in_force_on_the_days_its_text_says(db, code, start, end):
    version = LawVersion.objects.get(law__code=code)
    assert version.effective_from == date.fromisoformat(start)
    assert version.effective_to == (date.fromisoformat(end) if end else None)


@pytest.mark.parametrize(
    ("on", "code", "number"),
    [(date(2024, 2, 29), "archives_measures", 13), (date(2024, 3, 1), "archives_regulation", 20)],
)
def test_the_transfer_term_rests_on_the_text_of_the_day(db, on, code, number):
    found = [
        entry
        for entry in [("archives_measures", 13), ("archives_regulation", 20)]
        if LawVersion.objects.in_force(on).filter(law__code=entry[0]).exists()
    ]
    assert found == [(code, number)]
    assert citations.article_on(code, number, on=on).number == number


def test_the_measures_lead_to_the_regulation_that_repealed_them(db):
    with pytest.raises(citations.ArticleNotInForce) as refusal:
        citations.article_on("archives_measures", 27, on=date(2024, 3, 1))
    assert str(refusal.value) == (
        "《中华人民共和国档案法实施办法》第二十七条在2024年3月1日已经失效"
        "（有效期：2017年3月1日至2024年2月29日），不能作为当日行为的依据。"
        "可改引《中华人民共和国档案法》第四十九条。"
    )


def test_loading_again_changes_nothing_and_keeps_the_imported_wording(db):
    counts = reference.load()
    Article.objects.filter(version__law__code="archives_law", number=42).update(text="已导入")
    before = list(Article.objects.order_by("pk").values())
    assert reference.load() == counts
    assert list(Article.objects.order_by("pk").values()) == before


def test_loading_brings_back_what_nobody_edited_and_keeps_what_somebody_did(db):
    rows = Article.objects.filter(version__law__code="archives_law")
    shipped = rows.get(number=42).summary
    rows.filter(number=42).update(summary="意外改动")
    rows.filter(number=43).update(summary="人工改动", edited=True)
    reference.load()
    kept = rows.filter(number__in=[42, 43]).values_list("summary", flat=True)
    assert list(kept) == [shipped, "人工改动"]


def test_a_repeal_an_administrator_has_entered_is_not_undone_by_loading(db):
    version = LawVersion.objects.filter(law__code="archives_law")
    version.update(effective_to=date(2030, 12, 31), edited=True)
    reference.load()
    assert version.get().effective_to == date(2030, 12, 31)


def test_what_is_saved_in_the_admin_pages_counts_as_edited(db, client):
    keeper = factories.make_user("keeper", is_staff=True)
    factories.give(keeper, "view_law", "change_law")
    client.force_login(keeper)
    law = Law.objects.get(code="discretion_opinion")
    form = {
        "title": law.title,
        "short_title": "基准意见",
        "level": law.level,
        "issuer": law.issuer,
        "document_number": law.document_number,
    }
    client.post(f"/admin/legislation/law/{law.pk}/change/", form)
    reference.load()
    law.refresh_from_db()
    assert (law.short_title, law.edited) == ("基准意见", True)


def test_no_statute_wording_is_committed(db):
    assert Article.objects.exclude(text="").count() == 0


def test_every_entry_names_its_source_and_a_known_mark(db):
    marks = set(LawVersion.objects.values_list("mark", flat=True))
    marks |= set(Article.objects.values_list("mark", flat=True))
    assert marks <= set(Mark.values)
    assert LawVersion.objects.filter(source="").count() == 0
    assert Article.objects.filter(summary="").count() == 0


def test_every_level_in_the_data_is_a_known_level(db):
    assert set(Law.objects.values_list("level", flat=True)) <= set(Law.Level.values)


def test_only_articles_read_in_the_original_are_listed_for_the_penalty_procedure(db):
    numbers = Article.objects.filter(version__law__code="archives_penalty_procedure")
    assert list(numbers.values_list("number", flat=True)) == list(range(1, 10))
