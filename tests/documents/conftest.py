"""A letter in each of its states."""

from datetime import date

import pytest

from archives_enforcement.documents import kinds, services
from tests.documents.issuing import FIELDS

ON = date(2024, 7, 4)


@pytest.fixture
def make_draft(bureau, officer, unit):
    def make(*, actor=officer, on=ON, **fields):
        return services.draft(
            unit,
            "inquiry_letter",
            bureau=bureau,
            party=unit.party,
            title="关于档案保管情况的函询函",
            fields={**FIELDS, **fields},
            actor=actor,
            on=on,
        )

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
    """The same letter as if it affected rights, with fifteen days to act from its delivery."""
    kind = kinds.KINDS[issued.kind]._replace(affects_rights=True, clock="D-P13")
    monkeypatch.setitem(kinds.KINDS, issued.kind, kind)
    return issued
