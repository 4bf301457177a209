from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("inspections", "0012_refusing_and_extending"),
    ]

    operations = [
        migrations.AddField(
            model_name="question",
            name="on_behalf",
            field=models.BooleanField(default=False, verbose_name="代录"),
        ),
    ]
