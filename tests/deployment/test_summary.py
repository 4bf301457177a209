"""The closing line of `make test` tells the truth about all its stages."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
REPORT = '<testsuites><testsuite tests="{}" failures="{}" errors="{}" skipped="{}"/></testsuites>'


def closing(folder):
    done = subprocess.run(
        [sys.executable, ROOT / ".ci" / "summary.py", folder],
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout, done.returncode


@pytest.mark.parametrize(
    ("reports", "counts", "line", "code"),
    [
        ([(10, 0, 0, 0)], "6 0 0", "16 passed, 0 failed\n", 0),
        ([(10, 0, 0, 3), (5, 0, 0, 0)], "6 0 0", "18 passed, 0 failed, 3 skipped\n", 0),
        ([(10, 1, 2, 0)], "6 0 0", "13 passed, 3 failed\n", 1),
        ([(10, 0, 0, 0)], "5 1 0", "15 passed, 1 failed\n", 1),
        ([(0, 0, 0, 0)], "0 0 0", "0 passed, 0 failed\n", 1),
    ],
    ids=["clean", "two stages", "failures and errors", "a check fails", "nothing ran"],
)
def test_the_stages_are_added_up(tmp_path, reports, counts, line, code):
    for number, numbers in enumerate(reports):
        (tmp_path / f"stage{number}.xml").write_text(REPORT.format(*numbers))
    (tmp_path / "lint.counts").write_text(counts)
    assert closing(tmp_path) == (line, code)
