from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_squashed_0009_three_administrators")]

    operations = [
        migrations.AlterField(
            model_name="deputation",
            name="qualification",
            field=models.CharField(
                blank=True,
                help_text="代理法制审核的，指定时取自“法制审核人员资格”的登记",
                max_length=200,
                verbose_name="法制审核资格",
            ),
        ),
    ]
