"""A case file that was archived, and its package."""

import pytest

from archives_enforcement.jobs import queue
from tests.archiving.filing import package_at


@pytest.fixture(scope="module")
def archived(closed, django_db_blocker):
    with django_db_blocker.unblock():
        closed.issue("legal_review_opinion")
        closed.add_signed_pages(closed.issue("questioning_record"))
        queue.run_due()
        return closed.archive()


@pytest.fixture
def package(archived, tmp_path, db):
    return package_at(archived, tmp_path)
