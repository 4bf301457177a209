"""撤回 of a published benchmark; but for that and its last day it stays as it is."""

from django.db import migrations, models

from penalties.migrations import _frozen


class Migration(migrations.Migration):
    dependencies = [("penalties", "0001_squashed_0018_deferrals_of_before")]

    operations = [
        migrations.RunPython(_frozen.remove, _frozen.install),
        migrations.AddField(
            model_name="benchmark",
            name="withdrawn_on",
            field=models.DateField(editable=False, null=True, verbose_name="撤回日期"),
        ),
        migrations.AddField(
            model_name="benchmark",
            name="withdrawal_reason",
            field=models.CharField(
                blank=True, editable=False, max_length=300, verbose_name="撤回的理由（公开）"
            ),
        ),
        migrations.AlterField(
            model_name="benchmark",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "起草"),
                    ("published", "已公布"),
                    ("discarded", "已放弃"),
                    ("withdrawn", "已撤回"),
                ],
                default="draft",
                editable=False,
                max_length=10,
                verbose_name="状态",
            ),
        ),
        migrations.RunPython(_frozen.install, _frozen.remove),
    ]
