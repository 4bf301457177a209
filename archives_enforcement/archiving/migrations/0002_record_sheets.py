import django.db.models.deletion
from django.db import migrations, models

from archives_enforcement.audit import append_only

RECORD_SHEET = "archiving_recordsheet"


def install(apps, schema_editor):
    append_only.install(schema_editor, RECORD_SHEET)


def remove(apps, schema_editor):
    append_only.remove(schema_editor, RECORD_SHEET)


class Migration(migrations.Migration):
    dependencies = [("archiving", "0001_case_files")]

    operations = [
        migrations.CreateModel(
            name="RecordSheet",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "content",
                    models.CharField(max_length=64, verbose_name="内容摘要（SHA-256）"),
                ),
                ("sha256", models.CharField(max_length=64, verbose_name="SHA-256")),
                ("sm3", models.CharField(max_length=64, verbose_name="SM3")),
                ("size", models.PositiveBigIntegerField(verbose_name="大小（字节）")),
                ("made_at", models.DateTimeField(verbose_name="生成时间")),
                (
                    "case_file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sheets",
                        to="archiving.casefile",
                        verbose_name="案卷",
                    ),
                ),
            ],
            options={
                "verbose_name": "线上办理记录",
                "verbose_name_plural": "线上办理记录",
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("case_file", "content"), name="record_sheet_one_per_content"
                    )
                ],
            },
        ),
        migrations.RunPython(install, remove),
    ]
