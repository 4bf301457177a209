"""A bureau, its people and a unit that all tests of a file share; each test has copies of its own.

A folder that wants them takes the fixtures of this module into its `conftest.py`.
"""

from types import SimpleNamespace

import pytest

from tests import factories
from tests.sharing import kept, own


@pytest.fixture(scope="module")
def cast(django_db_setup, django_db_blocker):
    with kept(django_db_blocker):
        bureau = factories.make_bureau()
        yield SimpleNamespace(
            bureau=bureau,
            unit=factories.make_unit(bureau),
            head=factories.make_user("head", "head", "backfiller", bureau=bureau),
            officer=factories.make_officer("officer", bureau, "backfiller"),
            second_officer=factories.make_officer("second_officer", bureau, "backfiller"),
            clerk=factories.make_user("clerk", "clerk", "backfiller", bureau=bureau),
        )


def _of_cast(name: str):
    @pytest.fixture(name=name)
    def member(cast, db):
        return own(getattr(cast, name))

    return member


bureau, unit = _of_cast("bureau"), _of_cast("unit")
head, clerk = _of_cast("head"), _of_cast("clerk")
officer, second_officer = _of_cast("officer"), _of_cast("second_officer")
