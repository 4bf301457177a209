"""Pages of benchmarks: the table, the writing of a draft, Excel out and in, publication."""

import pytest
from django.urls import reverse

from penalties.discretion import read_scheme
from penalties.models import Benchmark
from tests.penalties.test_benchmarks import HEAD, TODAY, cut, published


def page(name, record, *more):
    return reverse(f"penalties:benchmark-{name}", args=[record.pk, *more])


def send(client, url, **typed):
    return client.post(url, {"on": TODAY.isoformat(), **typed})


def test_the_list_and_the_table_say_what_is_only_a_sample(writer, sample):
    assert "随系统提供的示例" in writer.get(reverse("penalties:benchmark-list")).text
    text = writer.get(page("detail", sample)).text
    assert "非任何机关公布的裁量基准" in text
    assert '37,000–73,000<span class="sub">不含 37,000</span>' in text
    assert "《中华人民共和国档案法》第四十八条第（一）项、第四十九条第一款" in text


def test_a_version_begins_as_a_copy_of_another(writer, sample):
    response = send(writer, page("copy", sample), **HEAD | {"from_above": ""})
    made = Benchmark.objects.get(based_on=sample)
    assert (response.url, made.title) == (made.get_absolute_url(), HEAD["title"])
    assert "校验结果" in writer.get(response.url).text


def test_bands_are_cut_on_a_page_without_gap_or_overlap(writer, draft):
    url = page("range", draft, "ORG_1_10")
    cuts = {"first": 36_000, "first_end": "heavier", "second": 73_000, "second_end": "lighter"}
    assert send(writer, url, **cuts | {"second": 30_000}).status_code == 422
    assert send(writer, url, **cuts).status_code == 302
    draft.refresh_from_db()
    low, middle, high = read_scheme(draft.document).ranges["ORG_1_10"].listed
    assert [(band.lowest, band.highest) for band in (low, middle, high)] == [
        (10_000, 35_999), (36_000, 73_000), (73_001, 100_000),
    ]  # fmt: skip
    text = writer.get(draft.get_absolute_url()).text
    assert "与分档规则“30/40/30分档”不一致" in text
    send(writer, url, ruled="on", first_end="lighter", second_end="lighter")
    assert "没有发现空档、重叠" in writer.get(draft.get_absolute_url()).text


def test_a_tier_and_the_rules_are_written_on_pages(writer, draft):
    tier = {"title": "从重", "criteria": "故意\n\n 拒不改正 \n", "requires": "集体讨论"}
    assert send(writer, page("tier", draft, "T5"), **tier).status_code == 302
    rules = {
        "model": "bands", "above_inclusive": "on", "band_end": "heavier", "code": "RMEAN",
        "lower_percent": 30, "upper_percent": 70, "steps": 3, "years": 3, "second": "top",
        "third": "up",
    }  # fmt: skip
    assert send(writer, page("rules", draft), **rules).status_code == 302
    draft.refresh_from_db()
    scheme = read_scheme(draft.document)
    assert scheme.tiers["T5"].criteria == ("故意", "拒不改正")
    assert scheme.conventions == (True, False, "heavier")
    assert (scheme.rule_set.code, scheme.repeat.years) == ("RMEAN", 3)
    assert scheme.repeat.steps == ((2, "top"), (3, "up"))
    assert send(writer, page("rules", draft), **rules | {"years": ""}).status_code == 302
    draft.refresh_from_db()
    assert read_scheme(draft.document).repeat is None


def test_the_head_publishes_and_the_page_then_refuses_changes(client, walk, draft, writer):
    client.force_login(walk.head)
    assert "公布后内容不能再改" in client.get(page("publish", draft)).text
    when = {"valid_from": TODAY.isoformat(), "confirmed": "on"}
    assert send(client, page("publish", draft), **when).status_code == 302
    client.force_login(walk.reviewer)
    for name, *more in (("head",), ("tier", "T5"), ("import",)):
        assert "要修改的，请起草新版本" in client.get(page(name, draft, *more)).text


def test_the_page_of_publication_is_closed_while_an_error_stands(client, walk, draft):
    cut(draft, walk, 70_000)
    client.force_login(walk.head)
    text = client.get(page("publish", draft)).text
    assert "校验没有通过，不能公布" in text
    assert 'name="valid_from"' not in text
    assert send(client, page("publish", draft), valid_from=TODAY, confirmed="on").status_code == 422


def test_an_old_version_ends_by_the_head(client, walk, draft):
    made = published(draft, walk)
    client.force_login(walk.head)
    assert "写明失效日期" in client.get(made.get_absolute_url()).text
    assert send(client, page("end", made), valid_to=TODAY.isoformat()).status_code == 302
    made.refresh_from_db()
    assert made.valid_to == TODAY


def entry(draft, part, place, *, remove=False):
    name = "penalties:benchmark-entry-remove" if remove else "penalties:benchmark-entry"
    return reverse(name, args=[draft.pk, part, place])


