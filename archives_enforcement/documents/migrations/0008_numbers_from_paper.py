from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0007_batches"),
    ]

    operations = [
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
    ]
