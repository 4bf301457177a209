"""docs/open-data.md names every field that the public may take away, and no other."""

import re
from pathlib import Path
from types import SimpleNamespace

from django.conf import settings

from archives_enforcement.accounts.models import Bureau
from inspections.models import Checklist
from publicity.models import PublicList
from publicity.queries import before, checklists, open_data, plans


def documented() -> dict[str, set[str]]:
    """Field names of each file; a row without a file's name goes on with the one above."""
    found, name = {}, ""
    for line in Path(settings.BASE_DIR, "docs", "open-data.md").read_text().splitlines():
        if line.startswith("| "):
            _, file, fields, *_ = line.split("|")
            name = next(iter(re.findall(r"`(\w+)\.json`", file)), name)
            found.setdefault(name, set()).update(re.findall(r"`(\w+)`", fields))
    return {name: fields for name, fields in found.items() if name}


def names(columns) -> set[str]:
    return {name for _, name, _ in columns}


def given(monkeypatch) -> dict[str, set[str]]:
    monkeypatch.setattr(checklists, "items_of", lambda row: [])
    bureau = Bureau(name="示例区档案局", code="990101")
    published = SimpleNamespace(checklist=Checklist(), bureau=bureau, published_on=None)
    results = {open_data.RESULT_NAMES.get(name, name) for name in names(open_data.RESULTS)}
    return {
        "decisions": {"decisions", "kind", *names(open_data.COLUMNS)},
        "results": {"results", *results},
        "plans": {"plans", *names(plans.COLUMNS)},
        "list": set(before.list_record(PublicList(kind="services", bureau=bureau))),
        "checklist": {*checklists.record(published), *names(checklists.COLUMNS)},
    }


def test_every_field_of_the_open_data_is_documented(monkeypatch):
    assert given(monkeypatch) == documented()
