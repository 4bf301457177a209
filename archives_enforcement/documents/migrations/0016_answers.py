import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from archives_enforcement.audit import append_only

ANSWER = "documents_answer"


def install(apps, schema_editor):
    append_only.install(schema_editor, ANSWER)


def remove(apps, schema_editor):
    append_only.remove(schema_editor, ANSWER)


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0015_handed_over_by_officers"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Answer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(max_length=10, verbose_name="办结的期限")),
                ("name", models.CharField(max_length=60, verbose_name="事项")),
                ("note", models.CharField(max_length=200, verbose_name="收到了什么、办了什么")),
                (
                    "receiver",
                    models.CharField(blank=True, max_length=100, verbose_name="接收机关和接收人"),
                ),
                ("listed", models.TextField(blank=True, verbose_name="移交清单")),
                ("answered_on", models.DateField(verbose_name="日期")),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="answers",
                        to="documents.document",
                        verbose_name="文书",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
            ],
            options={
                "verbose_name": "文书的办结",
                "verbose_name_plural": "文书的办结",
                "ordering": ["pk"],
                "default_permissions": (),
            },
        ),
        migrations.RunPython(install, remove),
    ]
