"""A letter in each of its states."""

from datetime import date

import pytest
from django.utils import timezone

from archives_enforcement.documents import kinds, services
from tests import factories
from tests.documents.drafting_together import KIND, WORDS
from tests.documents.issuing import FIELDS

ON = date(2024, 7, 4)


def inquiry(unit, actor, on=ON, fields=()):
    """A letter that asks the unit questions, drafted."""
    return services.draft(
        unit,
        "inquiry_letter",
        bureau=unit.party.bureau,
        party=unit.party,
        title="关于档案保管情况的函询函",
        fields={**FIELDS, **dict(fields)},
        actor=actor,
        on=on,
    )


def issue(draft, officer, head, on=ON):
    return services.sign(services.submit(draft, actor=officer, on=on), actor=head, on=on)


def affecting_rights(paper, patch):
    """The same paper as if it affected rights, with fifteen days to act from its delivery."""
    kind = kinds.KINDS[paper.kind]._replace(affects_rights=True, clock="D-P13", clock_named="")
    patch.setitem(kinds.KINDS, paper.kind, kind)
    return paper


@pytest.fixture
def make_draft(officer, unit):
    def make(*, actor=officer, on=ON, **fields):
        return inquiry(unit, actor, on, fields)

    return make


@pytest.fixture
def draft(make_draft):
    return make_draft()


@pytest.fixture
def submitted(draft, officer):
    return services.submit(draft, actor=officer, on=ON)


@pytest.fixture
def issued(submitted, head):
    return services.sign(submitted, actor=head, on=ON)


@pytest.fixture
def rights_paper(issued, monkeypatch):
    return affecting_rights(issued, monkeypatch)


@pytest.fixture
def units(bureau):
    return [factories.make_unit(bureau, f"示例街道{number:02d}") for number in range(1, 41)]


@pytest.fixture
def begin(clerk):
    """Tell the worker to draft for these units today."""

    def begin(units, *, fields=WORDS, kind=KIND, actor=clerk, title="催报函"):
        return services.draft_together(
            "unit", kind, units, title=title, fields=fields, actor=actor, on=timezone.localdate()
        )

    return begin
