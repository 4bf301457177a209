"""Who writes wordings, on a Monday; sheets are set only where a test asks for one."""

import pytest

from archives_enforcement.documents import services
from archives_enforcement.documents.services import wordings
from tests import factories
from tests.documents.rewording import KIND, NEW, TODAY, TOMORROW


@pytest.fixture(autouse=True)
def monday(time_machine):
    time_machine.move_to(f"{TODAY} 12:00+08:00", tick=False)


@pytest.fixture(autouse=True)
def not_set(request, monkeypatch):
    """Whether a text can be set is asked by tests marked `papers`; the others want no sheet."""
    if not request.node.get_closest_marker("papers"):
        monkeypatch.setattr(wordings, "specimen", lambda kind, text, on: b"")


@pytest.fixture
def keeper(db):
    return factories.make_user("keeper", "administrator", is_staff=True)


@pytest.fixture
def write(keeper):
    def run(text=NEW, *, kind=KIND, on=TODAY, **facts):
        given = {"effective_from": TOMORROW, "note": "按新的函件要求精简", "actor": keeper}
        return services.add_wording(kind, text, on=on, **{**given, **facts})

    return run
