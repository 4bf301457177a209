"""An article is cited formally, and only while it is in force."""

from datetime import date, timedelta

import pytest

from archives_enforcement.legislation import citations
from archives_enforcement.legislation.citations import ArticleNotInForce, ArticleNotRecorded
from tests.legislation.library import make_article, make_law, make_version

TEXT = "保管人应当做到下列事项：\n（一）防火；\n（二）防盗。\n保管情况每年记录一次。"


@pytest.fixture
def article(db):
    version = make_version(make_law(), "2022-01-01", "2023-12-31")
    return make_article(version, 42, TEXT)


@pytest.mark.parametrize(
    ("paragraph", "item", "citation"),
    [
        (None, None, "《示例文书保管办法》第四十二条"),
        (1, None, "《示例文书保管办法》第四十二条第一款"),
        (1, 2, "《示例文书保管办法》第四十二条第一款第（二）项"),
        (None, 2, "《示例文书保管办法》第四十二条第（二）项"),
        (2, None, "《示例文书保管办法》第四十二条第二款"),
    ],
)
def test_a_part_of_an_article_is_cited_in_formal_numerals(article, paragraph, item, citation):
    assert citations.cite(article, paragraph, item) == citation


@pytest.mark.parametrize(
    ("paragraph", "item", "words"),
    [
        (None, None, TEXT),
        (1, None, "保管人应当做到下列事项：\n（一）防火；\n（二）防盗。"),
        (1, 2, "（二）防盗。"),
        (None, 1, "（一）防火；"),
        (2, None, "保管情况每年记录一次。"),
    ],
)
def test_the_wording_of_the_part_cited_is_found(article, paragraph, item, words):
    assert citations.wording(article, paragraph, item) == words


@pytest.mark.parametrize(
    ("paragraph", "item", "missing"),
    [(3, None, "第三款"), (1, 3, "第（三）项"), (2, 1, "第（一）项")],
)
def test_a_part_the_wording_does_not_have_cannot_be_cited(article, paragraph, item, missing):
    with pytest.raises(ArticleNotRecorded) as refusal:
        citations.cite(article, paragraph, item)
    assert str(refusal.value) == (
        f"《示例文书保管办法》第四十二条没有{missing}，请核对引用的款、项。"
    )


def test_without_imported_wording_a_part_is_cited_as_given_and_has_no_words(article):
    article.text = ""
    cited = citations.cite(article, 7, 8), citations.wording(article, 7, 8)
    assert cited == ("《示例文书保管办法》第四十二条第七款第（八）项", "")


@pytest.mark.parametrize("on", [date(2022, 1, 1), date(2023, 12, 31)])
def test_an_article_is_found_on_the_first_and_on_the_last_day_of_its_validity(article, on):
    assert citations.article_on("sample_rules", 42, on=on) == article


@pytest.mark.parametrize(
    ("on", "state"),
    [(date(2021, 12, 31), "2021年12月31日尚未施行"), (date(2024, 1, 1), "2024年1月1日已经失效")],
)
def test_an_article_outside_its_validity_is_refused_with_the_validity(article, on, state):
    with pytest.raises(ArticleNotInForce) as refusal:
        citations.article_on("sample_rules", 42, on=on)
    assert str(refusal.value) == (
        f"《示例文书保管办法》第四十二条在{state}（有效期：2022年1月1日至2023年12月31日），"
        "不能作为当日行为的依据。请改引当日有效的条款。"
    )


def test_a_lapsed_article_names_its_successor_and_the_successor_its_forerunner(article):
    heir = make_article(make_version(make_law("heir", "示例文书条例"), "2024-01-01"), 7)
    article.successors.add(heir)
    with pytest.raises(ArticleNotInForce, match=r"可改引《示例文书条例》第七条。$"):
        citations.article_on("sample_rules", 42, on=date(2024, 1, 1))
    with pytest.raises(ArticleNotInForce, match=r"可改引《示例文书保管办法》第四十二条。$"):
        citations.article_on("heir", 7, on=date(2023, 12, 31))


def test_of_two_versions_the_one_in_force_that_day_is_cited(article):
    later = make_article(make_version(article.version.law, "2024-01-01"), 42)
    days = [date(2023, 12, 31), date(2024, 1, 1)]
    found = [citations.article_on("sample_rules", 42, on=day) for day in days]
    assert found == [article, later]


@pytest.mark.parametrize(
    ("code", "number", "sentence"),
    [
        ("unknown", 1, "法律法规库中没有代码为“unknown”的法律法规，请先登记。"),
        (
            "sample_rules",
            43,
            "法律法规库中没有《示例文书保管办法》第四十三条，请核对条序号，或先导入该法全文。",
        ),
    ],
)
def test_an_article_the_library_does_not_hold_is_named(article, code, number, sentence):
    with pytest.raises(ArticleNotRecorded) as refusal:
        citations.article_on(code, number, on=date(2023, 1, 1))
    assert str(refusal.value) == sentence


def test_a_version_is_in_force_from_its_first_to_its_last_day(article):
    version = article.version
    days = [
        version.effective_from - timedelta(days=1),
        version.effective_from,
        version.effective_to,
        version.effective_to + timedelta(days=1),
    ]
    answers = [citations.in_force(version, day) for day in days]
    assert answers == [False, True, True, False]


def test_a_version_without_an_end_stays_in_force(article):
    version = make_version(article.version.law, "2024-01-01")
    assert citations.in_force(version, date(2099, 1, 1))
    assert citations.version_on("sample_rules", on=date(2099, 1, 1)) == version


def test_a_law_without_a_version_that_day_is_refused(article):
    with pytest.raises(ArticleNotInForce, match="《示例文书保管办法》在2024年1月1日已经失效"):
        citations.version_on("sample_rules", on=date(2024, 1, 1))


def test_a_normative_document_is_cited_whole_with_its_number(article):
    law = article.version.law
    law.document_number = "示办发〔2022〕1号"
    assert citations.cite_law(law) == "《示例文书保管办法》（示办发〔2022〕1号）"
