"""约谈 with promises of their own, signatures and the order that goes with a statutory talk."""

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


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0012_signed_scans"),
        ("inspections", "0011_rectification"),
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
    ]
