"""约谈 with promises, signatures and its order; 整改优秀典型 with pairs and the unit's consent; 紧急处置."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def let_promises_be_rows(apps, schema_editor):
    """What was promised in one text with one day becomes one promise."""
    promise = apps.get_model("inspections", "Commitment")
    talks = apps.get_model("inspections", "Interview").objects.exclude(commitments="")
    promise.objects.bulk_create(
        promise(interview=talk, position=1, text=talk.commitments, due_on=talk.commitment_due)
        for talk in talks.exclude(commitment_due=None)
    )


def let_units_be_asked(apps, schema_editor):
    """What waits for a decision waits for the unit's answer first."""
    waiting = apps.get_model("inspections", "Exemplary").objects.filter(state="nominated")
    consent = apps.get_model("inspections", "Consent")
    consent.objects.bulk_create(
        consent(exemplary=row, asked_on=row.nominated_on) for row in waiting
    )


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0012_signed_scans"),
        ("files", "0003_length_and_uploads"),
        ("inspections", "0015_assessment"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Commitment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(verbose_name="序号")),
                ("text", models.TextField(verbose_name="承诺")),
                ("due_on", models.DateField(verbose_name="承诺期限")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[("kept", "已做到"), ("broken", "没有做到")],
                        editable=False,
                        max_length=10,
                        verbose_name="核实结果",
                    ),
                ),
                ("outcome_note", models.TextField(blank=True, verbose_name="核实情况")),
                (
                    "checked_on",
                    models.DateField(editable=False, null=True, verbose_name="核实日期"),
                ),
                (
                    "checked_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="核实人",
                    ),
                ),
                (
                    "interview",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        # The text of before still has the name that the rows are given below.
                        related_name="+",
                        to="inspections.interview",
                        verbose_name="约谈",
                    ),
                ),
            ],
            options={
                "verbose_name": "约谈承诺",
                "verbose_name_plural": "约谈承诺",
                "ordering": ["interview", "position"],
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("interview", "position"), name="commitment_one_per_position"
                    )
                ],
            },
        ),
        migrations.RunPython(let_promises_be_rows, migrations.RunPython.noop),
        migrations.RemoveField(model_name="interview", name="commitments"),
        migrations.RemoveField(model_name="interview", name="commitment_due"),
        migrations.AlterField(
            model_name="commitment",
            name="interview",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="commitments",
                to="inspections.interview",
                verbose_name="约谈",
            ),
        ),
        migrations.AddField(
            model_name="interview",
            name="signed_on",
            field=models.DateField(editable=False, null=True, verbose_name="签字日期"),
        ),
        migrations.AddField(
            model_name="interview",
            name="signed_by",
            field=models.CharField(blank=True, max_length=100, verbose_name="签字的单位代表"),
        ),
        migrations.AddField(
            model_name="interview",
            name="refusal_reason",
            field=models.TextField(blank=True, verbose_name="拒绝签字的原因"),
        ),
        migrations.AddField(
            model_name="interview",
            name="order",
            field=models.OneToOneField(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="documents.document",
                verbose_name="责令限期整改通知书",
            ),
        ),
        migrations.CreateModel(
            name="Consent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("asked", "等待单位答复"),
                            ("given", "单位同意"),
                            ("declined", "单位不同意"),
                            ("withdrawn", "单位已撤回同意"),
                        ],
                        default="asked",
                        editable=False,
                        max_length=10,
                        verbose_name="状态",
                    ),
                ),
                ("asked_on", models.DateField(verbose_name="征求意见日期")),
                (
                    "name_shown",
                    models.CharField(blank=True, max_length=200, verbose_name="公开时的单位名称"),
                ),
                ("reason", models.TextField(blank=True, verbose_name="不同意或者撤回的原因")),
                (
                    "answered_on",
                    models.DateField(editable=False, null=True, verbose_name="答复日期"),
                ),
                (
                    "on_behalf",
                    models.BooleanField(default=False, editable=False, verbose_name="代录"),
                ),
                (
                    "withdrawn_on",
                    models.DateField(editable=False, null=True, verbose_name="撤回日期"),
                ),
                (
                    "answered_by",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="录入人",
                    ),
                ),
                (
                    "exemplary",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consent",
                        to="inspections.exemplary",
                        verbose_name="整改优秀典型",
                    ),
                ),
            ],
            options={
                "verbose_name": "公开同意",
                "verbose_name_plural": "公开同意",
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="ExemplaryPair",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("words", models.TextField(verbose_name="整改情况")),
                (
                    "after",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.storedfile",
                        verbose_name="整改后照片",
                    ),
                ),
                (
                    "before",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="files.storedfile",
                        verbose_name="整改前照片",
                    ),
                ),
                (
                    "exemplary",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pairs",
                        to="inspections.exemplary",
                        verbose_name="整改优秀典型",
                    ),
                ),
                (
                    "finding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="inspections.finding",
                        verbose_name="问题",
                    ),
                ),
            ],
            options={
                "verbose_name": "整改前后",
                "verbose_name_plural": "整改前后",
                "ordering": ["exemplary", "finding__position"],
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("exemplary", "finding"), name="exemplary_pair_once"
                    )
                ],
            },
        ),
        migrations.RunPython(let_units_be_asked, migrations.RunPython.noop),
        migrations.CreateModel(
            name="OralOrder",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("given_at", models.DateTimeField(verbose_name="责令时间")),
                ("danger", models.TextField(verbose_name="险情")),
                ("measures", models.TextField(verbose_name="当场责令采取的措施")),
                ("told_to", models.CharField(max_length=100, verbose_name="接受责令的人员")),
                (
                    "given_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="责令人",
                    ),
                ),
                (
                    "inspection",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="oral_orders",
                        to="inspections.inspection",
                        verbose_name="检查",
                    ),
                ),
                (
                    "paper",
                    models.ForeignKey(
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="documents.document",
                        verbose_name="补发的书面通知",
                    ),
                ),
            ],
            options={
                "verbose_name": "紧急口头责令",
                "verbose_name_plural": "紧急口头责令",
                "ordering": ["given_at", "pk"],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="ReportReceipt",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("received_on", models.DateField(verbose_name="收悉日期")),
                ("received_by", models.CharField(max_length=100, verbose_name="接收人（部门）")),
                ("number", models.CharField(blank=True, max_length=60, verbose_name="对方收文号")),
                (
                    "document",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="receipt",
                        to="documents.document",
                        verbose_name="情况报告函",
                    ),
                ),
                (
                    "noted_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="登记人",
                    ),
                ),
            ],
            options={
                "verbose_name": "报告收悉",
                "verbose_name_plural": "报告收悉",
                "default_permissions": (),
            },
        ),
    ]
