"""The annual report of 2024 in each of its states."""

from datetime import date

import pytest

from reports.services import annual

ON = date(2025, 1, 6)
WORDS = {"problems": "力度不够。", "next_steps": "加强培训。"}


@pytest.fixture
def report(clerk):
    return annual.draft_report(actor=clerk, on=ON, year=2024)


@pytest.fixture
def written(report, clerk):
    return annual.write_narrative(report, actor=clerk, on=ON, narrative=WORDS)


@pytest.fixture
def submitted(written, clerk):
    return annual.submit_report(written, actor=clerk, on=ON)


@pytest.fixture
def issued(submitted, head):
    return annual.approve_report(submitted, actor=head, on=ON)
