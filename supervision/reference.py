"""Loading the situations in which enforcement is put right, from the committed file."""

import json
from pathlib import Path

from django.db import transaction

from supervision.models import Ground

DATA = Path(__file__).parent / "data"


@transaction.atomic
def load() -> dict[str, int]:
    """Bring the table up to the committed data; may be run again. Returns the counts."""
    data = json.loads((DATA / "grounds.json").read_text(encoding="utf-8"))
    named = {"source": data["source"], "mark": data["mark"]}
    for position, row in enumerate(data["grounds"], start=1):
        values = {**row, **named, "position": position}
        Ground.objects.update_or_create(code=row["code"], defaults=values)
    return {"监督情形": len(data["grounds"])}
