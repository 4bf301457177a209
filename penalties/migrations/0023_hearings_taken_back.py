"""撤回听证要求: a kind of what a party says, and the request that it takes back."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("penalties", "0022_returned_filings"),
    ]

    operations = [
        migrations.AddField(
            model_name="statement",
            name="taken_back",
            field=models.OneToOneField(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="penalties.statement",
                verbose_name="撤回",
            ),
        ),
        migrations.AlterField(
            model_name="hearing",
            name="absent",
            field=models.BooleanField(
                default=False, verbose_name="当事人无正当理由缺席或者中途退出，视为放弃"
            ),
        ),
        migrations.AlterField(
            model_name="statement",
            name="kind",
            field=models.CharField(
                choices=[
                    ("statement", "陈述、申辩"),
                    ("hearing", "要求听证"),
                    ("withdrawal", "撤回听证要求"),
                    ("waiver", "明确放弃陈述、申辩和听证"),
                ],
                max_length=10,
                verbose_name="种类",
            ),
        ),
    ]
