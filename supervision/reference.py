"""Loading the situations, contents and score items of supervision from the committed files."""

import json
from pathlib import Path

from django.db import transaction

from supervision.models import Content, Ground, ScoreItem

DATA = Path(__file__).parent / "data"


@transaction.atomic
def load() -> dict[str, int]:
    """Bring the tables up to the committed data; may be run again. Returns the counts."""
    return {
        "监督情形": _load(Ground, "grounds"),
        "监督检查内容": _load(Content, "contents"),
        "案卷评查项目": _load(ScoreItem, "score_items"),
    }


def _load(model, name: str) -> int:
    data = json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
    named = {"source": data["source"], "mark": data["mark"]}
    for position, row in enumerate(data[name], start=1):
        values = {**row, **named, "position": position}
        model.objects.update_or_create(code=row["code"], defaults=values)
    return len(data[name])
