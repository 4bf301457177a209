from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("inspections", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="checklistitem",
            name="basis_by_kind",
            field=models.JSONField(blank=True, default=dict, verbose_name="按对象区分的依据"),
        ),
    ]
