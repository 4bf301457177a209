"""报送提醒 for a 自查报告, how early a rule tells; and 自查 that was prepared by mistake."""

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0006_people_of_units"),
        ("documents", "0014_access_codes"),
        ("inspections", "0016_measures"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="SelfReminder",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "stage",
                    models.CharField(
                        choices=[("before", "到期前"), ("due", "到期"), ("after", "逾期")],
                        max_length=10,
                        verbose_name="时点",
                    ),
                ),
                ("due_on", models.DateField(verbose_name="报送期限")),
                ("to_unit", models.BooleanField(verbose_name="发给单位")),
                ("sent_on", models.DateField(verbose_name="提醒日期")),
            ],
            options={
                "verbose_name": "报送提醒",
                "verbose_name_plural": "报送提醒",
                "ordering": ["sent_on", "pk"],
                "default_permissions": (),
            },
        ),
        migrations.RemoveConstraint(
            model_name="selfinspection",
            name="self_inspection_one_a_year",
        ),
        migrations.AddField(
            model_name="reportrule",
            name="remind_before",
            field=models.PositiveSmallIntegerField(
                default=15,
                validators=[
                    django.core.validators.MinValueValidator(1),
                    django.core.validators.MaxValueValidator(15),
                ],
                verbose_name="到期前几个工作日提醒",
            ),
        ),
        migrations.AlterField(
            model_name="selfinspection",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "准备中"),
                    ("open", "报送中"),
                    ("closed", "已汇总"),
                    ("discarded", "已放弃"),
                ],
                default="draft",
                editable=False,
                max_length=10,
                verbose_name="状态",
            ),
        ),
        migrations.AddConstraint(
            model_name="selfinspection",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "discarded"), _negated=True),
                fields=("bureau", "report_year"),
                name="self_inspection_one_a_year",
                violation_error_message="这个报告年度的自查已经有了，请在原来的自查里办理。",
            ),
        ),
        migrations.AddField(
            model_name="selfreminder",
            name="recipient",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="收件人",
            ),
        ),
        migrations.AddField(
            model_name="selfreminder",
            name="report",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="reminders",
                to="inspections.selfreport",
                verbose_name="自查报告",
            ),
        ),
        migrations.AddConstraint(
            model_name="selfreminder",
            constraint=models.UniqueConstraint(
                fields=("report", "stage", "due_on", "recipient"),
                name="self_reminder_once_per_stage_and_person",
            ),
        ),
    ]
