from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("workdays", "0001_initial"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="timelimit",
            options={
                "ordering": [
                    "code",
                    models.OrderBy(models.F("until"), descending=True, nulls_first=True),
                ],
                "verbose_name": "期限规则",
                "verbose_name_plural": "期限规则",
            },
        ),
        migrations.AddField(
            model_name="timelimit",
            name="until",
            field=models.DateField(
                blank=True,
                help_text="以前的规定所适用的最后一个起算日；现行的留空",
                null=True,
                verbose_name="适用至",
            ),
        ),
        migrations.AlterField(
            model_name="timelimit",
            name="code",
            field=models.CharField(max_length=12, verbose_name="期限代码"),
        ),
        migrations.AddConstraint(
            model_name="timelimit",
            constraint=models.UniqueConstraint(
                condition=models.Q(("until", None)),
                fields=("code",),
                name="time_limit_one_in_force",
                violation_error_message="这个期限代码已有现行规则。",
            ),
        ),
        migrations.AddConstraint(
            model_name="timelimit",
            constraint=models.UniqueConstraint(
                fields=("code", "until"),
                name="time_limit_one_a_period",
                violation_error_message="这个期限代码在同一时期已有规则。",
            ),
        ),
    ]
