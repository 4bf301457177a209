"""退回补正: one more state, of a proposal to file a case that the head returned."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("penalties", "0021_ended_parties"),
    ]

    operations = [
        migrations.AlterField(
            model_name="case",
            name="state",
            field=models.CharField(
                choices=[
                    ("pending", "待立案审批"),
                    ("returned", "退回补正"),
                    ("not_filed", "不予立案"),
                    ("on_the_spot", "当场处罚"),
                    ("investigating", "调查取证"),
                    ("investigated", "调查终结"),
                    ("proposed", "拟处罚意见"),
                    ("notified", "告知听证"),
                    ("in_review", "法制审核"),
                    ("reviewed", "待决定"),
                    ("decided", "送达执行"),
                    ("closed", "已结案"),
                ],
                default="pending",
                editable=False,
                max_length=14,
                verbose_name="状态",
            ),
        ),
    ]
