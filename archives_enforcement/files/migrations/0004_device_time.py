from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("files", "0003_length_and_uploads")]

    operations = [
        migrations.AddField(
            model_name="storedfile",
            name="device_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="设备时间（离线）"),
        ),
    ]
