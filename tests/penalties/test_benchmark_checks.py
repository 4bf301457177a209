"""What the validator finds in a benchmark, each beside a lawful twin."""

from datetime import date

import pytest

from archives_enforcement.legislation import packaged
from penalties import discretion
from penalties.discretion.checks import ERROR, NOTE, Clause, examine, refuse
from tests.penalties.schemes import document

CLAUSES = [
    Clause(
        row["violation"], row["party"], [row["bases"][1]], row["kinds"], row["confiscate_gains"],
        bounds["minimum"], bounds["maximum"],
    )
    for row in document()["rows"]
    for bounds in document()["ranges"]
    if bounds["key"] == row["range"]
]  # fmt: skip


def standing(basis, first, last):
    lacking = not packaged.in_force(basis["law"], first)
    lacking |= last is not None and not packaged.in_force(basis["law"], last)
    return f"{packaged.cite([basis])}在施行期间无效" if lacking else ""


def found(made, above=None):
    above = above and discretion.read_scheme(above)
    return examine(made, clauses=CLAUSES, standing=standing, above=above)


def change(path: str, value, made=None):
    """The sample with one value changed: `ranges.2.bands.0.to`."""
    made = made or document()
    *way, last = [int(name) if name.isdigit() else name for name in path.split(".")]
    place = made
    for name in way:
        place = place[name]
    if value is ...:
        del place[last]
    else:
        place[last] = value
    return made


def test_the_sample_has_nothing_against_it():
    assert found(document()) == []
    assert refuse(found(document("weights"))) == []


FAULTS = [  # path, value, place, reason
    ("ranges.0.bands.0.to", 36_000, "幅度 ORG_1_10“从轻”与“一般”之间", "空档：36,001 元至"),
    ("ranges.0.bands.0.to", 40_000, "幅度 ORG_1_10“从轻”与“一般”之间", "重叠：37,001 元至"),
    ("ranges.0.bands.1.from_inclusive", True, "“从轻”与“一般”之间", "重叠：37,000 元同时属于"),
    ("ranges.0.bands.0.to_inclusive", False, "“从轻”与“一般”之间", "空档：37,000 元"),
    ("ranges.0.bands.0.from", 9_000, "幅度 ORG_1_10", "低于法定下限 10,000 元"),
    ("ranges.0.bands.0.from", 12_000, "幅度 ORG_1_10", "空档：法定下限 10,000 元"),
    ("ranges.0.bands.2.to", 120_000, "幅度 ORG_1_10", "超过法定上限 100,000 元"),
    ("ranges.0.bands.2.to", 90_000, "幅度 ORG_1_10", "空档：法定上限 100,000 元"),
    ("ranges.0.bands.1", ..., "幅度 ORG_1_10", "档次不全"),
    ("ranges.0.maximum", 200_000, "条目 B01-O", "超出法定幅度（10,000 元至"),
    ("ranges.0.minimum", 20_000, "条目 B01-O", "没有覆盖法定幅度"),
    ("rows.0.kinds", ["警告", "罚款", "没收违法所得"], "条目 B01-O", "法律没有规定"),
    ("rows.0.kinds", ["罚款"], "条目 B01-O", "少了法律规定的警告"),
    ("rows.0.confiscate_gains", True, "条目 B01-O", "法律没有规定没收违法所得"),
    ("rows.0.violation", "V06", "条目 B01-O", "法律没有对 V06 规定对单位的罚款"),
    ("rows.2.violation", "V01", "条目 B02-O", "法律没有对 V01 规定对单位的罚款|同一个法定幅度"),
    ("valid_from", "2021-06-01", "条目 B01-O|情节 L01", "无效"),
    ("conventions", ..., "通则", "没有写明“以上”“以下”"),
    ("rule_set.rounding", [], "通则", "没有取整规则"),
    ("repeat", ..., "通则", "没有重复违法的规则"),
    ("tiers.2.floor_percent", ..., "档次 T2", "没有写明减轻处罚的底线"),
    ("valid_from", None, "基本信息", "没有写施行日期"),
    ("valid_to", "2020-01-01", "基本信息", "失效日期早于施行日期"),
    ("tiers.5.criteria", [], "档次 T5", "永远达不到"),
    ("tiers.6.criteria", [], "档次 T6", "永远达不到"),
    ("tiers.4", ..., "档次 T4", "没有“一般”档"),
    ("tiers.4.criteria", ["故意"], "档次 T5", "标准“故意”已经写在 T4"),
    ("factors.3.duty", "shall", "档次 T1", "永远达不到"),
    ("weights.factors.1.levels.1.to", 49, "权重“数量”", "空档（50 至 50）"),
    ("weights.factors.1.levels.1.to", 60, "权重“数量”", "重叠"),
    ("rows.0.title", "长" * 121, "条目 B01-O", "名称超过 120 个字"),
    ("tiers.5.criteria", ["长" * 121], "档次 T5", "超过 120 个字"),
    ("ranges.0.bands.0.to", "多", "文档", "应当是整数"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "value", "place", "reason"), FAULTS)
