"""All tables of this app, as 5 migrations had made them one after another."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from archives_enforcement.first_tables import CreateTables


class Migration(migrations.Migration):
    replaces = [
        ("files", "0001_initial"),
        ("files", "0002_capture"),
        ("files", "0003_length_and_uploads"),
        ("files", "0004_device_time"),
        ("files", "0005_withdrawn"),
    ]

    initial = True

    dependencies = [
        ("accounts", "0001_squashed_0009_three_administrators"),
        ("contenttypes", "0002_remove_content_type_name"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateTables(
            models=[
                migrations.CreateModel(
                    name="StoredFile",
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
                                on_delete=django.db.models.deletion.PROTECT,
                                to="accounts.bureau",
                                verbose_name="机关",
                            ),
                        ),
                        (
                            "party",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                to="accounts.party",
                                verbose_name="单位",
                            ),
                        ),
                        (
                            "content_type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                to="contenttypes.contenttype",
                                verbose_name="所属记录种类",
                            ),
                        ),
                        ("object_id", models.PositiveBigIntegerField(verbose_name="所属记录编号")),
                        ("purpose", models.CharField(max_length=60, verbose_name="用途")),
                        ("name", models.CharField(max_length=200, verbose_name="文件名")),
                        ("media_type", models.CharField(max_length=100, verbose_name="格式")),
                        ("size", models.PositiveBigIntegerField(verbose_name="大小（字节）")),
                        ("sha256", models.CharField(max_length=64, verbose_name="SHA-256")),
                        ("sm3", models.CharField(max_length=64, verbose_name="SM3")),
                        (
                            "uploaded_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="上传人",
                            ),
                        ),
                        ("uploaded_at", models.DateTimeField(verbose_name="上传时间")),
                        (
                            "captured_at",
                            models.DateTimeField(null=True, verbose_name="拍摄（录制）时间"),
                        ),
                        (
                            "device_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="设备时间（离线）"
                            ),
                        ),
                        (
                            "device",
                            models.CharField(blank=True, max_length=120, verbose_name="拍摄设备"),
                        ),
                        (
                            "seconds",
                            models.PositiveIntegerField(null=True, verbose_name="时长（秒）"),
                        ),
                        (
                            "sender",
                            models.CharField(blank=True, max_length=40, verbose_name="上传设备"),
                        ),
                        (
                            "shown_to_party",
                            models.BooleanField(default=False, verbose_name="单位可见"),
                        ),
                        (
                            "withdrawn_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="撤回时间"
                            ),
                        ),
                        (
                            "withdrawn_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="撤回人",
                            ),
                        ),
                        (
                            "withdrawn_because",
                            models.CharField(
                                blank=True, editable=False, max_length=200, verbose_name="撤回原因"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "证据材料",
                        "verbose_name_plural": "证据材料",
                        "default_permissions": ("view",),
                        "indexes": [
                            models.Index(
                                fields=["content_type", "object_id"],
                                name="files_store_content_ce36e1_idx",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Upload",
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
                            "user",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="上传人",
                            ),
                        ),
                        ("place", models.CharField(max_length=200, verbose_name="表单地址")),
                        ("name", models.CharField(max_length=200, verbose_name="文件名")),
                        ("size", models.PositiveBigIntegerField(verbose_name="大小（字节）")),
                        ("sha256", models.CharField(max_length=64, verbose_name="SHA-256")),
                        ("begun_at", models.DateTimeField(verbose_name="开始时间")),
                    ],
                    options={
                        "verbose_name": "正在上传的文件",
                        "verbose_name_plural": "正在上传的文件",
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("user", "place", "size", "sha256"),
                                name="upload_once_per_form",
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