FACTOR = {
    "code": "L20", "title": "残疾人", "effect": "mitigate_or_lighten", "duty": "may",
    "bases": "《中华人民共和国行政处罚法》第三十二条第（五）项", "measures": "",
}  # fmt: skip


def test_a_factor_is_added_changed_and_taken_out(writer, draft):
    assert send(writer, entry(draft, "factors", 0), **FACTOR).status_code == 302
    draft.refresh_from_db()
    place = len(draft.content["factors"])
    made = read_scheme(draft.document).factors["L20"]
    assert made.bases == [{"law": "penalty_law", "article": 32, "paragraph": None, "item": 5}]
    text = writer.get(entry(draft, "factors", place)).text
    assert "第三十二条第（五）项" in text
    changed = FACTOR | {"title": "生活困难的残疾人"}
    assert send(writer, entry(draft, "factors", place), **changed).status_code == 302
    assert "生活困难的残疾人" in writer.get(draft.get_absolute_url()).text
    assert send(writer, entry(draft, "factors", place, remove=True)).status_code == 302
    draft.refresh_from_db()
    assert "L20" not in read_scheme(draft.document).factors


def test_what_the_page_does_not_show_of_an_entry_stays(writer, draft):
    shown = writer.get(entry(draft, "rows", 1)).context["form"].initial
    typed = {name: value for name, value in shown.items() if value not in (None, False)}
    assert send(writer, entry(draft, "rows", 1), **typed | {"title": "改"}).status_code == 302
    draft.refresh_from_db()
    (before, *_), (after, *_) = (Benchmark.objects.get(bureau=None).content["rows"],
                                 draft.content["rows"])  # fmt: skip
    assert after == {**before, "title": "改", **{k: after[k] for k in after if k not in before}}


@pytest.mark.parametrize(
    ("part", "values", "why"),
    [
        ("factors", {"bases": "第三十二条"}, "《法律名称》第几条"),
        ("factors", {"title": ""}, "请填写“"),
        ("weights", {"factor": "数量", "levels": "少"}, "第 1 行"),
        ("weights", {"factor": "数量", "levels": "少；一成"}, "应当是整数"),
        ("rounding", {"party": "any", "step": ""}, "请填写“"),
        ("rounding", {"party": "any", "step": 0}, "应当在 1 到"),
    ],
)
def test_an_entry_that_cannot_be_read_is_named(writer, draft, part, values, why):
    base = FACTOR if part == "factors" else {}
    answer = send(writer, entry(draft, part, 0), **base | values)
    assert answer.status_code == 422
    assert why in answer.text
    assert Benchmark.objects.get(pk=draft.pk).content == draft.content


def test_weights_ranges_and_rounding_are_written_on_pages(writer, draft):
    levels = "少；0；1；10\n多；12；11"
    typed = {"factor": "数量", "levels": levels, "repeated": ""}
    assert send(writer, entry(draft, "weights", 2), **typed).status_code == 302
    assert send(writer, entry(draft, "rounding", 2), party="any", step=500).status_code == 302
    shown = writer.get(entry(draft, "ranges", 1)).context["form"].initial
    assert send(writer, entry(draft, "ranges", 1), **shown | {"minimum": 9_000}).status_code == 302
    draft.refresh_from_db()
    scheme = read_scheme(draft.document)
    assert [level.percent for level in scheme.weights.factors[1].levels] == [0, 12]
    assert scheme.rule_set.rounding[1][1].step == 500
    assert scheme.ranges["ORG_1_10"].minimum == 9_000
    assert scheme.ranges["ORG_1_10"].listed  # its bands stay
    assert "超出法定幅度" in writer.get(draft.get_absolute_url()).text


def test_a_range_in_use_is_not_taken_out(writer, draft):
    answer = send(writer, entry(draft, "ranges", 1, remove=True))
    assert answer.status_code == 422
    assert "没有“ORG_1_10”" in answer.text


RULES = {
    "model": "bands", "above_inclusive": "on", "below_inclusive": "on", "band_end": "lighter",
    "code": "R30", "lower_percent": 30, "upper_percent": 70, "steps": 3,
}  # fmt: skip


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"lower_percent": 70}, "应当大于从轻档的 70%"),
        ({"steps": 4}, "应当是单数"),
        ({"years": 2}, "请写明第几次违法怎样处理"),
    ],
)
def test_rules_that_cannot_hold_are_named_at_their_field(writer, draft, values, why):
    answer = send(writer, page("rules", draft), **RULES | values)
    assert answer.status_code == 422
    assert why in answer.text


def test_the_rules_keep_what_their_page_does_not_show(writer, draft):
    content = draft.content
    content["repeat"]["steps"].append({"times": 5, "effect": "up"})
    Benchmark.objects.filter(pk=draft.pk).update(content=content)
    rules = {"years": 2, "second": "top", "criterion": "二年内再次违法", "start_percent": 25}
    assert send(writer, page("rules", draft), **RULES | rules).status_code == 302
    draft.refresh_from_db()
    scheme = read_scheme(draft.document)
    assert scheme.repeat.steps == ((2, "top"), (5, "up"))
    assert scheme.repeat.source
    assert scheme.weights.start == 25
