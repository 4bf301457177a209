"""The closing line of `make test` tells the truth about all its stages."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.services

ROOT = Path(__file__).resolve().parents[2]
MIXED = """
import pytest

def test_passes(): pass
def test_fails(): assert False
def test_errs(absent): pass
@pytest.mark.skip
def test_is_skipped(): pass
"""


def closing(folder):
    done = subprocess.run(
        [sys.executable, ROOT / ".ci" / "summary.py", folder],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout, done.returncode


@pytest.mark.parametrize(
    ("stages", "line", "code"),
    [
        (["10 0 0", "6 0 0"], "16 passed, 0 failed\n", 0),
        (["7 0 3", "5 0 0", "6 0 0"], "18 passed, 0 failed, 3 skipped\n", 0),
        (["7 3 0", "6 0 0"], "13 passed, 3 failed\n", 1),
        (["0 1 0"], "0 passed, 1 failed\n", 1),
        (["0 0 0"], "0 passed, 0 failed\n", 1),
    ],
    ids=["clean", "skipped", "failed", "broken off", "nothing ran"],
)
def test_the_stages_are_added_up(tmp_path, stages, line, code):
    for number, counts in enumerate(stages):
        (tmp_path / f"stage{number}.counts").write_text(counts)
    assert closing(tmp_path) == (line, code)


def test_a_run_leaves_its_counts_failures_and_errors_alike(tmp_path):
    (tmp_path / "test_mixed.py").write_text(MIXED)
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "tests.services.plugin", "-p",
         "no:cacheprovider", tmp_path],
        cwd=tmp_path, capture_output=True, check=False,
        env=os.environ | {"COUNTS": str(tmp_path / "run.counts"), "PYTHONPATH": str(ROOT),
                          "DJANGO_SETTINGS_MODULE": "tests.settings"},
    )  # fmt: skip
    assert (tmp_path / "run.counts").read_text() == "1 2 1\n"
