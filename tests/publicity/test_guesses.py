"""Whoever guesses addresses finds what is published, and nothing else."""

import random
from itertools import product

import pytest
from django.urls import reverse

from archives_enforcement import rate_limit
from penalties.models import Benchmark
from publicity.models import Notice, PublicList

PAGES = {  # page → what its numbers count
    "public-detail": "notice",
    "public-register": "list",
    "public-register-export": "list",
    "public-register-data-export": "list",
    "public-benchmark": "benchmark",
    "public-benchmark-export": "benchmark",
    "public-benchmark-data-export": "benchmark",
    "public-plan-detail": "plan",
    "public-checklist-detail": "checklist",
    "public-draw-detail": "draw",
}
GUESSES = 10_000
CANARY = "不应公开的内容"


@pytest.fixture
def everything(flow, walk):
    """A record of each kind in every state; the numbers that the public may find, by kind."""
    notice = flow.published()
    states = [state for state in Notice.State.values if state != "published"]
    for state in states:
        document = notice.document
        document.pk, document.state = None, "draft"
        document.number = document.serial = document.content = document.issued_on = None
        document.verification_code = f"code-{state}"
        document.save(force_insert=True)
        hidden = Notice.objects.get(pk=notice.pk)
        hidden.pk, hidden.document, hidden.state, hidden.facts = None, document, state, CANARY
        hidden.withdrawal_reason, hidden.withdrawn_on = "变更", flow.today
        hidden.save(force_insert=True)
    lists = {
        state: PublicList.objects.create(
            bureau=walk.bureau, kind=kind, version=version, state=state, drafted_by=walk.clerk,
            drafted_on=flow.today, published_on=flow.today, rows=[[CANARY] * 4], source="文件",
        )
        for version, (kind, state) in enumerate(
            zip(("duties", "services", "boundaries", "recording", "legal_review", "duties"),
                PublicList.State.values, strict=True), start=1,
        )
    }  # fmt: skip
    PublicList.objects.filter(pk=lists["draft"].pk).update(rows=[[CANARY] * 4])
    sample = Benchmark.objects.get(bureau=None)
    drafted = Benchmark.objects.get(pk=sample.pk)
    drafted.pk, drafted.code, drafted.bureau, drafted.state = None, "own", walk.bureau, "draft"
    drafted.is_sample = False
    drafted.save(force_insert=True)
    return {"notice": {notice.pk}, "list": {lists["published"].pk, lists["superseded"].pk}}


def _walk(client, found, guesses):
    for page, number in guesses:
        answer = client.get(reverse(f"publicity:{page}", args=[number]))
        public = number in found.get(PAGES[page], ())
        assert (answer.status_code == 200) == public, f"{page} {number}: {answer.status_code}"
        if not public:
            assert answer.status_code in (404, 410)
            assert CANARY not in answer.text


def _all_guesses() -> list[tuple[str, int]]:
    """The numbers that are taken come first of all, then as many as make the round number."""
    return [(page, number) for number, page in product(range(1, GUESSES), PAGES)][:GUESSES]


@pytest.mark.big_set
def test_a_sample_of_guesses_finds_what_is_published_alone(client, everything):
    guesses = _all_guesses()
    near, far = guesses[: 12 * len(PAGES)], guesses[12 * len(PAGES) :]
    _walk(client, everything, [*near, *random.Random(1).sample(far, 60)])


@pytest.mark.full
def test_ten_thousand_guesses_find_what_is_published_alone(client, everything):
    _walk(client, everything, _all_guesses())


@pytest.mark.django_db
def test_who_guesses_too_often_is_turned_away(client, settings, monkeypatch):
    monkeypatch.setattr(rate_limit.time, "time", lambda: 1_000_000_000.0)
    settings.REQUESTS_PER_MINUTE = {"": 3}
    page = "publicity:public-detail"
    asked = [client.get(reverse(page, args=[n]), REMOTE_ADDR="192.0.2.77") for n in range(1, 6)]
    assert [answer.status_code for answer in asked] == [404, 404, 404, 429, 429]
