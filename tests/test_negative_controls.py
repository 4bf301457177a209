"""Every protection with a switch has a test that goes red when it is off."""

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.negative_controls import CONTROLS

ROOT = Path(__file__).resolve().parents[1]
LEAST = 25
TIES = {
    "TEST_DATABASE", "TEST_REDIS", "DATABASE_URL", "REDIS_URL", "DATA_DIR", "COUNTS",
    "PYTEST_XDIST_WORKER", "PYTEST_XDIST_WORKER_COUNT", "PYTEST_XDIST_TESTRUNUID",
    "PYTEST_CURRENT_TEST",
}  # fmt: skip


def functions_of(path: str) -> set[str]:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_there_are_enough_and_each_names_a_test_of_its_own():
    assert len({control.protection for control in CONTROLS}) == len(CONTROLS) >= LEAST
    assert len({control.test for control in CONTROLS}) == len(CONTROLS)
    for control in CONTROLS:
        path, _, name = control.test.partition("::")
        assert name in functions_of(path), control.test


def own_environment(**more: str) -> dict[str, str]:
    """Without what ties a run to the databases and folders of this one."""
    kept = {name: value for name, value in os.environ.items() if name not in TIES}
    return kept | more


@pytest.mark.full
def test_each_goes_red(tmp_path):
    command = [sys.executable, "-m", "pytest", "-q", "--no-header", "--tb=no", "-m", ""]
    plugins = ["-p", "tests.services.plugin", "-p", "tests.negative_controls"]
    subprocess.run(
        [*command, *plugins, *(control.test for control in CONTROLS)],
        cwd=ROOT,
        env=own_environment(RED=str(tmp_path / "red.json")),
        check=False,
        capture_output=True,
    )
    red = set(json.loads((tmp_path / "red.json").read_text(encoding="utf-8")))
    assert [control.protection for control in CONTROLS if control.test not in red] == []
