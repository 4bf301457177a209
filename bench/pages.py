"""What a page costs: CPU of web and database per request against a bare list, and its queries.

    make demo SERVE=0 && make bench

Two gunicorns with one worker each, set up as in production, answer in turn over HTTP: the site,
and a bare Django list of 25 rows behind a session (`bench/floor`). It works on a copy of the
demonstration, or writes into the PostgreSQL that DATABASE_URL names: never a real one.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DEMO = Path(os.environ.get("DATA_DIR", ROOT / "var" / "demo"))
FOLDER = Path(tempfile.mkdtemp(prefix="archives-bench-"))
sys.path.insert(0, str(ROOT))
os.chdir(ROOT)


def set_up() -> None:
    """The environment of a production site over a copy of the demonstration."""
    secrets = {name.upper(): (DEMO / "secrets" / name).read_text() for name in KEYS}
    os.environ |= secrets | {
        "DJANGO_SETTINGS_MODULE": "archives_enforcement.settings",
        "PRODUCTION": "1",
        "HTTPS": "0",
        "ALLOWED_HOSTS": "127.0.0.1,testserver",
        "DATA_DIR": str(FOLDER),
        "MEDIA_ROOT": str(DEMO / "media"),
    }
    if "DATABASE_URL" not in os.environ:
        shutil.copy(DEMO / "db.sqlite3", FOLDER / "db.sqlite3")


KEYS = ("secret_key", "audit_key", "sealing_key")
set_up()

import django  # noqa: E402

django.setup()

from django.core.management import call_command  # noqa: E402

from bench.measuring.pages import measure  # noqa: E402

if __name__ == "__main__":
    try:
        call_command("collectstatic", verbosity=0, interactive=False)
        measure(FOLDER)
    finally:
        shutil.rmtree(FOLDER)
