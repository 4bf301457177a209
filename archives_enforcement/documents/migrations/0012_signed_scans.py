import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from archives_enforcement.audit import append_only

SIGNED_SCAN = "documents_signedscan"


def install(apps, schema_editor):
    append_only.install(schema_editor, SIGNED_SCAN)


def remove(apps, schema_editor):
    append_only.remove(schema_editor, SIGNED_SCAN)


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0011_batches_of_every_act"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="SignedScan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("added_on", models.DateField(verbose_name="上传日期")),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="上传人",
                    ),
                ),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="scans",
                        to="documents.document",
                        verbose_name="文书",
                    ),
                ),
            ],
            options={
                "verbose_name": "签字扫描件",
                "verbose_name_plural": "签字扫描件",
                "ordering": ["pk"],
                "default_permissions": (),
            },
        ),
        migrations.RunPython(install, remove),
    ]
