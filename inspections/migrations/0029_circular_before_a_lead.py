from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("inspections", "0028_nominated_anew")]

    operations = [
        migrations.AlterField(
            model_name="rectificationrule",
            name="circular_first",
            field=models.BooleanField(default=True, verbose_name="转为线索以前应当工作通报"),
        ),
    ]
