"""A run has one day, though it may begin shortly before midnight.

`.ci/test` sets both variables then; a process with an environment of its own needs them too.
"""

import os


def environment() -> dict[str, str]:
    """What a process of the run must inherit to tell the same day; empty on most days."""
    return {name: os.environ[name] for name in ("PYTHONPATH", "CLOCK_BEHIND") if name in os.environ}


def page_script() -> str:
    """JavaScript that puts the clock of a browser's pages behind by the same time."""
    behind = int(os.environ.get("CLOCK_BEHIND") or 0) * 1000
    return f"""
        globalThis.Date = class extends Date {{
            constructor(...parts) {{ parts.length ? super(...parts) : super(Date.now()); }}
            static now() {{ return super.now() - {behind}; }}
        }};"""
