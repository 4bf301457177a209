"""Who complained leaves the plain columns for the sealed table; back again with the same key."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from archives_enforcement import sealing


def _kind(apps):
    kinds = apps.get_model("contenttypes", "ContentType")
    return kinds.objects.get_or_create(app_label="supervision", model="complaint")[0]


def seal(apps, schema_editor):
    rows = apps.get_model("supervision", "Complaint").objects.order_by("pk")
    reporters = apps.get_model("inspections", "Reporter").objects
    for row in rows.exclude(complainant="", contact=""):
        facts = {"name": row.complainant, "contact": row.contact}
        reporters.create(
            content_type=_kind(apps),
            object_id=row.pk,
            sealed=sealing.seal(facts, f"supervision.complaint:{row.pk}"),
            is_named=bool(row.complainant),
            is_reachable=bool(row.contact),
        )


def unseal(apps, schema_editor):
    complaints = apps.get_model("supervision", "Complaint").objects
    reporters = apps.get_model("inspections", "Reporter").objects.filter(content_type=_kind(apps))
    for kept in reporters:
        facts = sealing.unseal(kept.sealed, f"supervision.complaint:{kept.object_id}")
        row = complaints.filter(pk=kept.object_id)
        row.update(complainant=facts["name"], contact=facts["contact"])
        kept.delete()


class Migration(migrations.Migration):
    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        ("inspections", "0021_tips"),
        ("supervision", "0004_file_reviews"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunPython(seal, unseal),
        migrations.RemoveField(model_name="complaint", name="complainant"),
        migrations.RemoveField(model_name="complaint", name="contact"),
        migrations.AddField(
            model_name="complaint",
            name="tip",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="complaint",
                to="inspections.tip",
                verbose_name="来件",
            ),
        ),
        migrations.AlterField(
            model_name="complaint",
            name="way",
            field=models.CharField(
                blank=True,
                choices=[
                    ("letter", "书面"),
                    ("call", "电话"),
                    ("meeting", "当面"),
                    ("page", "凭查询码网上查看"),
                    ("none", "没有留下联系方式，无法答复"),
                ],
                max_length=10,
                verbose_name="答复方式",
            ),
        ),
    ]
