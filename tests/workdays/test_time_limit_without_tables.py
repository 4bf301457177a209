"""manage.py time_limit answers before the database is set up, as far as the package knows."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection

from archives_enforcement.workdays import packaged
from tests.workdays.commanding import answer, run

ROOT = Path(__file__).parents[2]


@pytest.fixture
def without_tables(db):
    """The tables are out of reach until the transaction of the test is rolled back."""
    with connection.cursor() as cursor:
        for table in ("workdays_holiday", "workdays_timelimit", "accounts_bureau"):
            cursor.execute(f"ALTER TABLE {table} RENAME TO {table}_away")


LAST_OF_SIXTY, FIRST_OF_THIRTY = "2021-12-31", "2022-01-01"


def test_an_earlier_text_is_known_without_tables(without_tables):
    assert "期限为60日。" in answer("D-P12", "--from", LAST_OF_SIXTY)["steps"]


def test_the_answer_is_the_same_without_tables(without_tables):
    assert answer("D-P07", "--from", "2024-09-26")["due"] == "2024-10-09"


def test_the_list_is_the_same_without_tables(without_tables):
    assert [entry["code"] for entry in answer("--list")] == list(packaged.time_limits())


def test_a_bureaus_own_terms_need_the_tables(without_tables):
    assert run("D-I06", "--from", "2024-07-01", "--bureau", "120110") == (
        "",
        "机关的期限设定保存在数据库中，数据库目前不可用。\n",
        1,
    )


@pytest.mark.full
def test_the_command_answers_before_the_database_is_set_up(tmp_path):
    environment = os.environ | {"DATA_DIR": str(tmp_path), "DATABASE_URL": ""}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    done = subprocess.run(
        [sys.executable, "manage.py", "time_limit", "D-P07", "--from", "2024-09-26", "--json"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert json.loads(done.stdout)["due"] == "2024-10-09"
    assert done.stderr == ""
