import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.utils import timezone

from archives_enforcement.documents import kinds


def keep_what_was_done(apps, schema_editor):
    """Until now every batch signed; an item was done when its paper had a number."""
    batches = apps.get_model("documents", "Batch").objects.filter(pk=models.OuterRef("batch"))
    items = apps.get_model("documents", "BatchItem").objects
    items.update(on=models.Subquery(batches.values("made_on")[:1]))
    items.filter(document__number__isnull=False).update(done=True)
    apps.get_model("jobs", "Job").objects.filter(kind="issue_batch").update(kind="run_batch")


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0010_wording_never_changes"),
        ("jobs", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="batch",
            options={
                "default_permissions": (),
                "verbose_name": "批次",
                "verbose_name_plural": "批次",
            },
        ),
        migrations.AlterModelOptions(
            name="batchitem",
            options={
                "default_permissions": (),
                "verbose_name": "批次的文书",
                "verbose_name_plural": "批次的文书",
            },
        ),
        migrations.AddField(
            model_name="batch",
            name="act",
            field=models.CharField(
                choices=[
                    ("draft", "批量起草"),
                    ("submit", "批量提交"),
                    ("review", "批量审核"),
                    ("sign", "批量签发"),
                ],
                default="sign",
                max_length=10,
                verbose_name="办理事项",
            ),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="batch",
            name="about",
            field=models.CharField(blank=True, max_length=20, verbose_name="事项种类"),
        ),
        migrations.AddField(
            model_name="batch",
            name="kind",
            field=models.CharField(
                blank=True, choices=kinds.choices, max_length=30, verbose_name="文书种类"
            ),
        ),
        migrations.AddField(
            model_name="batch",
            name="title",
            field=models.CharField(blank=True, max_length=200, verbose_name="标题"),
        ),
        migrations.AddField(
            model_name="batch",
            name="fields",
            field=models.JSONField(default=dict, verbose_name="各份相同的内容"),
        ),
        migrations.AlterField(
            model_name="batch",
            name="made_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="办理人",
            ),
        ),
        migrations.AlterField(
            model_name="batch",
            name="made_on",
            field=models.DateField(verbose_name="办理日期"),
        ),
        migrations.AlterField(
            model_name="batchitem",
            name="document",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="batch_items",
                to="documents.document",
                verbose_name="文书",
            ),
        ),
        migrations.AddField(
            model_name="batchitem",
            name="object_id",
            field=models.PositiveBigIntegerField(null=True, verbose_name="起草文书的事项编号"),
        ),
        migrations.AddField(
            model_name="batchitem",
            name="on",
            field=models.DateField(default=timezone.localdate, verbose_name="办理日期"),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="batchitem",
            name="asked_at",
            field=models.DateTimeField(default=timezone.now, verbose_name="提交时间"),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="batchitem",
            name="done",
            field=models.BooleanField(default=False, verbose_name="已办"),
        ),
        migrations.AlterField(
            model_name="batchitem",
            name="failure",
            field=models.CharField(blank=True, max_length=500, verbose_name="没有办成的原因"),
        ),
        migrations.AddConstraint(
            model_name="batchitem",
            constraint=models.UniqueConstraint(
                fields=["batch", "object_id"], name="batch_item_once_a_record"
            ),
        ),
        migrations.AddConstraint(
            model_name="batchitem",
            constraint=models.CheckConstraint(
                condition=models.Q(document__isnull=False)
                | models.Q(object_id__isnull=False, done=False),
                name="batch_item_is_about_something",
            ),
        ),
        migrations.RunPython(keep_what_was_done, migrations.RunPython.noop),
    ]
