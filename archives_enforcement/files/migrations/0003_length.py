from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("files", "0002_capture"),
    ]

    operations = [
        migrations.AddField(
            model_name="storedfile",
            name="seconds",
            field=models.PositiveIntegerField(null=True, verbose_name="时长（秒）"),
        ),
    ]
