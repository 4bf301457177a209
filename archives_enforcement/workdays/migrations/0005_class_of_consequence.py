"""The source and mark of the class of what follows a time limit; all are our reading so far."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("workdays", "0004_clocks_everywhere"),
    ]

    operations = [
        migrations.AddField(
            model_name="timelimit",
            name="consequence_mark",
            field=models.CharField(
                choices=[
                    ("V", "已核对原文"),
                    ("V2", "据转载材料核对"),
                    ("M-高", "未核对原文，把握较大"),
                    ("M-中", "未核对原文，把握一般"),
                    ("M-低", "未核对原文，把握较小"),
                    ("LOCAL", "地方做法"),
                    ("DESIGN", "本系统建议"),
                ],
                default="DESIGN",
                max_length=10,
                verbose_name="后果归类的核对程度",
            ),
        ),
        migrations.AddField(
            model_name="timelimit",
            name="consequence_source",
            field=models.CharField(
                default="本系统归类，未经法律顾问核对",
                help_text="改动归类的，写明依据，如本机关法律顾问意见的文号",
                max_length=120,
                verbose_name="后果归类的依据",
            ),
        ),
    ]
