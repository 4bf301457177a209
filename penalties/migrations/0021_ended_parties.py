"""当事人终止: two more ways in which a case ends."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("penalties", "0020_refunds"),
    ]

    operations = [
        migrations.AlterField(
            model_name="case",
            name="outcome",
            field=models.CharField(
                blank=True,
                choices=[
                    ("penalised", "已处罚并履行"),
                    ("unenforced", "已处罚，人民法院不予执行或者终结执行"),
                    ("lapsed", "已处罚，当事人终止，没有财产可供执行又没有义务承受人，终结执行"),
                    ("revoked", "处罚决定经复议、诉讼撤销"),
                    ("slight", "不予处罚（行政处罚法第三十三条）"),
                    ("incapable", "不予处罚（行政处罚法第三十条、第三十一条）"),
                    ("not_established", "违法事实不能成立"),
                    ("no_fine", "法律没有规定处罚，改为责令改正或者处理建议"),
                    ("time_barred", "超过追责期限，不再处罚"),
                    ("fined", "同一违法行为已受罚款，不再罚款"),
                    ("transferred", "涉嫌犯罪，移送有权机关"),
                    ("party_ended", "当事人终止（死亡），没有权利义务承受人，终止案件"),
                ],
                max_length=16,
                verbose_name="结案方式",
            ),
        ),
    ]
