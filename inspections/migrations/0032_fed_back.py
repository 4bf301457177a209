"""已反馈: a check whose letter is out and that left nothing to put right is in no 整改."""

from django.db import migrations, models
from django.db.models import Exists, OuterRef

STATES = [
    ("draft", "拟检查"),
    ("pending", "待审批"),
    ("approved", "已批准"),
    ("on_site", "现场检查"),
    ("recorded", "待反馈"),
    ("fed_back", "已反馈"),
    ("rectifying", "整改中"),
    ("closed", "已办结"),
    ("cancelled", "已取消"),
    ("unapproved", "未经批准"),
]


def move(apps, schema_editor):
    """Those without a problem, or with such alone as were put right on the spot."""
    Inspection, Finding = (
        apps.get_model("inspections", name) for name in ("Inspection", "Finding")
    )
    left = Finding.objects.filter(inspection=OuterRef("pk"), spot_fix=None)
    rows = Inspection.objects.filter(~Exists(left), state="rectifying")
    rows.update(state="fed_back")


def move_back(apps, schema_editor):
    rows = apps.get_model("inspections", "Inspection").objects.filter(state="fed_back")
    rows.update(state="rectifying")


class Migration(migrations.Migration):
    dependencies = [("inspections", "0031_terminations")]

    operations = [
        migrations.AlterField(
            model_name="inspection",
            name="state",
            field=models.CharField(
                choices=STATES,
                default="draft",
                editable=False,
                max_length=10,
                verbose_name="状态",
            ),
        ),
        migrations.RunPython(move, move_back),
    ]