def test_each_fault_is_found_with_its_place(path, value, place, reason):
    rows = found(change(path, value))
    assert any(
        part in row.place and why in row.reason
        for row in rows
        for part in place.split("|")
        for why in reason.split("|")
    ), rows
    assert all(row.remedy and row.weight in (ERROR, NOTE) for row in rows)


def test_bands_that_leave_their_rule_set_are_told_which_they_should_be():
    made = change("ranges.0.bands.0.to", 40_000)
    made = change("ranges.0.bands.1.from", 40_000, made)
    [row] = found(made)
    assert "与分档规则“30/40/30分档”不一致，按规则应当是 从轻 1 万元至 3.7 万元" in row.reason
    assert found(change("rule_set.code", "LISTED", made)) == []


def test_the_gap_of_a_rule_set_itself_is_only_pointed_out():
    gaps = [row for row in found(document("RMAX")) if "空档" in row.reason]
    assert {row.weight for row in gaps if "之间" in row.place} == {NOTE}


def test_weights_that_never_reach_a_band_are_pointed_out():
    made = document("weights")
    made["weights"]["factors"] = made["weights"]["factors"][:1]
    assert any("各项权重合计 20% 至 45%，达不到这一档" in row.reason for row in found(made))
    made["weights"]["start_percent"] = 80
    assert any("80% 至 105%" in row.reason or "超过 100%" in row.reason for row in found(made))


def district(*cuts):
    """The sample with its range of 单位 cut elsewhere."""
    made = change("rule_set.code", "LISTED")
    low, high = cuts
    for path, value in (("0.to", low), ("1.from", low), ("1.to", high), ("2.from", high)):
        change(f"ranges.0.bands.{path}", value, made)
    return made


@pytest.mark.parametrize(
    ("cuts", "against"),
    [
        ((37_000, 73_000), []),
        ((30_000, 73_000), ["“一般”"]),
        ((40_000, 73_000), ["“从轻”"]),
        ((37_000, 80_000), ["“一般”"]),
        ((37_000, 70_000), ["“从重”"]),
    ],
)
def test_a_district_only_refines_within_the_superior(cuts, against):
    places = {row.place for row in found(district(*cuts), document()) if row.weight == ERROR}
    assert {place.partition("“")[2] for place in places} == {name[1:] for name in against}


def test_what_the_superior_has_and_the_district_lacks():
    superior = document()
    superior["valid_to"] = date(2030, 1, 1).isoformat()
    change("tiers.2.floor_percent", 20, superior)
    made = document()
    del made["rows"][0]
    made["tiers"][5]["criteria"].remove("牟利")
    told = {(row.weight, row.place) for row in found(made, superior)}
    assert (ERROR, "档次 T2") in told
    assert {(NOTE, "条目"), (NOTE, "档次 T5"), (NOTE, "基本信息")} <= told
