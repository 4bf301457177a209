"""Whoever guesses addresses finds what is published, and nothing else."""

import random
from itertools import product
from typing import NamedTuple

import pytest
from django.urls import reverse

from archives_enforcement import rate_limit
from archives_enforcement.documents.models import Document
from inspections.models import Checklist, Draw, ListPublication, Plan
from inspections.services import draw_withdrawing
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
ANSWERING = {  # the page that goes on with the notice of withdrawal, by what its numbers count
    kind: page for page, kind in reversed(PAGES.items())
}
SEARCHED = tuple(page for page in LISTS if page.endswith("-list"))
GUESSES = 10_000
CANARY = "不应公开的内容"
REASON = "误公布，改正后另行公布"


class Everything(NamedTuple):
    """The numbers that the public finds, and those that tell of a withdrawal, by kind."""

    public: dict[str, set[int]]
    gone: dict[str, set[int]]


@pytest.fixture
def everything(flow, walk):
    """A record of each kind in every state."""
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
        hidden.withdrawal_reason, hidden.withdrawn_on = REASON, flow.today
        hidden.save(force_insert=True)
    lists = {
        state: PublicList.objects.create(
            bureau=walk.bureau, kind=kind, version=version, state=state, drafted_by=walk.clerk,
            drafted_on=flow.today, published_on=flow.today, source="文件", end_reason=REASON,
            rows=[["公开" if state in ("published", "superseded") else CANARY] * 4],
        )
        for version, (kind, state) in enumerate(
            zip(("duties", "services", "boundaries", "recording", "legal_review", "duties"),
                PublicList.State.values, strict=True), start=1,
        )
    }  # fmt: skip
    public = {notice.pk, *_results(notice)}
    return Everything(
        {
            "notice": public,
            "list": {lists["published"].pk, lists["superseded"].pk},
            "plan": _plans(walk),
            "checklist": _checklists(walk),
            "benchmark": _benchmarks(walk),
            "draw": _draws(walk),
        },
        {
            "notice": set(Notice.objects.withdrawn().values_list("pk", flat=True)),
            "list": {lists["withdrawn"].pk},
            "plan": {Plan.objects.withdrawn().get().pk},
            "checklist": {ListPublication.objects.exclude(withdrawn_on=None).get().pk},
            "benchmark": {Benchmark.objects.get(state="withdrawn").pk},
            "draw": {Draw.objects.withdrawn().get().pk},
        },
    )


def _benchmarks(walk) -> set[int]:
    """One in each state; a bureau's published one is public."""
    sample = Benchmark.objects.get(bureau=None)
    for state in Benchmark.State.values:
        row = Benchmark.objects.get(pk=sample.pk)
        row.pk, row.code, row.bureau = None, state, walk.bureau
        row.state, row.is_sample = state, False
        row.title = row.title if state == "published" else CANARY
        row.withdrawn_on, row.withdrawal_reason = walk.day, REASON
        row.save(force_insert=True)
    published = Benchmark.objects.filter(bureau=walk.bureau, state="published")
    return set(published.values_list("pk", flat=True))


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
            row.withdrawal_reason, row.withdrawn_on = REASON, notice.published_on
        row.save(force_insert=True)
        found |= {row.pk} if state == "published" else set()
    return found


def _plans(walk) -> set[int]:
    """A plan in every state, and one withdrawn; the published and the closed one are public."""
    found = set()
    for year, state in enumerate(Plan.State.values, 2021):
        hidden = state not in Plan.PUBLIC
        row = Plan.objects.create(
            bureau=walk.bureau, year=year, title=CANARY if hidden else f"{year}年计划",
            state=state, drafted_by=walk.clerk, published_on=None if hidden else walk.day,
            opinion=CANARY,
        )  # fmt: skip
        found |= set() if hidden else {row.pk}
    Plan.objects.create(
        bureau=walk.bureau, year=2020, title=CANARY, purpose=CANARY, drafted_by=walk.clerk,
        withdrawn_on=walk.day, withdrawal_reason=REASON,
    )  # fmt: skip
    return found


def _checklists(walk) -> set[int]:
    """Every list of the system exists; one of them was made public, another withdrawn."""
    shown, hidden = Checklist.objects.order_by("pk")[:2]
    same = {"bureau": walk.bureau, "published_on": walk.day, "published_by": walk.clerk}
    ListPublication.objects.create(
        checklist=hidden, withdrawn_on=walk.day, withdrawal_reason=REASON, **same
    )
    row = ListPublication.objects.create(checklist=shown, **same)
    return {row.pk}


def _draws(walk) -> set[int]:
    """One draw is being prepared, one is public, one was withdrawn."""
    for number in range(3):
        factories.make_unit(walk.bureau, f"示例单位{number}")
    holding.prepared(walk.clerk, title=CANARY)
    mistaken = holding.published(walk.clerk, title=CANARY)
    with holding.at(holding.WITNESSED):
        draw_withdrawing.withdraw(
            mistaken, actor=walk.clerk, on=holding.WITNESSED.date(), reason=REASON
        )
    return {holding.published(walk.clerk).pk}


def _walk(client, everything, guesses):
    for page, number in guesses:
        answer = client.get(reverse(f"publicity:{page}", args=[number]))
        text, kind = answer.content.decode(errors="ignore"), PAGES[page]
        public = number in everything.public[kind]
        gone = number in everything.gone[kind] and page == ANSWERING[kind]
        expected = 200 if public else 410 if gone else 404
        assert answer.status_code == expected, f"{page} {number}: {answer.status_code}"
        assert (REASON in text) == gone, f"{page} {number}"
        assert CANARY not in text, f"{page} {number}"
    for page in LISTS:
        text = client.get(reverse(f"publicity:{page}")).content.decode()
        assert CANARY not in text, page
        assert not [url for url in _addresses(everything.gone) if url in text], page
    for page in SEARCHED:
        answer = client.get(reverse(f"publicity:{page}"), {"q": CANARY})
        assert not answer.context["object_list"], page


def _addresses(gone: dict[str, set[int]]) -> list[str]:
    """Links to what was withdrawn; decisions have their own list of withdrawals."""
    return [
        reverse(f"publicity:{ANSWERING[kind]}", args=[number])
        for kind, numbers in gone.items() if kind != "notice" for number in numbers
    ]  # fmt: skip


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
