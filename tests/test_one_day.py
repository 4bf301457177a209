"""Processes of a run that would pass midnight tell the day it began."""

import os
import subprocess
import sys
import time
from pathlib import Path

FOLDER = Path(__file__).parent / "one_day"


def test_a_process_of_the_run_has_its_clock_behind():
    env = {"PATH": os.environ["PATH"], "PYTHONPATH": str(FOLDER), "CLOCK_BEHIND": "10800"}
    told = subprocess.check_output(
        [sys.executable, "-c", "import time; print(time.time())"], env=env, text=True
    )
    behind = 10800 - int(os.environ.get("CLOCK_BEHIND") or 0)
    assert abs(time.time() - float(told) - behind) < 100
