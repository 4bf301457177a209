"""`manage.py discretion`: answers as JSON and text, and one line for what is wrong."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from penalties.models import Benchmark
from tests.penalties.schemes import document

FACT = {"tier": "T4", "criterion": 2, "text": "丢失永久档案3件", "evidence": [1]}
CASE = {"id": "甲", "row": "B04-F", "facts": [FACT]}


@pytest.fixture
def ask(tmp_path):
    """The command's output for cases under a benchmark, given as data or as a code."""

    def run(cases, benchmark=None, *more):
        file = tmp_path / "cases.json"
        file.write_text(cases if isinstance(cases, str) else json.dumps(cases), "utf-8")
        if not isinstance(benchmark, str):
            made = tmp_path / "benchmark.json"
            made.write_text(json.dumps(benchmark or document()), "utf-8")
            benchmark = str(made)
        out = StringIO()
        call_command(
            "discretion", "--benchmark", benchmark, "--cases", str(file), *more, stdout=out
        )
        return out.getvalue()

    return run


def test_a_file_is_weighed_without_a_database(ask):
    [answer] = json.loads(ask([CASE], None, "--json"))
    assert list(answer) == [
        "id", "outcome", "measures", "range", "range_includes", "proposed", "hearing_right",
        "reasons",
    ]  # fmt: skip
    assert answer["range"] == [74_000, 146_000]
    assert answer["reasons"][1] == {
        "number": 2,
        "heading": "基础档次：一般",
        "text": "丢失永久档案3件，属于“定期30年档案，或者永久档案1至10件”。",
        "law": "裁量权基准B04-F“一般”档",
        "evidence": [1],
        "effect": "7.4 万元至 14.6 万元",
    }


def test_the_text_names_the_sample_for_what_it_is(ask):
    text = ask({"cases": [CASE]})
    assert "非任何机关公布的裁量基准" in text
    assert "幅度 74,000–146,000 元　建议 110,000 元　要求听证的权利：有" in text
    assert "《中华人民共和国档案法》第四十八条第（一）项、第四十九条第二款" in text


@pytest.mark.django_db
def test_a_code_is_looked_up_among_the_benchmarks(ask):
    with pytest.raises(CommandError, match="没有代码为“absent”的裁量权基准"):
        ask([CASE], "absent")
    assert json.loads(ask([CASE], "sample-r30", "--json")) == json.loads(
        ask([CASE], None, "--json")
    )
    assert Benchmark.objects.get().document == document()


def changed(**values):
    return [CASE | values]


def fact(**values):
    return [CASE | {"facts": [{**FACT, **values}]}]


TWICE = [CASE | {"facts": [FACT, {"factor": "L09", "text": "丢失永久档案 3 件"}]}]


@pytest.mark.parametrize(
    ("cases", "named"),
    [
        ("[", "cases.json”不是正确的 JSON，第 1 行"),
        ({"case": []}, "案例文件：应当是案例的列表"),
        ([{"row": "B04-F"}], "案例第 1 个 的 id：缺少这个字段"),
        ([CASE, CASE], "案例第 2 个 的 id：“甲”用了不止一次"),
        (changed(row="B99"), "案例 甲 的 row：没有“B99”"),
        (changed(rows="B04-F"), "案例 甲 的 rows：没有这个字段"),
        (changed(act_on="2024-13-01"), "案例 甲 的 act_on：应当是日期"),
        (changed(on="2020-01-01"), "案例 甲 的 on：2020年1月1日不在基准的有效期内"),
        (changed(found_on="2024-01-01"), "案例 甲 的 act_on：写了发现日期的"),
        (changed(gains=100), "案例 甲 的 gains：条目 B04-F 没有规定没收违法所得"),
        (changed(gains=True), "案例 甲 的 gains：应当是整数"),
        (changed(waive=True), "案例 甲 的 waive：没有登记可以不予处罚的情节"),
        (changed(earlier=["2023-01-01"]), "案例 甲 的 act_on：写了以往处罚的"),
        (changed(facts=[3]), "案例 甲 的 facts 第 1 项：应当是一个对象"),
        (fact(criterion=9), "案例 甲 的 facts 第 1 项 的 criterion：T4 没有这条标准"),
        (fact(tier="T9"), "案例 甲 的 facts 第 1 项 的 tier：没有“T9”"),
        (fact(met=False), "案例 甲 的 facts 第 1 项 的 met：只有 T3"),
        (fact(evidence=["一"]), "案例 甲 的 facts 第 1 项 的 evidence：应当是证据序号"),
        (fact(factor="L09"), "案例 甲 的 facts 第 1 项 的 用途：tier、factor、weight 应当恰好"),
        (TWICE, "案例 甲 的 facts：“丢失永久档案 3 件”用了不止一次"),
    ],
)
def test_bad_input_is_named_by_case_and_field(ask, cases, named):
    with pytest.raises(CommandError) as refusal:
        ask(cases)
    assert named in str(refusal.value)
    assert "\n" not in str(refusal.value)


def repeated_twice():
    again = {"tier": "T5", "criterion": "二年内再次违法"}
    dates = {"act_on": "2024-06-10", "earlier": ["2023-01-05"]}
    return [CASE | dates | {"facts": [again]}]


def test_a_repetition_is_used_once(ask):
    with pytest.raises(CommandError, match="案例 甲 的 earlier：“二年内再次违法”已经写在 facts"):
        ask(repeated_twice())


@pytest.mark.parametrize(
    ("fact", "named"),
    [
        ({"weight": "数量", "level": "很多"}, "“数量”没有“很多”这一等级"),
        ({"weight": "天气", "level": 1}, "没有“天气”"),
        ({"weight": "数量"}, "level：应当是等级的名称或者一个数"),
        ({"tier": "T4", "criterion": 1}, "这个基准按权重累加"),
    ],
)
def test_weights_know_their_levels(ask, fact, named):
    with pytest.raises(CommandError, match="案例 甲") as refusal:
        ask([CASE | {"facts": [fact]}], document("weights"))
    assert named in str(refusal.value)


def broken(name, value):
    return document() | {name: value}


@pytest.mark.parametrize(
    ("benchmark", "named"),
    [
        (broken("rule_set", {"code": "R99"}), "基准 的 rule_set 的 code：没有“R99”"),
        (broken("rule_set", None), "基准 的 rule_set：缺少"),
        (broken("rows", []), "基准 的 rows：还没有条目"),
        (broken("valid_from", "去年"), "基准 的 valid_from：应当是日期"),
        (broken("weights", None) | {"model": "weights"}, "基准 的 weights：按权重累加"),
        ("no-such-file.json", "不能读取“no-such-file.json”：没有这个文件或文件夹"),
    ],
)
def test_a_benchmark_that_cannot_be_read_is_named_by_place(ask, benchmark, named):
    with pytest.raises(CommandError) as refusal:
        ask([CASE], benchmark)
    assert named in str(refusal.value)
