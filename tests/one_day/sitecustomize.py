"""Python imports this at its start in a run that would pass midnight; see `environment` beside it.

The clock of every process of the run is `CLOCK_BEHIND` seconds behind and goes on ticking, so what
a test calls today stays today until the run is over.
"""

import os
from datetime import UTC, datetime, timedelta

if behind := int(os.environ.get("CLOCK_BEHIND") or 0):
    import time_machine

    time_machine.travel(datetime.now(UTC) - timedelta(seconds=behind), tick=True).start()
