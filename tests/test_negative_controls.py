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


def functions_of(path: str) -> set[str]:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_there_are_enough_and_each_names_a_test_of_its_own():
    assert len({control.protection for control in CONTROLS}) == len(CONTROLS) >= LEAST
    assert len({control.test for control in CONTROLS}) == len(CONTROLS)
    for control in CONTROLS:
        path, _, name = control.test.partition("::")
        assert name in functions_of(path), control.test


@pytest.mark.full
def test_each_goes_red(tmp_path):
    command = [sys.executable, "-m", "pytest", "-q", "--no-header", "--tb=no", "-m", ""]
    plugins = ["-p", "tests.services.plugin", "-p", "tests.negative_controls"]
    subprocess.run(
        [*command, *plugins, *(control.test for control in CONTROLS)],
        cwd=ROOT,
        env=os.environ | {"RED": str(tmp_path / "red.json")},
        check=False,
        capture_output=True,
    )
    red = set(json.loads((tmp_path / "red.json").read_text(encoding="utf-8")))
    assert [control.protection for control in CONTROLS if control.test not in red] == []
