"""裁量权基准 as records: drafted as a copy, written, taken in from Excel, published, ended."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils.timezone import localdate

from archives_enforcement.accounts.models import User
from archives_enforcement.workflow import Refused
from penalties.discretion import read_scheme
from penalties.models import Benchmark
from penalties.queries import benchmarks as queries
from penalties.queries import discretion as weighing
from penalties.services import benchmarks, circumstances
from tests import factories
from tests.penalties.grading import HEAD

STAGE = "investigate"
TODAY = localdate()


def published(draft, walk, valid_from=TODAY):
    return benchmarks.publish(draft, actor=walk.head, on=TODAY, valid_from=valid_from)


def test_a_copy_of_the_sample_is_the_bureaus_own_and_no_sample(draft, sample, walk):
    assert (draft.bureau, draft.is_sample, draft.label) == (walk.bureau, False, "")
    assert read_scheme(draft.document).rows == read_scheme(sample.document).rows
    assert draft.rows.count() == 0  # no case can rest on a draft


def test_only_the_reviewer_drafts_and_only_the_head_publishes(draft, sample, walk):
    with pytest.raises(PermissionDenied):
        benchmarks.draft(sample, actor=walk.officer, on=TODAY, **HEAD)
    with pytest.raises(PermissionDenied):
        benchmarks.publish(draft, actor=walk.reviewer, on=TODAY, valid_from=TODAY)
    assert published(draft, walk).state == Benchmark.State.PUBLISHED


def test_who_drafted_does_not_publish(draft, walk):
    factories.give(walk.reviewer, "publish_benchmark")
    both = User.objects.get(pk=walk.reviewer.pk)
    with pytest.raises(Refused, match="起草人不能公布"):
        benchmarks.publish(draft, actor=both, on=TODAY, valid_from=TODAY)


@pytest.mark.parametrize("missing", ["issuer", "source"])
def test_what_does_not_say_where_it_comes_from_is_not_published(draft, walk, missing):
    head = {**HEAD, missing: " "}
    benchmarks.write_head(draft, actor=walk.reviewer, on=TODAY, valid_to=None, **head)
    with pytest.raises(Refused, match="还没有写明制定机关和来源"):
        published(draft, walk)


def cut(draft, walk, upper):
    """The middle band of 单位 ends at `upper`, the heavy one begins where the sample says."""
    bands = [dict(band) for band in draft.content["ranges"][0]["bands"]]
    bands[1]["to"] = upper
    who = {"actor": walk.reviewer, "on": TODAY}
    return benchmarks.write_bands(draft, **who, key="ORG_1_10", bands=bands)


def test_publication_is_refused_while_an_error_stands(draft, walk):
    cut(draft, walk, 70_000)
    with pytest.raises(
        Refused, match="校验没有通过，不能公布：幅度 ORG_1_10“一般”与“从重”之间：空档"
    ):
        published(draft, walk)
    draft.refresh_from_db()
    assert (draft.state, draft.valid_from, draft.rows.count()) == ("draft", None, 0)
    cut(draft, walk, 73_000)
    assert published(draft, walk).rows.count() == 13


def test_a_published_version_is_frozen(draft, walk):
    made = published(draft, walk)
    who = {"actor": walk.reviewer, "on": TODAY}
    for change in (
        lambda: benchmarks.write_head(made, **who, valid_to=None, **HEAD),
        lambda: benchmarks.write_content(made, **who, content={}, what="从 Excel 导入"),
        lambda: benchmarks.discard(made, **who),
    ):
        with pytest.raises(Refused, match="已公布"):
            change()


def test_a_text_binds_from_its_publication_on(draft, walk):
    with pytest.raises(Refused, match="施行日期不能早于公布日期"):
        published(draft, walk, TODAY - timedelta(days=1))


def test_what_a_superior_published_keeps_its_own_date(draft, walk):
    above = {**HEAD, "level": "city", "from_above": True}
    benchmarks.write_head(draft, actor=walk.reviewer, on=TODAY, valid_to=None, **above)
    assert published(draft, walk, date(2024, 5, 1)).valid_from == date(2024, 5, 1)


def test_the_next_version_ends_the_one_before_the_day_before(draft, walk, sample):
    first = published(draft, walk)
    again = benchmarks.draft(first, actor=walk.reviewer, on=TODAY, **HEAD)
    with pytest.raises(Refused, match="新版本的施行日期应当更晚"):
        published(again, walk)
    published(again, walk, TODAY + timedelta(days=10))
    first.refresh_from_db()
    sample.refresh_from_db()
    assert (first.valid_to, sample.valid_to) == (TODAY + timedelta(days=9), None)


def test_a_version_ends_today_at_the_earliest(draft, walk):
    made = published(draft, walk)
    who = {"actor": walk.head, "on": TODAY}
    with pytest.raises(Refused, match="不能追溯失效"):
        benchmarks.end_validity(made, **who, valid_to=TODAY - timedelta(days=1))
    assert benchmarks.end_validity(made, **who, valid_to=TODAY).valid_to == TODAY


def test_the_bureaus_own_comes_before_the_superiors_and_that_before_the_sample(walk, sample):
    def line():
        return weighing.row_for(walk.case, TODAY).benchmark

    assert line() == sample
    above = benchmarks.draft(
        sample, actor=walk.reviewer, on=TODAY, **HEAD | {"from_above": True, "level": "city"}
    )
    published(above, walk, TODAY - timedelta(days=30))
    assert line() == above
    own = published(benchmarks.draft(sample, actor=walk.reviewer, on=TODAY, **HEAD), walk)
    assert line() == own


def test_another_bureau_never_weighs_by_it(draft, walk):
    published(draft, walk)
    stranger = factories.make_user(
        "stranger", "reviewer", bureau=factories.make_bureau("示例区二档案局", "990002")
    )
    assert list(Benchmark.objects.visible_to(stranger)) == [Benchmark.objects.get(bureau=None)]
    with pytest.raises(Benchmark.DoesNotExist):
        benchmarks.discard(draft, actor=stranger, on=TODAY)


def test_a_district_is_held_against_the_superior_it_recorded(walk, sample):
    above = benchmarks.draft(
        sample, actor=walk.reviewer, on=TODAY, **HEAD | {"from_above": True, "level": "city"}
    )
    published(above, walk, TODAY - timedelta(days=30))
    own = benchmarks.draft(sample, actor=walk.reviewer, on=TODAY, **HEAD)
    assert queries.findings(own) == []
    own.content["rule_set"]["code"] = "LISTED"
    for place, end in ((0, "to"), (1, "from")):
        own.content["ranges"][0]["bands"][place][end] = 30_000
    own.save()
    assert any("低于上级基准同一档" in row.reason for row in queries.findings(own))
    with pytest.raises(Refused, match="低于上级基准"):
        published(own, walk)


def test_a_case_keeps_what_it_was_weighed_by(walk, draft):
    made, code = walk.weigh(), walk.adopt().code
    cut(draft, walk, 73_000)
    published(draft, walk)
    made.refresh_from_db()
    rules, result = weighing.frozen(made)
    assert (made.snapshot["benchmark"]["code"], result.suggestion) == (code, 47_000)
    assert [band.upper for band in rules.listed] == [74_000, 146_000, 200_000]


def weighed_by_weights(walk, draft):
    who = {"actor": walk.reviewer, "on": TODAY}
    content = draft.content | {"model": "weights"}
    benchmarks.write_content(draft, **who, content=content, what="修改通则")
    above = {**HEAD, "from_above": True}
    benchmarks.write_head(draft, **who, valid_to=None, **above)
    published(draft, walk, date(2024, 1, 1))


def test_weights_are_registered_and_added_up_on_a_case(walk, draft):
    weighed_by_weights(walk, draft)
    walk.weight("丢失 12 件", "数量", "11至50件")
    walk.weight("其中三十年档案 12 件", "档案等级", "定期30年")
    with pytest.raises(Refused, match="“数量”已经登记过"):
        walk.weight("又 60 件", "数量", "超过50件")
    with pytest.raises(Refused, match="按权重累加"):
        walk.circumstance("故意", tier="T5")
    made = walk.fix(66_000)  # 20 % + 5 % + 8 % of 200,000
    assert (made.tier, made.snapshot["suggestion"]) == ("T3", 66_000)
    assert made.snapshot["weights"]["数量"]["level"] == "11至50件"


def test_a_weight_is_refused_where_tiers_grade(walk):
    with pytest.raises(Refused, match="没有权重"):
        walk.weight("丢失 12 件", "数量", "11至50件")


def test_facts_of_another_version_are_registered_anew_before_a_figure(walk, draft):
    walk.adopt = lambda: None  # the first fact is registered by the sample
    old = walk.circumstance("丢失永久档案 3 件", tier="T4", criterion=1)
    above = {**HEAD, "from_above": True}
    benchmarks.write_head(draft, actor=walk.reviewer, on=TODAY, valid_to=None, **above)
    published(draft, walk, date(2024, 1, 1))
    with pytest.raises(Refused, match="按另一版裁量权基准登记的"):
        walk.fix(110_000)
    circumstances.remove(old, actor=walk.officer, on=walk.day)
    walk.circumstance("丢失永久档案 3 件", tier="T4", criterion=1)
    assert walk.fix(110_000).row.benchmark == draft
