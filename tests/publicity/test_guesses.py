"""Whoever guesses addresses finds what is published, and nothing else."""

import random
from itertools import product

import pytest
from django.urls import reverse

from archives_enforcement import rate_limit
from archives_enforcement.documents.models import Document
from inspections.models import Checklist, ListPublication, Plan
from penalties.models import Benchmark
from publicity.models import Notice, PublicList
from tests import factories
from tests.inspections import holding

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
    "public-checklist-export": "checklist",
    "public-checklist-data-export": "checklist",
    "public-draw-detail": "draw",
    "public-draw-recompute": "draw",
    "public-draw-export": "draw",
}
LISTS = ("public-list", "public-result-list", "public-plan-list", "public-draw-list",
         "public-checklist-list", "public-benchmark-list", "public-before",
         "public-data-export", "public-result-data-export", "public-plan-data-export")  # fmt: skip
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
            drafted_on=flow.today, published_on=flow.today, source="文件",
            rows=[["公开" if state in ("published", "superseded") else CANARY] * 4],
        )
        for version, (kind, state) in enumerate(
            zip(("duties", "services", "boundaries", "recording", "legal_review", "duties"),
                PublicList.State.values, strict=True), start=1,
        )
    }  # fmt: skip
    sample = Benchmark.objects.get(bureau=None)
    drafted = Benchmark.objects.get(pk=sample.pk)
    drafted.pk, drafted.code, drafted.bureau, drafted.state = None, "own", walk.bureau, "draft"
    drafted.is_sample = False
    drafted.save(force_insert=True)
    return {
        "notice": {notice.pk, *_results(notice)},
        "list": {lists["published"].pk, lists["superseded"].pk},
        "plan": _plans(walk),
        "checklist": _checklists(walk),
        "draw": _draws(walk),
    }


def _results(notice) -> set[int]:
    """The result of a check in every state, of which one is public."""
    found = set()
    for state in Notice.State.values:
        document = Document.objects.get(pk=notice.document_id)
        document.pk, document.state = None, "draft"
        document.number = document.serial = document.content = document.issued_on = None
        document.verification_code = f"result-{state}"
        document.save(force_insert=True)
        row = Notice.objects.get(pk=notice.pk)
        row.pk, row.document, row.state, row.check_kind = None, document, state, "daily"
        row.checked_on, row.found, row.fixed = notice.decided_on, 1, 0
        if state != "published":
            row.facts = row.party_name = row.outcome = CANARY
            row.withdrawal_reason, row.withdrawn_on = "变更", notice.published_on
        row.save(force_insert=True)
        found |= {row.pk} if state == "published" else set()
    return found


def _plans(walk) -> set[int]:
    """A plan in every state; the published and the closed one are public, without their units."""
    found = set()
    for year, state in enumerate(Plan.State.values, 2021):
        hidden = state not in Plan.PUBLIC
        row = Plan.objects.create(
            bureau=walk.bureau, year=year, title=CANARY if hidden else f"{year}年计划",
            state=state, drafted_by=walk.clerk, published_on=None if hidden else walk.day,
            opinion=CANARY,
        )  # fmt: skip
        found |= set() if hidden else {row.pk}
    return found


def _checklists(walk) -> set[int]:
    """Every list of the system exists; one of them was made public."""
    row = ListPublication.objects.create(
        bureau=walk.bureau, checklist=Checklist.objects.earliest("pk"),
        published_on=walk.day, published_by=walk.clerk,
    )  # fmt: skip
    assert Checklist.objects.count() > 1
    return {row.pk}


def _draws(walk) -> set[int]:
    """One draw is being prepared, one is public."""
    for number in range(3):
        factories.make_unit(walk.bureau, f"示例单位{number}")
    holding.prepared(walk.clerk, title=CANARY)
    return {holding.published(walk.clerk).pk}


def _walk(client, found, guesses):
    for page, number in guesses:
        answer = client.get(reverse(f"publicity:{page}", args=[number]))
        public = number in found.get(PAGES[page], ())
        assert (answer.status_code == 200) == public, f"{page} {number}: {answer.status_code}"
        assert public or answer.status_code in (404, 410)
        assert CANARY not in answer.content.decode(errors="ignore"), f"{page} {number}"
    for page in LISTS:
        assert CANARY not in client.get(reverse(f"publicity:{page}")).content.decode()


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
