"""The codes on slips that were made, the sheets being set in a test of their own."""

import pytest

from archives_enforcement.documents import slip
from tests.documents.slips import slip_for


@pytest.fixture
def made(monkeypatch):
    """The codes that were put on sheets; the sheet itself is set in a test of its own."""
    codes = []

    def pdf(new, expires_at):
        codes.extend(code for _, code in new)
        return b"%PDF-"

    monkeypatch.setattr(slip, "pdf", pdf)
    return codes


@pytest.fixture
def code(issued, clerk, made):
    slip_for(issued, clerk)
    return made[0]
