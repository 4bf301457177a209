"""更正申请 of what is published, and the second look at what is left out of it."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("publicity", "0002_public_lists"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="notice",
            name="redaction_checked",
            field=models.BooleanField(default=False, verbose_name="隐去的内容已核对"),
        ),
        migrations.CreateModel(
            name="CorrectionRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("applicant", models.CharField(max_length=200, verbose_name="申请人")),
                ("request", models.TextField(verbose_name="要求更正的内容和理由")),
                ("asked_on", models.DateField(verbose_name="申请日期")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "待核实"),
                            ("proposed", "待决定"),
                            ("corrected", "已更正"),
                            ("refused", "不予更正"),
                        ],
                        default="asked",
                        editable=False,
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("proposal", models.JSONField(default=dict, verbose_name="拟更正的内容")),
                ("before", models.JSONField(default=dict, verbose_name="更正前的内容")),
                (
                    "opinion",
                    models.CharField(blank=True, max_length=500, verbose_name="核实情况和理由"),
                ),
                (
                    "decided_on",
                    models.DateField(editable=False, null=True, verbose_name="决定日期"),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="提交人",
                    ),
                ),
                (
                    "decided_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="决定人",
                    ),
                ),
                (
                    "notice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="publicity.notice",
                        verbose_name="公示",
                    ),
                ),
                (
                    "proposed_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="核实人",
                    ),
                ),
            ],
            options={
                "verbose_name": "公示更正申请",
                "verbose_name_plural": "公示更正申请",
                "ordering": ["-asked_on", "-pk"],
                "permissions": [("ask_correction", "申请更正公示")],
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ("asked", "proposed"))),
                        fields=("notice",),
                        name="correction_one_at_a_time",
                    )
                ],
            },
        ),
    ]
