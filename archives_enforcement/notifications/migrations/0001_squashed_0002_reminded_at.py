"""All tables of this app, as 2 migrations had made them one after another."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from archives_enforcement.first_tables import CreateTables


class Migration(migrations.Migration):
    replaces = [
        ("notifications", "0001_initial"),
        ("notifications", "0002_reminded_at"),
    ]

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateTables(
            models=[
                migrations.CreateModel(
                    name="Message",
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
                            "recipient",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="收件人",
                            ),
                        ),
                        ("text", models.CharField(max_length=300, verbose_name="内容")),
                        ("url", models.CharField(blank=True, max_length=200, verbose_name="链接")),
                        (
                            "created_at",
                            models.DateTimeField(auto_now_add=True, verbose_name="时间"),
                        ),
                        ("read_at", models.DateTimeField(null=True, verbose_name="阅读时间")),
                        (
                            "reminded_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="系统外提醒的时间"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "消息",
                        "verbose_name_plural": "消息",
                        "default_permissions": ("view",),
                        "indexes": [
                            models.Index(
                                fields=["recipient", "read_at", "-id"],
                                name="notificatio_recipie_d01df9_idx",
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
