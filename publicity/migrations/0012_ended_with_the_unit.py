"""终结: how many problems of a published result ended with their unit."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("publicity", "0011_credit_repair"),
    ]

    operations = [
        migrations.AddField(
            model_name="notice",
            name="ended",
            field=models.PositiveSmallIntegerField(
                default=0, editable=False, verbose_name="因单位撤销终结的问题"
            ),
        ),
    ]
