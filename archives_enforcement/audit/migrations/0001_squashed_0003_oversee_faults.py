"""All tables of this app, as 3 migrations had made them one after another."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from archives_enforcement.audit.migrations import _frozen
from archives_enforcement.first_tables import CreateTables


class Migration(migrations.Migration):
    replaces = [
        ("audit", "0001_initial"),
        ("audit", "0002_append_only"),
        ("audit", "0003_oversee_faults"),
    ]

    initial = True

    dependencies = [
        ("contenttypes", "0002_remove_content_type_name"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateTables(
            models=[
                migrations.CreateModel(
                    name="ChainHead",
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
                            "bureau_code",
                            models.CharField(max_length=12, unique=True, verbose_name="机关代码"),
                        ),
                        ("count", models.PositiveBigIntegerField(default=0, verbose_name="条数")),
                        (
                            "digest",
                            models.CharField(
                                default="0000000000000000000000000000000000000000000000000000000000000000",
                                max_length=64,
                                verbose_name="末条摘要",
                            ),
                        ),
                        ("seal", models.CharField(default="", max_length=64, verbose_name="封签")),
                    ],
                    options={
                        "verbose_name": "记录链末端",
                        "verbose_name_plural": "记录链末端",
                        "default_permissions": (),
                    },
                ),
                migrations.CreateModel(
                    name="AuditEntry",
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
                        ("bureau_code", models.CharField(max_length=12, verbose_name="机关代码")),
                        ("sequence", models.PositiveBigIntegerField(verbose_name="序号")),
                        ("at", models.DateTimeField(verbose_name="记录时间")),
                        ("on", models.DateField(verbose_name="办理日期")),
                        (
                            "actor",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="操作人",
                            ),
                        ),
                        ("actor_name", models.CharField(max_length=60, verbose_name="操作人姓名")),
                        ("action", models.CharField(max_length=60, verbose_name="操作代码")),
                        ("label", models.CharField(max_length=60, verbose_name="操作")),
                        (
                            "content_type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                to="contenttypes.contenttype",
                                verbose_name="记录种类",
                            ),
                        ),
                        ("object_id", models.PositiveBigIntegerField(verbose_name="记录编号")),
                        ("target_name", models.CharField(max_length=300, verbose_name="记录名称")),
                        (
                            "before",
                            models.CharField(blank=True, max_length=40, verbose_name="原状态"),
                        ),
                        (
                            "after",
                            models.CharField(blank=True, max_length=40, verbose_name="新状态"),
                        ),
                        ("note", models.TextField(blank=True, verbose_name="说明")),
                        (
                            "place",
                            models.CharField(blank=True, max_length=200, verbose_name="地点"),
                        ),
                        ("details", models.JSONField(default=dict, verbose_name="详情")),
                        ("backfilled", models.BooleanField(default=False, verbose_name="补录")),
                        (
                            "on_behalf_of",
                            models.CharField(blank=True, max_length=200, verbose_name="代录对象"),
                        ),
                        ("previous", models.CharField(max_length=64, verbose_name="前一条摘要")),
                        ("digest", models.CharField(max_length=64, verbose_name="摘要")),
                    ],
                    options={
                        "verbose_name": "执法全过程记录",
                        "verbose_name_plural": "执法全过程记录",
                        "permissions": [("oversee_faults", "看过错预警月报")],
                        "default_permissions": ("view",),
                        "indexes": [
                            models.Index(
                                fields=["content_type", "object_id", "-sequence"],
                                name="audit_audit_content_ab3e71_idx",
                            )
                        ],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("bureau_code", "sequence"),
                                name="audit_one_place_in_each_chain",
                            )
                        ],
                    },
                ),
            ],
        ),
        migrations.RunPython(_frozen.install, _frozen.remove),
    ]
