import django.db.models.deletion
from django.db import migrations, models

from archives_enforcement.documents.migrations._frozen import (
    protect_again,
    protect_renditions_again,
)

NOOP = migrations.RunPython.noop


class Migration(migrations.Migration):
    dependencies = [("documents", "0007_batches")]

    operations = [
        migrations.RunPython(NOOP, protect_renditions_again),
        migrations.RunPython(NOOP, protect_again),
        migrations.AlterModelOptions(
            name="numbersequence",
            options={
                "default_permissions": ("view",),
                "permissions": [("set_number_start", "设定起始号")],
                "verbose_name": "发文字号序列",
                "verbose_name_plural": "发文字号序列",
            },
        ),
        migrations.AddField(
            model_name="numbersequence",
            name="start",
            field=models.PositiveIntegerField(default=0, verbose_name="起始号"),
        ),
        migrations.AddConstraint(
            model_name="numbersequence",
            constraint=models.CheckConstraint(
                condition=models.Q(("start__lte", models.F("last"))),
                name="number_sequence_goes_on_from_its_start",
            ),
        ),
        migrations.AlterModelOptions(
            name="document",
            options={
                "default_permissions": ("view",),
                "permissions": [
                    ("draft_document", "起草文书"),
                    ("keep_record", "制作记录"),
                    ("review_document", "审核文书"),
                    ("sign_document", "签发文书"),
                    ("deliver_document", "登记送达"),
                    ("acknowledge_document", "签收文书"),
                    ("enter_document", "补录纸质文书"),
                ],
                "verbose_name": "文书",
                "verbose_name_plural": "文书",
            },
        ),
        migrations.AddField(
            model_name="document",
            name="origin",
            field=models.CharField(
                choices=[("system", "本系统"), ("paper", "补录")],
                default="system",
                editable=False,
                max_length=6,
                verbose_name="来源",
            ),
        ),
        migrations.AddField(
            model_name="document",
            name="signer_name",
            field=models.CharField(
                blank=True,
                editable=False,
                help_text="补录文书上写的",
                max_length=60,
                verbose_name="签发人姓名",
            ),
        ),
        migrations.AlterField(
            model_name="document",
            name="wording",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                to="documents.wording",
                verbose_name="文书样式",
            ),
        ),
        migrations.AlterField(
            model_name="document",
            name="number",
            field=models.CharField(
                editable=False, max_length=60, null=True, verbose_name="发文字号"
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.UniqueConstraint(
                fields=("number", "bureau"), name="document_one_per_number_in_words"
            ),
        ),
        migrations.AddConstraint(
            model_name="document",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("origin", "system"), ("wording__isnull", False)),
                    models.Q(("origin", "paper"), ("state__in", ["issued", "void"])),
                    _connector="OR",
                ),
                name="document_is_worded_or_was_on_paper",
            ),
        ),
        migrations.AddField(
            model_name="rendition",
            name="media_type",
            field=models.CharField(default="application/pdf", max_length=20, verbose_name="格式"),
        ),
        migrations.RunPython(protect_again, NOOP),
        migrations.RunPython(protect_renditions_again, NOOP),
    ]
