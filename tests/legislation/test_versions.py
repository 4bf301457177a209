"""At most one version of a law is in force on a day."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError

from archives_enforcement.legislation.models import LawVersion
from tests.legislation.library import make_article, make_law, make_version


def draft(law, start, end=None):
    return LawVersion(
        law=law,
        label="新版",
        effective_from=date.fromisoformat(start),
        effective_to=date.fromisoformat(end) if end else None,
        source="测试自拟",
        mark="DESIGN",
    )


@pytest.mark.parametrize(
    ("start", "end"),
    [("2022-12-31", None), ("2021-01-01", "2022-01-01"), ("2022-03-01", "2022-04-01")],
)
def test_a_version_overlapping_another_is_refused_with_its_validity(db, start, end):
    law = make_law()
    make_version(law, "2022-01-01", "2022-12-31")
    with pytest.raises(ValidationError) as refusal:
        draft(law, start, end).full_clean()
    assert refusal.value.messages == [
        "与“2022年版”的有效期（2022年1月1日至2022年12月31日）重叠，同一天只能有一个版本有效。"
        "请先改正其中一个版本的起止日期。"
    ]


@pytest.mark.parametrize(("start", "end"), [("2023-01-01", None), ("2021-01-01", "2021-12-31")])
def test_a_version_touching_another_without_a_common_day_is_accepted(db, start, end):
    law = make_law()
    make_version(law, "2022-01-01", "2022-12-31")
    draft(law, start, end).full_clean()


def test_two_laws_may_be_in_force_on_the_same_day(db):
    make_version(make_law(), "2022-01-01")
    draft(make_law("other", "另一示例办法"), "2022-01-01").full_clean()


def test_an_end_before_the_beginning_is_refused(db):
    with pytest.raises(ValidationError, match="失效日期早于施行日期"):
        draft(make_law(), "2022-01-02", "2022-01-01").full_clean()


def test_an_article_number_stands_once_in_a_version(db):
    version = make_version(make_law(), "2022-01-01")
    make_article(version, 1)
    with pytest.raises(IntegrityError):
        make_article(version, 1)


def test_an_article_carries_the_label_of_its_number(db):
    article = make_article(make_version(make_law(), "2022-01-01"), 12)
    assert (article.label, str(article)) == ("第十二条", "《示例文书保管办法》第十二条")
