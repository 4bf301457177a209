"""The three administrators, and the people of one unit."""

import pytest

from archives_enforcement.accounts.administrators import ADMINISTRATORS
from tests import factories


@pytest.fixture
def three(db):
    """The three, in no bureau."""
    return [
        factories.make_user(code.partition("_")[0], code, is_staff=code != "audit_administrator")
        for code in ADMINISTRATORS
    ]


@pytest.fixture
def party(bureau):
    return factories.make_unit(bureau, "示例街道一").party


@pytest.fixture
def manager(party):
    return factories.make_contact("manager", party)


@pytest.fixture
def archivist(party):
    return factories.make_contact("archivist", party, post="archivist")
