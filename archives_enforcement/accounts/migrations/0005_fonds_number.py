from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0004_rights_come_with_a_post")]

    operations = [
        migrations.AddField(
            model_name="bureau",
            name="fonds_number",
            field=models.CharField(blank=True, default="", max_length=20, verbose_name="全宗号"),
            preserve_default=False,
        ),
    ]
