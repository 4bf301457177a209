"""The packaged table of time limits: complete, well-formed, and true to the counting rules."""

import pytest

from archives_enforcement.workdays import packaged
from archives_enforcement.workdays.models import TimeLimit

# How many codes each part of the table has; five codes end in -2, variants of the row before.
PARTS = {"D-A": 2, "D-I": 21, "D-P": 31, "D-C": 6, "D-G": 16 + 2, "D-R": 20 + 3, "D-S": 8}
VARIANTS = ["D-G12-2", "D-G13-2", "D-R03-2", "D-R09-2", "D-R19-2"]
ROWS = list(packaged.time_limits().values())
COUNTED = {"workday", "calendar_day", "month", "year", "hour"}


def codes(condition):
    return [row["code"] for row in ROWS if condition(row)]


def test_no_code_is_missing():
    expected = [
        f"{part}{number:02}"
        for part, count in {**PARTS, "D-G": 16, "D-R": 20}.items()
        for number in range(1, count + 1)
    ]
    assert sorted(packaged.time_limits()) == sorted(expected + VARIANTS)


def test_no_code_is_given_twice():
    assert len(ROWS) == sum(PARTS.values())
    assert len((packaged.DATA / "time_limits.csv").read_text("utf-8").splitlines()) == len(ROWS) + 1


@pytest.mark.parametrize(
    "row", [*ROWS, *packaged.earlier_limits()], ids=lambda row: f"{row['code']}{row['until'] or ''}"
)
def test_a_row_makes_a_valid_limit(row):
    limit = TimeLimit(**row)
    limit.clean_fields()
    assert bool(limit.length) == (limit.unit in COUNTED)
    assert bool(limit.fixed_on) == (limit.unit == "fixed_date")


def test_an_earlier_text_changes_the_length_and_its_basis_alone():
    """民事诉讼法第九十二条 as of 2017 gave a public notice sixty days, until 2021-12-31."""
    (earlier,) = packaged.earlier_limits()
    now = packaged.time_limits()[earlier["code"]]
    assert {name for name in now if now[name] != earlier[name]} == {
        "length", "article", "mark", "source", "note", "until",
    }  # fmt: skip
    assert (earlier["code"], str(earlier["until"])) == ("D-P12", "2021-12-31")
    assert (earlier["length"], earlier["article"]) == (60, "（2017年修正）第九十二条")
    assert "2022年1月1日" in earlier["note"]


def test_what_was_read_in_the_statute_cites_its_article():
    assert codes(lambda row: row["mark"] == "V" and not (row["law"] and row["article"])) == []


def test_every_class_is_labelled_as_our_reading():
    assert {(row["consequence_source"], row["consequence_mark"]) for row in ROWS} == {
        ("本系统归类，未经法律顾问核对", "DESIGN")
    }


def test_what_is_only_practice_or_advice_is_a_setting():
    assert codes(lambda row: row["mark"] in ("LOCAL", "DESIGN") and not row["configurable"]) == []


def test_in_the_penalty_law_two_three_five_and_seven_days_are_working_days():
    """行政处罚法第八十五条; every other term of that law is counted in calendar days."""
    statutory = [row for row in ROWS if row["law"] == "行政处罚法" and row["mark"] == "V"]
    in_days = [row for row in statutory if row["unit"] in ("workday", "calendar_day")]
    assert {row["length"] for row in in_days if row["unit"] == "workday"} == {2, 3, 5, 7}
    assert {row["length"] for row in in_days if row["unit"] == "calendar_day"} == {15, 90}
    assert {row["unit_basis"] for row in in_days if row["unit"] == "workday"} == {
        "行政处罚法第八十五条"
    }


def test_in_the_coercion_law_terms_up_to_ten_days_are_working_days():
    """行政强制法第六十九条."""
    in_days = [row for row in ROWS if row["law"] == "行政强制法" and row["length"]]
    in_days = [row for row in in_days if row["unit"] not in ("hour", "month")]
    assert {(row["unit"], row["length"] <= 10) for row in in_days} == {
        ("workday", True),
        ("calendar_day", False),
    }


def test_in_the_reconsideration_law_terms_up_to_ten_days_are_working_days():
    """行政复议法第八十八条第二款."""
    in_days = [row for row in ROWS if row["law"] == "行政复议法" and row["unit"] != "year"]
    assert {(row["unit"], row["length"] <= 10) for row in in_days} == {
        ("workday", True),
        ("calendar_day", False),
    }


def test_the_terms_counted_back_are_these():
    assert codes(lambda row: row["direction"] == "before") == ["D-I02", "D-I21", "D-P08", "D-C06"]


def test_the_fixed_dates_are_these():
    assert {row["code"]: row["fixed_on"] for row in ROWS if row["fixed_on"]} == {
        "D-I01": "03-31",
        "D-I11": "09-30",
        "D-I12": "01-31",
        "D-G06": "01-31",
        "D-G07": "01-31",
        "D-G09": "04-01",
    }


def test_a_ceiling_stands_only_where_a_bureau_may_shorten():
    assert {row["code"]: row["ceiling"] for row in ROWS if row["ceiling"]} == {
        "D-P18": 3,
        "D-G01": 7,
        "D-G02": 20,
    }
    assert codes(lambda row: row["ceiling"] and not row["configurable"]) == []


def test_an_extension_has_a_length_only_where_it_is_allowed():
    assert {row["code"]: row["extension"] for row in ROWS if row["extension"]} == {
        "D-P09": 3,
        "D-C02": 30,
        "D-G08": 20,
        "D-R09": 30,
        "D-S08": 30,
    }
    assert codes(lambda row: row["extension"] and not row["extendable"]) == []


def test_every_row_says_where_it_comes_from():
    assert codes(lambda row: not row["source"]) == []
    assert all(row["source"] for row in packaged.earlier_limits())
