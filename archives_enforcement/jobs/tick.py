"""后台任务的心跳: when the background work last came round, kept as the time of a file.

Web and background share DATA_DIR; a row would be one write more every half minute for ever.
"""

import time
from pathlib import Path

from django.conf import settings


def _file() -> Path:
    return Path(settings.DATA_DIR) / "tick"


def note() -> None:
    _file().touch()


def age() -> float | None:
    """Seconds since the last tick; None when there never was one."""
    try:
        return max(0.0, time.time() - _file().stat().st_mtime)
    except FileNotFoundError:
        return None
