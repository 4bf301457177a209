"""The project's own modules as syntax trees, read once for all tests that search them."""

import ast
from functools import cache
from pathlib import Path

from django.conf import settings

ROOMS = (
    "archives_enforcement", "units", "inspections", "penalties", "supervision", "publicity",
    "reports",
)  # fmt: skip


@cache
def trees() -> dict[str, ast.Module]:
    """Path from the root and syntax tree of every module, migrations left out."""
    base = Path(settings.BASE_DIR)
    return {
        str(path.relative_to(base)): ast.parse(path.read_text("utf-8"))
        for room in ROOMS
        for path in sorted((base / room).rglob("*.py"))
        if "migrations" not in path.parts
    }
