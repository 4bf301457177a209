"""Each exhibit of a visit gets the number that the list showed so far, to keep it."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q

BATCH = 500


def number_in_present_order(apps, schema_editor):
    kinds = apps.get_model("contenttypes", "ContentType").objects.filter(app_label="inspections")
    keys = {row.model: row.pk for row in kinds}
    files = apps.get_model("files", "StoredFile").objects.order_by("pk")
    exhibits = apps.get_model("inspections", "Exhibit").objects
    visits = apps.get_model("inspections", "Inspection").objects
    results = apps.get_model("inspections", "ItemResult").objects
    for visit in visits.iterator(BATCH):
        of_items = results.filter(inspection=visit).values("pk")
        found = files.filter(
            Q(content_type=keys.get("inspection"), object_id=visit.pk)
            | Q(content_type=keys.get("itemresult"), object_id__in=of_items)
        )
        rows = [
            exhibits.model(inspection=visit, file=file, number=number)
            for number, file in enumerate(found, start=1)
        ]
        exhibits.bulk_create(rows)
        visits.filter(pk=visit.pk).update(last_exhibit=len(rows))


class Migration(migrations.Migration):
    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        ("files", "0002_capture"),
        ("inspections", "0009_campaigns"),
    ]

    operations = [
        migrations.AddField(
            model_name="inspection",
            name="last_exhibit",
            field=models.PositiveIntegerField(
                default=0, editable=False, verbose_name="末号（证据）"
            ),
        ),
        migrations.CreateModel(
            name="Exhibit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField(verbose_name="证据编号")),
                (
                    "file",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="exhibit",
                        to="files.storedfile",
                        verbose_name="文件",
                    ),
                ),
                (
                    "inspection",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="exhibits",
                        to="inspections.inspection",
                        verbose_name="检查",
                    ),
                ),
            ],
            options={
                "verbose_name": "现场证据",
                "verbose_name_plural": "现场证据",
                "ordering": ["number"],
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("inspection", "number"), name="exhibit_number_once_per_visit"
                    )
                ],
            },
        ),
        migrations.RunPython(number_in_present_order, migrations.RunPython.noop),
    ]
