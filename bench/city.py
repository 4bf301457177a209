"""A full city: what pages and tasks cost among 10,000 units and 100,000 checks.

    make bench            (or: .venv/bin/python bench/city.py)
    SIZE=0.1 …            a tenth of the city; SIZE=10 ten times as much

A PostgreSQL of its own is filled by COPY (`bench/loading`), first with a tenth of the city, then
with the rest; every page is asked in turn with the bare list of `bench/floor` at both times.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

import django

ROOT = Path(__file__).resolve().parent.parent
FOLDER = Path(tempfile.mkdtemp(prefix="archives-city-"))
SIZE = float(os.environ.get("SIZE", "1"))
sys.path.insert(0, str(ROOT))
os.chdir(ROOT)

from tests.services import filled  # noqa: E402
from tests.services.servers import private_postgres  # noqa: E402


def set_up(url: str) -> None:
    """The environment of a production site over the city's database."""
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "archives_enforcement.settings",
        "PRODUCTION": "1",
        "HTTPS": "0",
        "SECRET_KEY": "city-secret-key-of-no-importance-whatever-0123456789",
        "AUDIT_KEY": "city-audit-key-of-no-importance-whatever-0123456789",
        "SEALING_KEY": "Y2l0eS1zZWFsaW5nLWtleS1vZi1uby1pbXBvcnRhbmM=",
        "ALLOWED_HOSTS": "127.0.0.1,testserver",
        "DATA_DIR": str(FOLDER),
        "DATABASE_URL": url,
    }
    django.setup()


def main() -> None:
    """Found the city, fill it in two steps, and print the tables."""
    from django.core.management import call_command  # noqa: PLC0415

    from bench.measuring import city  # noqa: PLC0415

    call_command("collectstatic", verbosity=0, interactive=False)
    city.measure(FOLDER, round(10_000 * SIZE))


if __name__ == "__main__":
    try:
        with private_postgres() as server:
            set_up(f"{server.rsplit('/', 1)[0]}/city")
            filled.copy(server, "city")
            main()
    finally:
        shutil.rmtree(FOLDER, ignore_errors=True)
