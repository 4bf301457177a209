"""调整适用 and the repeat rule of cases; published benchmarks and fixed proposals stay as they are."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from penalties.migrations import _frozen


class Migration(migrations.Migration):
    dependencies = [
        ("penalties", "0008_lead_settlements"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Departure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "ground",
                    models.CharField(
                        choices=[
                            ("unfair", "适用裁量权基准明显不当、显失公平"),
                            ("changed", "裁量权基准适用的客观情况发生变化"),
                        ],
                        max_length=10,
                        verbose_name="情形",
                    ),
                ),
                ("reason", models.TextField(verbose_name="理由")),
                (
                    "consent_number",
                    models.CharField(blank=True, max_length=60, verbose_name="制定机关批准文号"),
                ),
                ("consent_on", models.DateField(null=True, verbose_name="制定机关批准日期")),
                ("approved_on", models.DateField(null=True, verbose_name="批准日期")),
            ],
            options={
                "verbose_name": "调整适用裁量权基准",
                "verbose_name_plural": "调整适用裁量权基准",
                "default_permissions": (),
            },
        ),
        migrations.RemoveConstraint(
            model_name="circumstance",
            name="circumstance_one_use",
        ),
        migrations.AddField(
            model_name="circumstance",
            name="times",
            field=models.PositiveSmallIntegerField(
                blank=True, null=True, verbose_name="第几次违法（含本次）"
            ),
        ),
        migrations.AddConstraint(
            model_name="circumstance",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("factor", None), ("tier__isnull", False), ("times", None), ("weight", "")
                    ),
                    models.Q(
                        ("factor__isnull", False), ("tier", None), ("times", None), ("weight", "")
                    ),
                    models.Q(
                        ("factor", None),
                        ("tier", None),
                        ("times", None),
                        models.Q(("weight", ""), _negated=True),
                    ),
                    models.Q(("factor", None), ("tier", None), ("times__gte", 2), ("weight", "")),
                    _connector="OR",
                ),
                name="circumstance_one_use",
            ),
        ),
        migrations.AddField(
            model_name="departure",
            name="approved_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="批准人",
            ),
        ),
        migrations.AddField(
            model_name="departure",
            name="assessment",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="departure",
                to="penalties.assessment",
                verbose_name="拟处罚意见",
            ),
        ),
        migrations.RunPython(_frozen.install, _frozen.remove),
    ]
