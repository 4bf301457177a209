"""The catalogue of violations and the sample benchmark agree with 档案法 48–50."""

import pytest

from archives_enforcement.legislation.models import Mark
from tests.legislation.bases import find_all, not_in_force, read

CATALOGUE = read("penalties/data/violations.json")
VIOLATIONS = {entry["code"]: entry for entry in CATALOGUE["violations"]}
BENCHMARK = read("penalties/data/benchmark_sample.json")
RANGES = {entry["key"]: entry for entry in BENCHMARK["ranges"]}

ORGANISATION = ("organisation", 10_000, 100_000)
INDIVIDUAL = ("individual", 500, 5_000)
SERVICE_FIRM = ("service_firm", 20_000, 200_000)
USER = (1, False, [ORGANISATION, INDIVIDUAL])
FIRM = (2, False, [SERVICE_FIRM])
ANYONE = (3, True, [ORGANISATION, INDIVIDUAL])

# 档案法 49: paragraph, confiscation of gains, who may be fined between which bounds (yuan).
FINES = {
    "V01": [USER, FIRM],
    "V02": [USER, FIRM],
    "V03": [ANYONE],
    "V04": [USER, FIRM],
    "V05": [ANYONE],
    **{f"V{number:02}": [] for number in range(6, 16)},
}


@pytest.mark.parametrize(("code", "fines"), FINES.items())
def test_only_the_three_situations_of_article_49_carry_a_fine(code, fines):
    found = [
        (
            fine["bases"][0]["paragraph"],
            fine["confiscate_gains"],
            [(entry["party"], entry["minimum"], entry["maximum"]) for entry in fine["ranges"]],
        )
        for fine in VIOLATIONS[code]["fines"]
    ]
    assert found == fines


def test_the_catalogue_holds_fifteen_violations():
    assert list(VIOLATIONS) == [f"V{number:02}" for number in range(1, 16)]


def test_a_warning_goes_with_every_fine():
    kinds = {tuple(fine["kinds"]) for entry in CATALOGUE["violations"] for fine in entry["fines"]}
    assert kinds == {("警告", "罚款"), ("警告", "没收违法所得", "罚款")}


@pytest.mark.parametrize(
    ("code", "persons", "condition"),
    [
        *[
            (f"V{number:02}", ["直接负责的主管人员", "其他直接责任人员"], "")
            for number in range(1, 11)
        ],
        ("V12", ["负有责任的领导人员", "直接责任人员"], "情节严重"),
        ("V13", ["负有责任的领导人员", "直接责任人员"], "拒不改正"),
        ("V14", ["负有责任的领导人员", "直接责任人员"], "情节严重"),
    ],
)
def test_sanctions_fall_on_the_persons_the_article_names(code, persons, condition):
    sanction = VIOLATIONS[code]["sanction"]
    assert (sanction["persons"], sanction["condition"]) == (persons, condition)


@pytest.mark.parametrize("code", ["V11", "V15"])
def test_where_no_article_gives_sanctions_none_is_offered(code):
    assert VIOLATIONS[code]["sanction"] is None


def test_export_is_not_for_the_archives_authority():
    assert VIOLATIONS["V11"]["handled_by"] == "海关或者有关部门"


def test_violations_of_the_regulation_exist_from_the_day_it_took_effect():
    late = [code for code, entry in VIOLATIONS.items() if entry["valid_from"] == "2024-03-01"]
    assert late == ["V12", "V13", "V14", "V15"]


@pytest.mark.parametrize("data", [CATALOGUE, BENCHMARK], ids=["violations", "benchmark"])
def test_every_article_cited_is_in_force_when_the_entry_begins(db, data):
    bases = list(find_all(data, "2021-01-01"))
    assert len(bases) > 30
    assert not_in_force(bases) == []


def test_the_benchmark_says_it_is_a_sample():
    assert (BENCHMARK["sample"], BENCHMARK["mark"]) == (True, Mark.DESIGN)
    assert BENCHMARK["label"].startswith("示例数据（")
    assert "启用前须由本机关替换为上级公布文本" in BENCHMARK["label"]


