"""没有承继单位: which of the units of the past nobody goes on with, by their successions."""

from collections import defaultdict

from django.db import migrations, models


def mark(apps, schema_editor):
    """A unit whose last change named an heir goes on in it, and through it in its heirs."""
    Unit, Succession = (apps.get_model("units", name) for name in ("Unit", "Succession"))
    heirs, last = defaultdict(list), {}
    for row in Succession.objects.order_by("on", "pk"):
        if last.get(row.predecessor_id) != (row.on, row.kind):
            heirs[row.predecessor_id] = []
        last[row.predecessor_id] = (row.on, row.kind)
        if row.successor_id:
            heirs[row.predecessor_id].append(row.successor_id)
    active = set(Unit.objects.filter(state="active").values_list("pk", flat=True))
    closed = Unit.objects.filter(state="closed", pk__in=last).values_list("pk", flat=True)
    alone = [key for key in closed if not _reached(key, heirs) & active]
    Unit.objects.filter(pk__in=alone).update(left_no_heir=True)


def _reached(key: int, heirs: dict[int, list[int]]) -> set[int]:
    found, nearest = set(), {key}
    while nearest:
        nearest = {heir for one in nearest for heir in heirs[one]} - found
        found |= nearest
    return found


class Migration(migrations.Migration):
    dependencies = [("units", "0001_squashed_0006_pinyin")]

    operations = [
        migrations.AddField(
            model_name="unit",
            name="left_no_heir",
            field=models.BooleanField(default=False, editable=False, verbose_name="没有承继单位"),
        ),
        migrations.RunPython(mark, migrations.RunPython.noop),
    ]
