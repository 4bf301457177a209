"""A copied database is what the commands of a site make, and is made anew when asked again."""

import os
from contextlib import closing

import psycopg2
import pytest

from tests.deployment.system import manage
from tests.services import filled

pytestmark = pytest.mark.services


def ask(url, statement):
    with closing(psycopg2.connect(url)) as connection, connection.cursor() as cursor:
        cursor.execute(statement)
        found = cursor.fetchall() if cursor.description else None
        connection.commit()
        return found


def test_nothing_is_left_to_migrate(postgres_url, tmp_path):
    url = filled.copy(postgres_url, "checked")
    env = {"PATH": os.environ["PATH"], "DATABASE_URL": url, "DATA_DIR": str(tmp_path)}
    manage(env, "migrate", "--check")
    assert ask(url, "SELECT count(*) FROM legislation_law")[0][0] > 0


def test_a_copy_is_apart_and_replaced_under_whoever_works_on_it(postgres_url):
    url = filled.copy(postgres_url, "written")
    ask(url, "CREATE TABLE mine ()")
    with closing(psycopg2.connect(url)) as worker:
        assert filled.copy(postgres_url, "written") == url
        with pytest.raises(psycopg2.OperationalError), worker.cursor() as cursor:
            cursor.execute("SELECT 1")
    other = filled.copy(postgres_url, "beside")
    mine = "SELECT to_regclass('mine')"
    assert ask(url, mine) == ask(other, mine) == [(None,)]