@pytest.mark.parametrize(
    ("key", "bounds", "cuts"),
    [
        ("ORG_1_10", ORGANISATION, (37_000, 73_000)),
        ("IND_05_5", INDIVIDUAL, (1_850, 3_650)),
        ("FIRM_2_20", SERVICE_FIRM, (74_000, 146_000)),
    ],
)
def test_bands_cut_the_statutory_range_at_thirty_and_seventy_per_cent(key, bounds, cuts):
    party, lowest, highest = bounds
    entry = RANGES[key]
    rules = BENCHMARK["rule_set"]
    width = highest - lowest
    shares = rules["lower_percent"], rules["upper_percent"]
    assert tuple(lowest + width * share // 100 for share in shares) == cuts
    assert (entry["party"], entry["minimum"], entry["maximum"]) == (party, lowest, highest)
    assert [(band["tier"], band["from"], band["to"]) for band in entry["bands"]] == [
        ("T3", lowest, cuts[0]),
        ("T4", cuts[0], cuts[1]),
        ("T5", cuts[1], highest),
    ]


@pytest.mark.parametrize("entry", BENCHMARK["ranges"], ids=lambda entry: entry["key"])
def test_every_figure_in_a_range_falls_in_exactly_one_band(entry):
    def holds(band, figure):
        above = figure >= band["from"] if band["from_inclusive"] else figure > band["from"]
        return above and (figure <= band["to"] if band["to_inclusive"] else figure < band["to"])

    ends = {band[end] for band in entry["bands"] for end in ("from", "to")}
    figures = sorted({*ends, *(end + 1 for end in ends if end < entry["maximum"])})
    assert [sum(holds(band, figure) for band in entry["bands"]) for figure in figures] == [
        1 for _ in figures
    ]


@pytest.mark.parametrize("row", BENCHMARK["rows"], ids=lambda row: row["code"])
def test_every_row_has_the_range_the_violation_allows_its_party(row):
    allowed = [
        (entry["party"], entry["minimum"], entry["maximum"])
        for fine in VIOLATIONS[row["violation"]]["fines"]
        if fine["bases"][0] == row["bases"][1] and fine["kinds"] == row["kinds"]
        for entry in fine["ranges"]
    ]
    entry = RANGES[row["range"]]
    assert (row["party"], entry["minimum"], entry["maximum"]) in allowed


def test_the_rows_are_those_of_the_fined_situations():
    assert [row["code"] for row in BENCHMARK["rows"]] == [
        "B01-O", "B01-P", "B02-O", "B02-P", "B03-O", "B03-P", "B04-F",
        "B05-F", "B06-F", "B07-O", "B07-P", "B08-O", "B08-P",
    ]  # fmt: skip


# 行政处罚法 30–33, 36: what must and what may lead to which result.
@pytest.mark.parametrize(
    ("code", "effect", "duty", "article"),
    [
        ("L01", "no_penalty", "shall", 30),
        ("L02", "no_penalty", "shall", 31),
        ("L03", "no_penalty", "shall", 33),
        ("L04", "no_penalty", "may", 33),
        ("L05", "no_penalty", "shall", 33),
        ("L06", "time_barred", "shall", 36),
        ("L07", "mitigate_or_lighten", "shall", 30),
        ("L08", "mitigate_or_lighten", "may", 31),
        ("L09", "mitigate_or_lighten", "shall", 32),
        ("L10", "mitigate_or_lighten", "shall", 32),
        ("L11", "mitigate_or_lighten", "shall", 32),
        ("L12", "mitigate_or_lighten", "shall", 32),
        ("L13", "mitigate_or_lighten", "shall", 32),
        ("H01", "aggravate", "shall", 49),
        ("H02", "aggravate", "may", 34),
    ],
)
def test_each_factor_has_the_effect_its_article_gives_it(code, effect, duty, article):
    factor = {entry["code"]: entry for entry in BENCHMARK["factors"]}[code]
    bases = [(basis["law"], basis["article"]) for basis in factor["bases"]]
    assert (factor["effect"], factor["duty"], bases) == (effect, duty, [("penalty_law", article)])


def test_tiers_run_from_no_penalty_to_transfer_and_are_marked_as_design():
    tiers = [(tier["code"], tier["outcome"], tier["mark"]) for tier in BENCHMARK["tiers"]]
    assert tiers == [
        ("T0", "no_penalty", "DESIGN"),
        ("T1", "may_waive", "DESIGN"),
        ("T2", "mitigate", "DESIGN"),
        ("T3", "fine", "DESIGN"),
        ("T4", "fine", "DESIGN"),
        ("T5", "fine", "DESIGN"),
        ("T6", "transfer", "DESIGN"),
    ]


def test_tiers_name_only_factors_of_the_list():
    known = {factor["code"] for factor in BENCHMARK["factors"]}
    assert {code for tier in BENCHMARK["tiers"] for code in tier["factors"]} <= known
