"""终结整改: what a unit without an heir leaves open is neither open nor put right."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from inspections.migrations import _frozen


class Migration(migrations.Migration):
    dependencies = [
        ("inspections", "0030_withdrawals"),
        ("units", "0007_left_no_heir"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="commitment",
            name="outcome",
            field=models.CharField(
                blank=True,
                choices=[
                    ("kept", "已做到"),
                    ("broken", "没有做到"),
                    ("terminated", "单位撤销终结"),
                ],
                editable=False,
                max_length=10,
                verbose_name="核实结果",
            ),
        ),
        migrations.AlterField(
            model_name="finding",
            name="state",
            field=models.CharField(
                choices=[
                    ("open", "待整改"),
                    ("replied", "待复核"),
                    ("returned", "已退回"),
                    ("accepted", "已销号"),
                    ("terminated", "单位撤销终结"),
                ],
                default="open",
                editable=False,
                max_length=10,
                verbose_name="状态",
            ),
        ),
        migrations.AlterField(
            model_name="interview",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "拟约谈"),
                    ("notified", "已通知"),
                    ("held", "已约谈"),
                    ("terminated", "单位撤销终结"),
                ],
                default="draft",
                editable=False,
                max_length=10,
                verbose_name="状态",
            ),
        ),
        migrations.CreateModel(
            name="Termination",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reason", models.TextField(verbose_name="终结的理由")),
                ("paper", models.CharField(max_length=200, verbose_name="撤销文件")),
                ("paper_number", models.CharField(blank=True, max_length=100, verbose_name="文号")),
                ("paper_on", models.DateField(verbose_name="文件日期")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("proposed", "待决定"),
                            ("decided", "已终结"),
                            ("declined", "不同意终结"),
                        ],
                        default="proposed",
                        editable=False,
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("proposed_on", models.DateField(verbose_name="提出日期")),
                (
                    "decided_on",
                    models.DateField(editable=False, null=True, verbose_name="决定日期"),
                ),
                ("note", models.TextField(blank=True, verbose_name="决定意见")),
                (
                    "ended",
                    models.JSONField(default=list, editable=False, verbose_name="终结的事项"),
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
                    "proposed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="提出人",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="terminations",
                        to="units.unit",
                        verbose_name="被撤销的单位",
                    ),
                ),
            ],
            options={
                "verbose_name": "终结整改",
                "verbose_name_plural": "终结整改",
                "ordering": ["-pk"],
                "default_permissions": (),
            },
        ),
        migrations.AddField(
            model_name="finding",
            name="termination",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="findings",
                to="inspections.termination",
                verbose_name="终结整改",
            ),
        ),
        migrations.AddConstraint(
            model_name="termination",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "proposed")),
                fields=("unit",),
                name="termination_one_proposed_per_unit",
                violation_error_message="这个单位已经提出终结整改，请等机关负责人决定。",
            ),
        ),
        migrations.RunPython(_frozen.install_for_terminations, _frozen.remove_of_terminations),
    ]
