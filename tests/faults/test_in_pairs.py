"""No form does its act twice, and nobody's change is lost, whoever sends at the same moment."""

import json

import pytest

from tests import one_day
from tests.deployment.system import manage
from tests.services import filled

pytestmark = [pytest.mark.services, pytest.mark.full]
LEAST = {"form": 100, "change": 15}


def test_every_form_sent_twice_is_done_once_and_no_change_is_lost(postgres_url, tmp_path):
    env = {
        **one_day.environment(),
        "PATH": "/usr/bin:/bin",
        "LC_ALL": "C.UTF-8",
        "DATA_DIR": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "archives_enforcement.settings",
        "DATABASE_URL": filled.copy(postgres_url, "in_pairs"),
    }
    begin = f"from tests.access.in_pairs import send_all; send_all({postgres_url!r})"
    told = json.loads(manage(env, "shell", "--no-imports", "--command", begin).splitlines()[-1])
    assert told["faults"] == []
    assert {kind: told["counts"].get(kind, 0) >= least for kind, least in LEAST.items()} == {
        kind: True for kind in LEAST
    }
