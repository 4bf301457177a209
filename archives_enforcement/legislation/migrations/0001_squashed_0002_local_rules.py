"""All tables of this app, as 2 migrations had made them one after another."""

import django.db.models.deletion
from django.db import migrations, models

from archives_enforcement.first_tables import CreateTables


class Migration(migrations.Migration):
    replaces = [
        ("legislation", "0001_initial"),
        ("legislation", "0002_local_rules"),
    ]

    initial = True

    dependencies = []

    operations = [
        CreateTables(
            models=[
                migrations.CreateModel(
                    name="Law",
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
                        ("code", models.SlugField(max_length=60, unique=True, verbose_name="代码")),
                        (
                            "title",
                            models.CharField(max_length=200, unique=True, verbose_name="名称"),
                        ),
                        ("short_title", models.CharField(max_length=100, verbose_name="简称")),
                        (
                            "level",
                            models.CharField(
                                choices=[
                                    ("law", "法律"),
                                    ("administrative_regulation", "行政法规"),
                                    ("department_rule", "部门规章"),
                                    ("local_regulation", "地方性法规"),
                                    ("local_rule", "地方政府规章"),
                                    ("judicial_interpretation", "司法解释"),
                                    ("normative_document", "规范性文件"),
                                    ("local_practice", "地方做法"),
                                ],
                                max_length=30,
                                verbose_name="效力级别",
                            ),
                        ),
                        ("issuer", models.CharField(max_length=100, verbose_name="制定机关")),
                        (
                            "document_number",
                            models.CharField(blank=True, max_length=60, verbose_name="文号"),
                        ),
                        (
                            "edited",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="管理员已修改"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "法律法规",
                        "verbose_name_plural": "法律法规",
                        "ordering": ["pk"],
                    },
                ),
                migrations.CreateModel(
                    name="LawVersion",
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
                            "law",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="versions",
                                to="legislation.law",
                                verbose_name="法律法规",
                            ),
                        ),
                        ("label", models.CharField(max_length=60, verbose_name="版本")),
                        (
                            "promulgated_on",
                            models.DateField(blank=True, null=True, verbose_name="公布日期"),
                        ),
                        ("effective_from", models.DateField(verbose_name="施行日期")),
                        (
                            "effective_to",
                            models.DateField(blank=True, null=True, verbose_name="失效前最后一日"),
                        ),
                        ("source", models.CharField(max_length=300, verbose_name="来源")),
                        (
                            "mark",
                            models.CharField(
                                choices=[
                                    ("V", "已核对原文"),
                                    ("V2", "据转载材料核对"),
                                    ("M-高", "未核对原文，把握较大"),
                                    ("M-中", "未核对原文，把握一般"),
                                    ("M-低", "未核对原文，把握较小"),
                                    ("LOCAL", "地方做法"),
                                    ("DESIGN", "本系统建议"),
                                ],
                                max_length=10,
                                verbose_name="核对程度",
                            ),
                        ),
                        (
                            "remark",
                            models.CharField(blank=True, max_length=300, verbose_name="说明"),
                        ),
                        (
                            "full_text_imported",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="已导入全文"
                            ),
                        ),
                        (
                            "edited",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="管理员已修改"
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "法律法规版本",
                        "verbose_name_plural": "法律法规版本",
                        "ordering": ["law", "-effective_from"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("law", "effective_from"),
                                name="law_version_starts_once",
                                violation_error_message="该法已有同一天施行的版本，请检查施行日期。",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("effective_to", None),
                                    ("effective_to__gte", models.F("effective_from")),
                                    _connector="OR",
                                ),
                                name="law_version_ends_after_start",
                                violation_error_message="失效日期早于施行日期，请检查两个日期。",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Article",
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
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="articles",
                                to="legislation.lawversion",
                                verbose_name="版本",
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField(verbose_name="条序号")),
                        (
                            "label",
                            models.CharField(editable=False, max_length=20, verbose_name="条"),
                        ),
                        (
                            "chapter",
                            models.CharField(blank=True, max_length=100, verbose_name="章节"),
                        ),
                        (
                            "heading",
                            models.CharField(blank=True, max_length=60, verbose_name="主题"),
                        ),
                        (
                            "summary",
                            models.TextField(
                                blank=True,
                                help_text="本系统自行归纳，不是法条原文。",
                                verbose_name="要点",
                            ),
                        ),
                        (
                            "text",
                            models.TextField(
                                blank=True,
                                help_text="导入官方全文后才有内容。",
                                verbose_name="原文",
                            ),
                        ),
                        (
                            "mark",
                            models.CharField(
                                choices=[
                                    ("V", "已核对原文"),
                                    ("V2", "据转载材料核对"),
                                    ("M-高", "未核对原文，把握较大"),
                                    ("M-中", "未核对原文，把握一般"),
                                    ("M-低", "未核对原文，把握较小"),
                                    ("LOCAL", "地方做法"),
                                    ("DESIGN", "本系统建议"),
                                ],
                                default="V",
                                max_length=10,
                                verbose_name="核对程度",
                            ),
                        ),
                        (
                            "edited",
                            models.BooleanField(
                                default=False, editable=False, verbose_name="管理员已修改"
                            ),
                        ),
                        (
                            "successors",
                            models.ManyToManyField(
                                blank=True,
                                help_text="本条失效后承接其内容的条款。",
                                related_name="predecessors",
                                to="legislation.article",
                                verbose_name="现行对应条款",
                            ),
                        ),
                    ],
                    options={
                        "verbose_name": "条文",
                        "verbose_name_plural": "条文",
                        "ordering": ["version", "number"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("version", "number"),
                                name="article_number_once_per_version",
                                violation_error_message="该版本已有这一条，请检查条序号。",
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
