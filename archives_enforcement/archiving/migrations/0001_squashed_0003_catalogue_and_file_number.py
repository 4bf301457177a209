"""All tables of this app, as 3 migrations had made them one after another."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from archives_enforcement.archiving.migrations import _frozen
from archives_enforcement.first_tables import CreateTables


class Migration(migrations.Migration):
    replaces = [
        ("archiving", "0001_case_files"),
        ("archiving", "0002_record_sheets"),
        ("archiving", "0003_catalogue_and_file_number"),
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
                    name="CaseFile",
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
                        ("about", models.CharField(max_length=20, verbose_name="事项类别")),
                        (
                            "content_type",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                to="contenttypes.contenttype",
                                verbose_name="事项种类",
                            ),
                        ),
                        ("object_id", models.PositiveBigIntegerField(verbose_name="事项编号")),
                        ("title", models.CharField(max_length=300, verbose_name="案卷题名")),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("arranging", "整理中"),
                                    ("compiled", "已立卷"),
                                    ("archived", "已归档"),
                                ],
                                default="arranging",
                                editable=False,
                                max_length=10,
                                verbose_name="状态",
                            ),
                        ),
                        (
                            "edition",
                            models.PositiveSmallIntegerField(
                                default=0, editable=False, verbose_name="版次"
                            ),
                        ),
                        (
                            "fixed_at",
                            models.DateTimeField(
                                editable=False, null=True, verbose_name="定卷时间"
                            ),
                        ),
                        (
                            "contents",
                            models.JSONField(default=dict, editable=False, verbose_name="卷内目录"),
                        ),
                        ("reasons", models.JSONField(default=dict, verbose_name="缺件说明")),
                        (
                            "condition",
                            models.CharField(
                                blank=True, max_length=500, verbose_name="卷内情况说明"
                            ),
                        ),
                        (
                            "retention",
                            models.CharField(
                                choices=[("permanent", "永久"), ("thirty", "30年")],
                                default="thirty",
                                max_length=10,
                                verbose_name="保管期限",
                            ),
                        ),
                        (
                            "catalogue",
                            models.CharField(blank=True, max_length=20, verbose_name="目录号"),
                        ),
                        (
                            "file_number",
                            models.CharField(blank=True, max_length=20, verbose_name="案卷号"),
                        ),
                        (
                            "compiled_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="立卷人",
                            ),
                        ),
                        (
                            "compiled_on",
                            models.DateField(editable=False, null=True, verbose_name="立卷日期"),
                        ),
                        (
                            "checked_by",
                            models.ForeignKey(
                                editable=False,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                                verbose_name="检查人",
                            ),
                        ),
                        (
                            "archived_on",
                            models.DateField(editable=False, null=True, verbose_name="归档日期"),
                        ),
                        (
                            "number",
                            models.CharField(
                                blank=True, editable=False, max_length=8, verbose_name="归档号"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "案卷",
                        "verbose_name_plural": "案卷",
                        "permissions": [
                            ("compile_casefile", "立卷"),
                            ("archive_casefile", "检查和归档案卷"),
                        ],
                        "default_permissions": ("view",),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("content_type", "object_id"),
                                name="case_file_one_per_record",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("number", ""), _negated=True),
                                fields=("bureau", "number"),
                                name="case_file_one_per_number",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("file_number", ""), _negated=True),
                                fields=("bureau", "catalogue", "file_number"),
                                name="case_file_one_per_place",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Bound",
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
                        ("sha256", models.CharField(max_length=64, verbose_name="SHA-256")),
                        ("sm3", models.CharField(max_length=64, verbose_name="SM3")),
                        ("size", models.PositiveBigIntegerField(verbose_name="大小（字节）")),
                        ("made_at", models.DateTimeField(verbose_name="生成时间")),
                        (
                            "case_file",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="bound",
                                to="archiving.casefile",
                                verbose_name="案卷",
                            ),
                        ),
                        ("edition", models.PositiveSmallIntegerField(verbose_name="版次")),
                        (
                            "part",
                            models.CharField(
                                choices=[
                                    ("main", "正卷"),
                                    ("inner", "副卷"),
                                    ("package", "归档信息包"),
                                ],
                                max_length=10,
                                verbose_name="部分",
                            ),
                        ),
                        ("pages", models.JSONField(default=list, verbose_name="各件页号")),
                    ],
                    options={
                        "verbose_name": "案卷文件",
                        "verbose_name_plural": "案卷文件",
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("case_file", "edition", "part"),
                                name="bound_one_per_edition",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RecordSheet",
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
                        ("sha256", models.CharField(max_length=64, verbose_name="SHA-256")),
                        ("sm3", models.CharField(max_length=64, verbose_name="SM3")),
                        ("size", models.PositiveBigIntegerField(verbose_name="大小（字节）")),
                        ("made_at", models.DateTimeField(verbose_name="生成时间")),
                        (
                            "case_file",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="sheets",
                                to="archiving.casefile",
                                verbose_name="案卷",
                            ),
                        ),
                        (
                            "content",
                            models.CharField(max_length=64, verbose_name="内容摘要（SHA-256）"),
                        ),
                    ],
                    options={
                        "verbose_name": "线上办理记录",
                        "verbose_name_plural": "线上办理记录",
                        "default_permissions": (),
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("case_file", "content"), name="record_sheet_one_per_content"
                            )
                        ],
                    },
                ),
            ],
        ),
        migrations.RunPython(_frozen.install, _frozen.remove),
    ]
