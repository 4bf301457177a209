"""A kind of job for the queue's tests; a worker learns it through `--include`.

It notes each run in the file that PROBE_FILE names, hangs for records from 100 on and
takes its process down for those from 200 on.
"""

import os
import signal
import time
from pathlib import Path

from archives_enforcement.jobs import queue

KIND = "probe"
HANGING, DEADLY = 100, 200


def note(object_id: int) -> None:
    with Path(os.environ["PROBE_FILE"]).open("a") as file:
        file.write(f"{object_id}\n")
    if object_id >= DEADLY:
        os.kill(os.getpid(), signal.SIGKILL)
    if object_id >= HANGING:
        time.sleep(60)


queue.register(KIND, note)
