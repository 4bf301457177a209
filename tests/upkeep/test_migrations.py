"""Every app's last migration goes back and forth again on a copy with rows, and loses none."""

import os
import shutil
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from archives_enforcement.upkeep import dumps
from tests.deployment.system import manage
from tests.upkeep.drilling import rows_of_sqlite

pytestmark = [pytest.mark.full, pytest.mark.django_db(transaction=True)]
OURS = [
    app.label
    for app in apps.get_app_configs()
    if Path(app.path, "migrations").is_dir()
    and Path(app.path).is_relative_to(settings.BASE_DIR)
    and ".venv" not in app.path
]


@pytest.mark.parametrize("app", OURS)
def test_back_and_forth_keeps_every_row(letter, evidence, clock, app, tmp_path):
    if connection.vendor != "sqlite":
        pytest.skip("在 SQLite 的副本上做")
    dumps.dump(tmp_path / "db.sqlite3")
    shutil.copy(tmp_path / "db.sqlite3", tmp_path / "before")
    env = {
        "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "DATA_DIR": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "archives_enforcement.settings",
    }  # fmt: skip
    loader = MigrationLoader(None)
    (leaf,) = loader.graph.leaf_nodes(app)
    earlier = [parent.key for parent in loader.graph.node_map[leaf].parents if parent.key[0] == app]
    if not earlier:
        pytest.skip("只有一次迁移")
    manage(env, "migrate", app, earlier[0][1], "--verbosity=0")
    manage(env, "migrate", "--verbosity=0")
    manage(env, "migrate", "--check")
    now, then = rows_of_sqlite(tmp_path / "db.sqlite3"), rows_of_sqlite(tmp_path / "before")
    changed = {table for table in then if now.get(table) != then[table]}
    assert changed <= {"django_migrations", "sqlite_sequence"}
