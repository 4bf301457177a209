import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from archives_enforcement.audit import append_only

CASE_FILE, BOUND = "archiving_casefile", "archiving_bound"


def install(apps, schema_editor):
    append_only.install(schema_editor, CASE_FILE, when="OLD.state = 'archived'")
    append_only.install(schema_editor, BOUND)


def remove(apps, schema_editor):
    append_only.remove(schema_editor, CASE_FILE)
    append_only.remove(schema_editor, BOUND)


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("accounts", "0002_there_is_no_superuser"),
        ("contenttypes", "0002_remove_content_type_name"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CaseFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("about", models.CharField(max_length=20, verbose_name="事项类别")),
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
                    models.DateTimeField(editable=False, null=True, verbose_name="定卷时间"),
                ),
                (
                    "contents",
                    models.JSONField(default=dict, editable=False, verbose_name="卷内目录"),
                ),
                ("reasons", models.JSONField(default=dict, verbose_name="缺件说明")),
                (
                    "condition",
                    models.CharField(blank=True, max_length=500, verbose_name="卷内情况说明"),
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
                    "compiled_on",
                    models.DateField(editable=False, null=True, verbose_name="立卷日期"),
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
                (
                    "bureau",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        to="accounts.bureau",
                        verbose_name="机关",
                    ),
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
                    "content_type",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        to="contenttypes.contenttype",
                        verbose_name="事项种类",
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
            },
        ),
        migrations.CreateModel(
            name="Bound",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("edition", models.PositiveSmallIntegerField(verbose_name="版次")),
                (
                    "part",
                    models.CharField(
                        choices=[("main", "正卷"), ("inner", "副卷"), ("package", "归档信息包")],
                        max_length=10,
                        verbose_name="部分",
                    ),
                ),
                ("pages", models.JSONField(default=list, verbose_name="各件页号")),
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
            ],
            options={
                "verbose_name": "案卷文件",
                "verbose_name_plural": "案卷文件",
                "default_permissions": (),
            },
        ),
        migrations.AddConstraint(
            model_name="casefile",
            constraint=models.UniqueConstraint(
                fields=("content_type", "object_id"), name="case_file_one_per_record"
            ),
        ),
        migrations.AddConstraint(
            model_name="casefile",
            constraint=models.UniqueConstraint(
                condition=models.Q(("number", ""), _negated=True),
                fields=("bureau", "number"),
                name="case_file_one_per_number",
            ),
        ),
        migrations.AddConstraint(
            model_name="bound",
            constraint=models.UniqueConstraint(
                fields=("case_file", "edition", "part"), name="bound_one_per_edition"
            ),
        ),
        migrations.RunPython(install, remove),
    ]
