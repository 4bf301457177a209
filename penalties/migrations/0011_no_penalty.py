"""不予处罚: discussed by the heads where the law says 可以, its reasons frozen with the choice."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from archives_enforcement.audit import append_only

TABLE = "penalties_nopenalty"


def freeze(apps, schema_editor):
    append_only.install(schema_editor, TABLE)


def thaw(apps, schema_editor):
    append_only.remove(schema_editor, TABLE)


class Migration(migrations.Migration):
    dependencies = [
        ("penalties", "0010_challenges_recusals_and_past_measures"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="discussion",
            name="assessment",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                to="penalties.assessment",
                verbose_name="讨论的意见",
            ),
        ),
        migrations.CreateModel(
            name="NoPenalty",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("by_choice", models.BooleanField(verbose_name="可以不予处罚，由机关负责人决定")),
                ("snapshot", models.JSONField(verbose_name="裁量记录")),
                ("education", models.TextField(verbose_name="教育情况")),
                ("decided_on", models.DateField(verbose_name="决定日期")),
                (
                    "case",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="no_penalty",
                        to="penalties.case",
                        verbose_name="案件",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="决定人",
                    ),
                ),
            ],
            options={
                "verbose_name": "不予处罚的裁量记录",
                "verbose_name_plural": "不予处罚的裁量记录",
                "default_permissions": (),
            },
        ),
        migrations.RunPython(freeze, thaw),
    ]
