"""撤回 of a benchmark that was published by mistake."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate

from archives_enforcement.workflow import Refused
from penalties.models import Assessment, Benchmark
from penalties.services import benchmarks
from tests.penalties.grading import HEAD, published_copy
from tests.penalties.test_frozen import refused

STAGE = "review"
TODAY = localdate()
REASON = "误公布，幅度有错"


def withdraw(row, who, **given):
    return benchmarks.withdraw(row, actor=who, **{"on": TODAY, "reason": REASON} | given)


def test_the_version_that_ended_for_it_goes_on(walk, client):
    first = published_copy(walk)
    second = published_copy(walk, {**HEAD, "version": "二"}, valid_from=TODAY + timedelta(5))
    first.refresh_from_db()
    assert first.valid_to == TODAY + timedelta(4)
    gone = withdraw(second, walk.head)
    first.refresh_from_db()
    assert (gone.state, first.valid_to) == (Benchmark.State.WITHDRAWN, None)
    later = TODAY + timedelta(9)
    ours = Benchmark.objects.in_force(later).filter(bureau=walk.bureau)
    assert list(ours) == [first]
    answer = client.get(reverse("publicity:public-benchmark", args=[gone.pk]))
    assert (answer.status_code, REASON in answer.text, gone.title in answer.text) == (
        410,
        True,
        False,
    )
    address = reverse("publicity:public-benchmark", args=[gone.pk])
    assert address not in client.get(reverse("publicity:public-benchmark-list")).text
    assert published_copy(walk, {**HEAD, "version": "三"}, valid_from=later).valid_from == later


def test_who_publishes_benchmarks_withdraws_them_today_for_a_reason(walk):
    ours = published_copy(walk)
    with pytest.raises(PermissionDenied):
        withdraw(ours, walk.reviewer)
    with pytest.raises(Refused, match="请写明撤回的理由"):
        withdraw(ours, walk.head, reason="")
    with pytest.raises(Refused, match="当天为准"):
        withdraw(ours, walk.head, on=TODAY - timedelta(1))
    assert withdraw(ours, walk.head).withdrawal_reason == REASON


def test_a_draft_has_nothing_to_withdraw(walk, client):
    sample = Benchmark.objects.get(bureau=None)
    draft = benchmarks.draft(sample, actor=walk.reviewer, on=TODAY, **HEAD)
    client.force_login(walk.head)
    page = reverse("penalties:benchmark-withdraw", args=[draft.pk])
    assert client.get(page).status_code == 200
    answer = client.post(page, {"reason": REASON})
    assert (answer.status_code, "不能撤回公布" in answer.text) == (422, True)


def test_the_sample_is_nobodys_to_publish_to_end_or_to_withdraw(walk, client):
    """It came with the system: everybody copies it, its own rows stay out of every act's reach."""
    sample = Benchmark.objects.get(bureau=None)
    for act, given in (
        (benchmarks.withdraw, {"reason": REASON}),
        (benchmarks.publish, {"valid_from": TODAY}),
        (benchmarks.end_validity, {"valid_to": TODAY}),
        (benchmarks.discard, {}),
    ):
        with pytest.raises(Benchmark.DoesNotExist):
            act(sample, actor=walk.head, on=TODAY, **given)
    client.force_login(walk.head)
    for name in ("withdraw", "publish", "end"):
        page = reverse(f"penalties:benchmark-{name}", args=[sample.pk])
        assert client.post(page, {"reason": REASON}).status_code == 404
    client.logout()
    assert client.get(reverse("publicity:public-benchmark", args=[sample.pk])).status_code == 404


@pytest.mark.parametrize("change", [{"title": "改名"}, {"state": "published"}, {"valid_to": TODAY}])
def test_a_withdrawn_benchmark_stays_as_it_is(walk, change):
    ours = withdraw(published_copy(walk), walk.head)
    mine = Benchmark.objects.filter(pk=ours.pk)
    assert refused(lambda: mine.update(**change))
    assert refused(lambda: ours.tiers.update(title="改"))


def test_no_decision_rests_on_a_benchmark_that_was_withdrawn(walk):
    ours = published_copy(walk)
    made = walk.case.assessment
    made.pk, made.row = None, ours.rows.get(code=made.row.code)
    made.save(force_insert=True)
    with transaction.atomic():
        withdraw(ours, walk.head)
        walk.fresh()
        with pytest.raises(Refused, match="拟处罚意见所依据的.*撤回.*第三十四条"):
            walk.decide()
        transaction.set_rollback(True)
    walk.fresh()
    walk.decide()
    assert Assessment.objects.filter(case=walk.case).count() == 2
