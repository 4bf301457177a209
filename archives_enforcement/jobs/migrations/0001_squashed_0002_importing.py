"""All tables of this app, as 2 migrations had made them one after another."""

import django.db.models.deletion
from django.db import migrations, models

from archives_enforcement.first_tables import CreateTables


class Migration(migrations.Migration):
    replaces = [
        ("jobs", "0001_initial"),
        ("jobs", "0002_importing"),
    ]

    initial = True

    dependencies = [
        ("accounts", "0001_squashed_0009_three_administrators"),
    ]

    operations = [
        CreateTables(
            models=[
                migrations.CreateModel(
                    name="Job",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True,
                                primary_key=True,
                                serialize=False,
                                verbose_name="ID",
                            ),
                        ),
                        (
                            "bureau",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="accounts.bureau",
                                verbose_name="机关",
                            ),
                        ),
                        ("kind", models.CharField(max_length=40, verbose_name="任务种类")),
                        ("object_id", models.PositiveBigIntegerField(verbose_name="记录编号")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "等待处理"),
                                    ("running", "正在处理"),
                                    ("done", "已完成"),
                                    ("failed", "处理失败"),
                                ],
                                default="waiting",
                                max_length=10,
                                verbose_name="状态",
                            ),
                        ),
                        (
                            "attempts",
                            models.PositiveSmallIntegerField(default=0, verbose_name="已试次数"),
                        ),
                        ("created_at", models.DateTimeField(verbose_name="创建时间")),
                        ("due_at", models.DateTimeField(verbose_name="最早处理时间")),
                        ("lease_until", models.DateTimeField(null=True, verbose_name="占用至")),
                        ("finished_at", models.DateTimeField(null=True, verbose_name="完成时间")),
                        ("reason", models.TextField(blank=True, verbose_name="失败原因")),
                        ("done", models.PositiveIntegerField(default=0, verbose_name="已处理")),
                        ("total", models.PositiveIntegerField(default=0, verbose_name="共计")),
                    ],
                    options={
                        "verbose_name": "后台任务",
                        "verbose_name_plural": "后台任务",
                        "default_permissions": ("view",),
                        "indexes": [
                            models.Index(
                                fields=["state", "due_at"], name="jobs_job_state_1b876f_idx"
                            ),
                            models.Index(
                                fields=["kind", "object_id"], name="jobs_job_kind_6b5bb2_idx"
                            ),
                        ],
                    },
                ),
            ],
        ),
    ]
