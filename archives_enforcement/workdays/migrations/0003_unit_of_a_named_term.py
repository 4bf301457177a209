from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("workdays", "0002_earlier_limits")]

    operations = [
        migrations.AddField(
            model_name="deadline",
            name="unit",
            field=models.CharField(
                blank=True,
                choices=[
                    ("workday", "工作日"),
                    ("calendar_day", "日"),
                    ("month", "月"),
                    ("year", "年"),
                    ("hour", "小时"),
                    ("fixed_date", "固定日期"),
                    ("none", "非日期"),
                ],
                default="",
                help_text="文书载明、与规则不同的单位",
                max_length=12,
                verbose_name="个案期限单位",
            ),
            preserve_default=False,
        ),
    ]
