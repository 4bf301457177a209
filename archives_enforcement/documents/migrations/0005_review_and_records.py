import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from archives_enforcement.documents.migrations._frozen import protect_again


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0004_verification_code"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunPython(migrations.RunPython.noop, protect_again),
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
                ],
                "verbose_name": "文书",
                "verbose_name_plural": "文书",
            },
        ),
        migrations.AddField(
            model_name="document",
            name="reviewed_by",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
                verbose_name="审核人",
            ),
        ),
        migrations.AddField(
            model_name="document",
            name="reviewed_on",
            field=models.DateField(editable=False, null=True, verbose_name="审核日期"),
        ),
        migrations.AlterField(
            model_name="document",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "起草"),
                    ("in_review", "待审核"),
                    ("submitted", "待签发"),
                    ("issued", "已签发"),
                    ("void", "已作废"),
                ],
                default="draft",
                editable=False,
                max_length=10,
                verbose_name="状态",
            ),
        ),
        migrations.RunPython(protect_again, migrations.RunPython.noop),
    ]
