"""培训 with those who came; series, reach and result of an activity."""

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_restored_sign_in"),
        ("inspections", "0019_discarded_rounds_go_first"),
        ("publicity", "0004_officer_photos"),
        ("units", "0003_register_changes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="activity",
            name="reach",
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name="浏览、观看次数"),
        ),
        migrations.AddField(
            model_name="activity",
            name="result",
            field=models.TextField(blank=True, verbose_name="效果"),
        ),
        migrations.AddField(
            model_name="activity",
            name="series",
            field=models.CharField(blank=True, max_length=60, verbose_name="系列"),
        ),
        migrations.CreateModel(
            name="Training",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("course", "执法人员培训"),
                            ("study", "法规学习"),
                            ("integrity", "廉政谈话"),
                            ("warning", "警示教育"),
                            ("drill", "大比武和演练"),
                            ("archivists", "单位档案人员培训"),
                        ],
                        max_length=12,
                        verbose_name="种类",
                    ),
                ),
                ("title", models.CharField(max_length=200, verbose_name="名称")),
                ("planned_for", models.DateField(verbose_name="计划日期")),
                (
                    "hours",
                    models.DecimalField(
                        decimal_places=1,
                        max_digits=4,
                        validators=[django.core.validators.MinValueValidator(0.5)],
                        verbose_name="学时",
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[("planned", "计划"), ("held", "已开展"), ("cancelled", "已取消")],
                        default="planned",
                        editable=False,
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("held_on", models.DateField(editable=False, null=True, verbose_name="开展日期")),
                ("place", models.CharField(blank=True, max_length=200, verbose_name="地点")),
                ("result", models.TextField(blank=True, verbose_name="内容和效果")),
                ("reason", models.CharField(blank=True, max_length=300, verbose_name="取消的原因")),
                (
                    "bureau",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        to="accounts.bureau",
                        verbose_name="机关",
                    ),
                ),
                (
                    "findings",
                    models.ManyToManyField(
                        blank=True,
                        related_name="+",
                        to="inspections.finding",
                        verbose_name="针对的问题",
                    ),
                ),
            ],
            options={
                "verbose_name": "培训",
                "verbose_name_plural": "培训",
                "ordering": ["planned_for", "pk"],
                "permissions": [("plan_training", "安排和登记培训")],
                "default_permissions": ("view",),
            },
        ),
        migrations.CreateModel(
            name="Attendance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=60, verbose_name="姓名")),
                ("hours", models.DecimalField(decimal_places=1, max_digits=4, verbose_name="学时")),
                (
                    "unit",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="units.unit",
                        verbose_name="单位",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="本机关人员",
                    ),
                ),
                (
                    "training",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attendances",
                        to="publicity.training",
                        verbose_name="培训",
                    ),
                ),
            ],
            options={
                "verbose_name": "参加培训",
                "verbose_name_plural": "参加培训",
                "ordering": ["pk"],
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("user__isnull", False)),
                        fields=("training", "user"),
                        name="attendance_once_a_person",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("unit__isnull", False), ("user", None)),
                            models.Q(("unit", None), ("user__isnull", False)),
                            _connector="OR",
                        ),
                        name="attendance_of_staff_or_of_a_unit",
                    ),
                ],
            },
        ),
    ]
